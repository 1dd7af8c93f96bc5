package lang

// givenNames are given names, and family names that stand first, each with a
// capital: what many people of public life are called, in many countries. They
// tell where a person's name begins ("Scotland Nicola ..."). Names that are
// common words or places too are left out. The list holds facts: it was counted
// over the names of office holders in Wikidata (CC0) and widened by hand.
var givenNames = setOf(`
	Aaron Abba Abbas Abd Abdalla Abdallah Abdel Abdelaziz Abdelilah Abdelrahman Abdh Abdi Abdirahman Abdirashid Abdisalam
	Abdiweli Abdoulaye Abdu Abdul Abdulkadir Abdulla Abdullah Abdullahi Abdulrahman Abdurrahman Abigail Abubakar Abul
	Adam Adamu Adarsh Adel Adil Adnan Adolfo Adriana Aftab Agha Agnes Agnès Aharon Ahmad Ahmed Ahmet Ahn Aidan Aisha Ajay
	Akbar Akec Akihiko Akiko Akio Akira Alain Alan Alastair Albert Alberto Alejandro Aleksandar Aleksander Aleksandr
	Aleksei Aleksey Alena Alex Alexander Alexandra Alexandre Alexei Alexey Alexis Alfonso Alfred Alfredo Ali Aliaksandar
	Aliaksandr Aliaksei Alice Alicia Alison Alistair Aliyu Alyaksandr Amanda Ambrose Amel Amelia Amin Aminu Amir Amira
	Amit Amna Amos Amr Amy Amélie Ana Anas Anatol Anatoliy Anatoly Anders Andranik Andrea Andreas Andrei Andrej Andrew
	Andrey Andrii Andriy Andrzej André Andrés Andy Angela Angelina Angelo Angus Anil Anita Ann Anna Anne Annie Ansar
	Anthony Antoine Anton Antonia Antonis Antony António Anvar Anwar Ara Archie Ariel Arif Arkady Arman Armen Arnaud
	Arnold Artak Artem Arthur Arturo Arun Arvind Asad Asher Ashok Asif Askar Aslan Asma Asmaa Atef Atsushi Audu Augusto
	Aung Aurélie Aurélien Avi Avigdor Avraham Awad Axel Ayad Ayman Ayo Azam Azhar Azhari Aziz Baba Babagana Babak
	Babatunde Badr Bahram Bala Balram Barack Barbara Barnaby Barry Bart Barys Bashar Bashir Bassam Beata Beatrice Beatriz
	Bekir Bello Ben Benazir Benedict Benjamin Benny Benoît Bernadette Bernard Bernie Bertrand Beth Betsy Betty Bharat
	Bhupinder Bill Binyamin Bjorn Bob Bogdan Bona Boris Borja Borys Brad Brandon Brenda Brent Brian Brice Bridget
	Brigitte Broderick Bronwyn Bruce Bruno Bukar Bulat Burhan Byron Bérangère Carl Carla Carlo Carlos Carmen Carol
	Caroline Carolyn Carrie Catherine Cecil Cecilia Cedric Celine Charles Charlie Chaudhry Chen Chloe Choi Chol Chris
	Christian Christiane Christina Christine Christophe Christopher Chuck Chukwuemeka Chung Cindy Claire Clara Clarence
	Claude Claudia Clement Clive Colin Colleen Colm Connie Conor Corinne Cory Craig Crispin Cristina Curtis Cynthia Cyril
	Daisy Dale Dalia Dalmar Damian Dan Dana Daniel Danny Dapo Daria Darren Dave David Debbie Deborah Declan Deepak Dejan
	Delia Deng Denis Denise Dennis Denys Derek Devendra Devin Diana Diane Didier Dieter Dilma Dinesh Dmitri Dmitrii
	Dmitriy Dmitry Dmytro Dolores Dominic Dominique Don Donald Donna Doris Dorit Dost Doug Douglas Dragan Duane Duncan
	Dylan Dzmitry Eamon Ebrahim Eddie Edgar Edith Edmund Edna Eduard Eduardo Edward Edwin Efraim Ehsan Ehud Eileen Eitan
	Elaine Eleanor Elena Eli Elias Eliezer Elijah Elisa Elise Elizabeth Ella Ellen Elliot Elsa Emeka Emil Emilia Emilio
	Emily Emma Emmanuel Emmanuelle Emre Enda Enrico Enrique Erdal Eric Erica Erik Erlan Ernest Ernesto Essa Esteban
	Esther Eugene Eva Evan Evelyn Evgeny Evo Fabian Fabien Fabrice Fadul Fahd Faisal Faiz Falah Farah Farid Farida Farooq
	Fateh Fatih Fatima Fatma Fatou Federica Feliks Felipe Felix Femi Ferdinand Feridun Fernando Fidelis Filip Fiona Fran
	Frances Francesca Francesco Francis Francisco Franck Franco Frank Frankie Frans Franz François Françoise Fraser Fred
	Freddie Frederick Friedrich Frédéric Fuad Fumio Fyodor Félix Gabriel Gabriela Gagik Gamal Gareth Garry Gary Gaston
	Gavin Geert Geir Gemma Geneviève Gennady Geoff Geoffrey George Georgiy Georgy Gerald Gerard Gerardo Gerhard Ghassan
	Ghazi Gideon Gilbert Giles Gilles Gillian Gina Giorgio Giorgos Giovanni Giuseppe Gleb Glen Glenn Gloria Godfrey
	Godwin Goran Gordon Grace Graham Greg Gregory Grigory Guido Guillaume Gunter Gustavo Guy Gérard Hachiro Hadiza Hafez
	Hafiz Haider Haim Hajime Hakan Hakob Halima Halina Hamad Hamid Hammad Hamza Hanna Hannah Hans Haris Harold Harriet
	Harry Harun Harvey Hasan Hashim Hassan Hayk Hazel Hazim Hector Heidi Heinz Helen Helga Helmut Hennadiy Henri Henrik
	Henrique Henry Herbert Herman Hervé Herzi Hideaki Hideo Hienadz Hilary Hillary Hilmi Hirofumi Hirokazu Hiroshi
	Hiroyuki Hisham Hitoshi Homa Horst Hosni Hossam Hossein Houda Howard Hu Huang Hubert Hugh Hugo Hugues Humberto Humza
	Hussain Hussein Hwang Hélène Hüseyin Iain Ian Ibrahim Ibtisam Ichirō Idris Iftikhar Igar Ignacio Igor Ihar Ihor Ikuo
	Ilan Ilya Imad Imran Ines Ingrid Iqbal Irene Irfan Irina Iryna Isa Isaac Isabel Isabelle Ishaq Ishaya Iskander Ismael
	Ismail Issa Issei Ivan Ivana Ivo Ivor Iván Jaafar Jaap Jack Jacob Jacqueline Jacques Jagdish Jaime Jair Jake Jalal
	Jamal James Jamie Jamila Jan Jane Janet Janice Janis Jared Jaroslaw Jason Javad Javier Jay Jean Jeff Jeffrey Jen
	Jennifer Jens Jeon Jeong Jeremy Jeroen Jerry Jess Jesse Jessica Jia Jiang Jill Jim Jimmy Jin Jirō Joachim Joan Joanna
	Joao Jody Joe Joel Johan Johann John Johnny Jon Jonah Jonas Jonathan Jordi Jorge Jose Josef Josep Joseph Josephine
	Josh Joshua José Jovenel Joyce João Joël Juan Juana Judith Juha Jules Julia Julian Julie Juliet Julio Julius Jun Jung
	Justin Justine Jérôme Kairat Kaja Kamal Kamala Kanat Kang Kaoru Karam Karel Karen Karin Karine Karl Karolina Kate
	Katerina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Katsuyuki Kay Kayode Kazuhiko Kazuhiro Kazuyoshi Keiichi
	Keiji Keiko Keir Keith Keizō Kelly Kemal Kemi Ken Kenan Kenji Kenneth Kensaku Kent Kersti Kevin Khader Khadija Khaled
	Khalid Khalil Khamis Khawaja Kim Kirill Kirk Kirsty Kiyoshi Klaus Kofi Koichi Koji Konstantin Konstantinos Koo Kosti
	Krishan Kristen Kristina Kunio Kuol Kurt Kwame Kwon Kyle Kyriakos Kōjirō Lana Lance Larry Lars Laura Lauren Laurence
	Laurent Lawrence Leanid Lee Leila Leo Leon Leonard Leonardo Leonid Leslie Li Liam Lieanid Lillian Lim Linda Lindiwe
	Lindsay Linus Lionel Lisa Liu Liudmyla Liz Loren Lorenzo Loretta Lou Louis Louise Lovemore Lu Luc Luca Lucas Lucia
	Lucy Ludmila Luigi Luis Luiz Luka Luke Lula Luo Lydia Lynn Lynne Lyudmila Mabrouk Madan Magaji Magdalena Maggie Maha
	Mahamat Mahdi Mahmoud Mahmud Maite Majid Makhdoom Makoto Maksim Maksym Maktoum Malcolm Malek Manal Manasseh Manfred
	Manhal Manik Manmohan Manohar Manoj Manolis Mansour Mansur Manuel Manuela Marat Marc Marcelo Marcia Marcin Marco
	Marcos Marcus Marek Margaret Margot Maria Marial Mariam Marianne Marie Marin Marina Mario Marius Mariusz Marjorie
	Mark Marko Markus Marlene Marta Martha Martin Martine Marwan Mary Maryam Maryna Maryse Masaaki Masaharu Masahiko
	Masahiro Masaki Masanori Masao Masaru Masato Masatoshi Masoud Massimo Matan Mateusz Mathew Mathias Matt Matteo
	Matthew Matthias Maureen Maurice Mauricio Mauro Maxim Maya Mayom Mehdi Mehmet Meir Melanie Melissa Meng Mette Mevlüt
	Michael Michail Michel Michele Michelle Michèle Mick Miguel Mikalai Mikalaj Mike Mikhail Milica Milos Minoru Mir Mira
	Mirghani Miriam Miroslav Mirza Misheck Mitch Mitsuo Mitt Moammar Mohamed Mohammad Mohammed Mohsen Mona Monica Morgan
	Morten Moses Moshe Mostafa Motaz Mridula Muammar Mubarak Muhammad Muhammed Mukhtar Munib Munir Munther Muqtada Murad
	Murat Muriel Murtala Murtaza Musa Muse Mustafa Mustapha Mykhailo Mykhaylo Mykola Nabeel Nabih Nabil Naci Nadeem Nadia
	Nadine Naftali Najah Najeeb Najla Nam Nancy Naoki Naomi Naoto Narendra Nasir Nasr Nasser Natalia Natalie Natalya
	Natasha Nathalie Nathan Navi Nawab Nawaf Nawal Nayef Neal Necdet Nechirvan Neil Nelson Nestor Nicholas Nick Nicola
	Nicolae Nicolas Nicole Nicos Niels Nigel Nikita Nikki Nikol Nikola Nikolai Nikolay Nikos Nina Nir Nirmal Nissim Nizar
	Noah Noam Noel Nora Norihisa Norio Norman Noura Nouri Nurettin Nurlan Oana Odile Oksana Olaf Olav Oleg Oleh Oleksandr
	Oleksii Oleksiy Olena Olga Olha Oliver Olivia Olivier Ollanta Olusegun Omar Omer Omran Oren Orhan Orit Osagie Osamu
	Oscar Osita Oskar Osman Othman Otto Pablo Paddy Pamela Paolo Pascal Patrice Patricia Patricio Patrick Paul Paula
	Pauline Paulo Pavel Pavlo Pawan Pedro Peggy Pekka Percy Pervaiz Pervez Pete Peter Petr Petra Petro Petros Phil Philip
	Philippe Phillip Phyllis Pierre Pieter Piotr Pradeep Prafulla Pramod Prayuth Prem Priyanka Pyotr Qamar Qasem Qassem
	Quentin Qusay Rabiu Rachel Rafael Rafic Rafiq Rahul Rajendra Ralph Ramazan Ramesh Rami Ramon Ramtane Ramzan Rana
	Randy Ranjan Raphael Rasha Rashad Rashid Rauf Raul Raymond Raúl Rebecca Recep Reem Reg Reinhard Renata Renaud René
	Rex Reza Riad Ricardo Riccardo Richard Rick Ricky Riek Rima Rishi Rita Riyad Rob Robbie Robert Roberto Robin Roderick
	Rodney Rodolfo Rodrigo Roger Roh Roland Rolf Roman Romano Romeo Ron Ronald Roni Ronnie Rosa Ross Rotimi Rowan Roy
	Roza Rudolf Rudy Rupert Ruslan Russ Russell Ruth Ruud Ryan Ryu Ryūichi Saad Sabah Sabrina Saddam Sadeq Sadiq Saeed
	Safa Said Saif Sajid Salah Salam Saleh Salem Salim Sally Salman Salva Salvatore Sam Samantha Samer Sami Samia Samir
	Samira Samuel Sander Sandra Sani Sanjay Sarah Sasha Satoshi Saud Saul Sauli Sawsan Scott Seamus Sean Sebastian
	Sebastien Seiji Selim Seo Serena Serge Sergei Sergey Sergio Serhii Serhiy Serik Seth Seyed Seyyed Shahid Shan Shane
	Shannon Sharad Sharon Shaukat Shaun Sheila Sheldon Sheryl Shigeo Shigeru Shigeyuki Shin Shinji Shinsuke Shinzo
	Shireen Shirō Shivraj Shlomo Shunichi Shunji Siarhei Siarhiej Sid Siddiq Sidney Siegfried Sigmar Sigrid Silvia Silvio
	Simbarashe Simon Simona Slobodan Soledad Solomon Sonia Sophie Soren Spencer Stacey Staffan Stanislas Stanislav
	Stanley Stefan Stefanie Stefano Stella Stepan Stephan Stephanie Stephen Steve Steven Stewart Stuart Stéphane Suh
	Suhail Sulaiman Suleiman Sumaya Sung Sunil Susan Susana Sushil Suzanne Sven Svetlana Svitlana Syed Sylvia Sylvie
	Süleyman Tahir Takahiko Takahiro Takao Takashi Takeo Takeshi Takuya Talal Tamara Tamer Tammam Tammy Tamotsu Tang
	Tania Tanya Taras Tareq Tariq Tarun Tatiana Tatsuo Tatsuya Tatyana Tawfiq Tayyip Ted Temur Tendai Terence Teresa
	Terry Tess Tetsuo Thabo Theo Theodore Theresa Thierry Thomas Thorbjorn Tibor Tigran Tim Timothy Tina Tobias Todd Tom
	Tomas Tomasz Tommy Toni Tony Torsten Toshihiro Toshio Toshirō Toshiyuki Tracy Trevor Troy Trudy Tsai Tsuneo Tulsi
	Tunç Tyler Tzachi Tzipi Uladzimir Ulrich Ulrike Umar Umaru Uri Urs Ursula Usama Usman Uzi Vaclav Vadim Vadym Vahe
	Valentin Valentina Valentyn Valeria Valerie Valerii Valerio Valeriy Valery Vanessa Vardan Vasil Vasily Vasyl Ved Vera
	Vernon Veronica Vicente Vicky Victor Vigen Vijay Vikram Viktor Viktoria Vince Vincent Viola Virendra Vishnu Vitali
	Vitaliy Vitaly Vivian Vivien Vladimir Vladislav Vladyslav Vojislav Volkan Volker Volodymyr Vusumuzi Vyacheslav Wael
	Waldemar Walid Walter Wang Wayne Wen Wendy Wesley Wilhelm Willem William Winston Wolfgang Wu Xavi Xavier Xiao Xu
	Yaakov Yael Yahaya Yahia Yahiya Yahya Yair Yakov Yana Yang Yanis Yann Yannis Yaser Yasser Yassin Yasuaki Yasuo
	Yasushi Yaşar Yegor Yehia Yevgeny Yevhen Yitzhak Yoav Yoo Yoon Yoshiaki Yoshihiko Yoshihiro Yoshihisa Yoshinobu
	Yoshinori Yoshio Yoshitaka Yossi Yousef Yoweri Yu Yukio Yuli Yulia Yuri Yuriy Yury Yusaf Yusuf Yutaka Yves Yıldırım
	Yōichi Yūji Zach Zachary Zahra Zaid Zainab Zaki Zalmay Zbigniew Zeid Zeng Zhang Zhao Zhou Ziad Zine Zoran Zuzana Zvi
	Édouard Élisabeth Éric Étienne Ömer İdris İsmail
	Sara Ela Emine Brett Bryan Wyclef Jeb Mitchell Lorne Sherman Cathy Nadezhda Anastasia Yuliya Gleb Timur Ruslana Artyom Stanislaw Lech Jerzy
	Zdenek Ondrej Janez Borut Zlatko Milorad Ratko Radovan Momir Hashim Ramush Sali Edi Ilir Kolinda Andrej Alenka Tarja Jyrki
	Jutta Anders Mette Helle Sigurdur Erna Siv Bashir Jalil Khalifa Fayez Aguila Mahathir Anwar Joko Susilo Megawati
	Gloria Ferdinand Rodrigo Prabowo Aung Htin Thein Nguyen Hun Norodom Sheikha Haidar Ammar Baher Hossam Essam Mohammedou
	Macky Alassane Laurent Guillaume Faure Blaise Idriss Paulo Hailemariam Meles Abiy Isaias Raila Uhuru Mwai Jakaya Joyce
	Jomo Robert Emmerson Morgan Cyril Thabo Nelson Winnie Hage Goodluck Muhammadu Atiku Nana Ellen Ernest`)
