package coref

import "strings"

// genderOf tells the gender of a person by the given name, or 0: one that is
// common to both, or that the lists do not have, tells none.
func genderOf(name string) byte {
	words := strings.Fields(name)
	if len(words) < 2 {
		return 0
	}
	first, _, _ := strings.Cut(words[0], "-")
	switch {
	case women[first]:
		return 'f'
	case men[first]:
		return 'm'
	}
	return 0
}

// women and men are given names that tell the gender, as facts: the frequent
// ones of public life in many countries.
var (
	women = set(`Abigail Adriana Agnes Agnès Aisha Alena Alenka Alexandra Alice Alicia Alison Amal Amanda Amelia Amina Amira Amy Amélie Ana
		Anastasia Angela Angelina Anita Ann Anna Anne Annette Annie Antonia Asma Astrid Audrey Aurélie Barbara Beata Beatrice Beatriz Benazir
		Bernadette Beth Betsy Betty Bianca Brenda Bridget Brigitte Bérangère Camille Carla Carmen Carol Caroline Carolyn Carrie Catherine
		Cathy Cecilia Celine Charlotte Chelsea Cheryl Chloe Christiane Christina Christine Cindy Claire Clara Claudia Colleen Connie Corinne
		Cristina Cynthia Daisy Dalia Daria Debbie Deborah Debra Delia Denise Diana Diane Dilma Dolores Donna Dora Doris Dorit Dorothy
		Edith Edna Eileen Elaine Eleanor Elena Eleni Elisa Élisabeth Elise Eliza Elizabeth Ella Ellen Elsa Emilia Emily Emine Emma Emmanuelle Erica
		Erna Esther Eva Evelyn Farah Farida Fatima Fatma Fatou Federica Fiona Florence Frances Francesca Françoise Gabriela Gabrielle Gemma
		Geneviève Gillian Gina Giorgia Gisèle Gloria Grace Gretchen Hadiza Halima Halina Hannah Harriet Heather Heidi Helen Helena Helle Hillary
		Ilona Ines Ingrid Irene Irina Iryna Isabel Isabella Isabelle Ivana Jacinda Jacqueline Jamila Jane Janet Janice Jeanne Jennifer Jenny
		Jessica Jill Joan Joanna Jodi Josephine Joyce Juana Judith Judy Julia Juliana Julie Juliet Justine Jutta Kaja Kamala Karen Karin Karine
		Karolina Kate Katerina Katharine Katherine Kathleen Kathryn Kathy Katie Katja Katrin Keiko Kellyanne Kersti Khadija Kirsten Kirsty
		Kolinda Kristen Kristin Kristina Lana Latifa Laura Lauren Leila Lena Leyla Lilian Lillian Lina Linda Lindiwe Lisa Liudmyla Liz
		Loretta Louise Lucia Lucy Ludmila Luisa Lydia Lyudmila Madeleine Magdalena Maggie Maha Maia Malala Manal Manuela Marcia Margaret
		Margot Margrethe Maria María Mariam Marianne Marie Marina Marion Marjorie Marlene Marta Martha Martine Mary Maryam Maryna Maryse
		Maureen Maya Megan Megawati Melania Melanie Melissa Mercedes Mette Michelle Michèle Milica Mira Miriam Mona Monica Monika Muriel Nabila
		Nadezhda Nadia Nadine Najla Nancy Naomi Natalia Natalie Natalya Natasha Nathalie Nawal Navi Ngozi Nicole Nina Noeleen Nora Noura Oana Odile
		Oksana Olena Olga Olha Olivia Pamela Patricia Paula Pauline Peggy Penny Petra Phyllis Priti Priyanka Rachel Radhika Rania Rasha Rebecca
		Reem Regina Renata Rima Rita Roberta Rosa Rosalía Rose Rosemary Roza Ruslana Ruth Sabine Sabrina Sahle Sally Samantha Samia Samira
		Sandra Sanna Sara Sarah Serena Sheila Sheryl Shireen Sigrid Silvia Simona Siv Soledad Sonia Sophia Sophie Stacey Stefanie Stella
		Stephanie Sumaya Susan Susana Susanna Suzanne Svetlana Svitlana Sylvia Sylvie Tamara Tammy Tania Tanya Tara Tarja Tatiana Tatyana Teresa
		Tess Theresa Tina Tulsi Tzipi Ulrike Ursula Valentina Valerie Vanessa Vera Veronica Vicky Victoria Viktoria Viola Virginia Vivian Wendy
		Winnie Yael Yana Yulia Yuliya Yvette Yvonne Zahra Zainab Zoe Zuzana Zaha Zola`)
	men = set(`Aaron Abbas Abdallah Abdel Abdelaziz Abdelrahman Abdul Abdullah Abdullahi Abiy Abraham Abu Adam Adel Adil Adnan Adolfo Ahmad Ahmed
		Ahmet Alain Alan Alassane Albert Alberto Alejandro Aleksandar Aleksander Aleksandr Aleksei Alessandro Alexander Alexandre Alexei Alfonso
		Alfred Alfredo Ali Alistair Amin Amir Amit Amr Anatoly Anders Andreas Andrei Andrej Andrew Andrey Andriy Andrzej André Andrés Andy Angus
		Ansar Anthony Antoine Anton Antonio António Antony Anwar Armen Arnold Arthur Artem Arturo Arun Asif Augusto Avigdor Axel Ayman Aziz
		Barack Barry Bart Bashar Bashir Ben Benedict Benjamin Benny Bernard Bernie Bertrand Bill Binyamin Bob Bogdan Boris Borut Brad Brandon Brett
		Brian Bruce Bruno Bryan Burhan Carl Carlo Carlos Charles Charlie Christian Christoph Christophe Christopher Chuck Clarence Claude
		Clement Clive Colin Craig Curtis Cyril Damian Dan Daniel Danny Darren Dave David Davit Denis Dennis Derek Didier Dieter Dmitri Dmitriy
		Dmitry Dmytro Dominic Don Donald Doug Douglas Duncan Dwight Ebrahim Ed Eddie Edgar Edmund Eduard Eduardo Edward Edwin Ehud Eli
		Elias Elijah Elliot Elon Emil Emilio Emmanuel Emmerson Eric Erik Ernest Ernesto Eugene Evan Evo Fabrice Fahd Faisal Farid Farooq Fathi
		Fayez Federico Felipe Felix Ferdinand Fernando Fidel Filip Francesco Francis Francisco Franck Franco Frank Franklin Frans Franz François
		Fred Frederick Friedrich Fuad Fumio Gamal Gareth Garry Gary Gavin Geert Geir Geoff Geoffrey George Georges Gerald Gerard Gerhard Ghassan
		Gideon Giles Giorgio Giovanni Giuseppe Glenn Goodluck Goran Gordon Graham Greg Gregory Guido Guillaume Gustav Gustavo Guy Haim Haider Hamad Hamid Hans
		Harold Harry Hashim Hassan Heinrich Heinz Henri Henrik Henry Herbert Herman Hosni Howard Hugh Hugo Hussein Ian Ibrahim Idriss Ignacio Igor
		Ilham Imad Imran Isaac Isaias Ismail Issa Ivan Ivo Jack Jacob Jacques Jaime Jair Jake Jamal James Jared Jason Javad Javier Jay Jean Jeb
		Jeff Jeffrey Jens Jeremy Jerome Jerry Jerzy Jesse Jim Jimmy Joachim Joao Joe Joel Johan Johann John Johnny Jon Jonas Jonathan Jorge
		Jose José Josef Joseph Josh Joshua Josip Juan Juha Jules Julian Julio Julius Justin Kamal Karel Karl Keith Kemal Ken Kenneth Kevin Khaled
		Khalid Khalifa Kirill Klaus Kofi Konstantin Kurt Kwame Kyriakos Lamar Lance Larry Lars Laurent Lawrence Lech Leo Leon Leonard Leonardo Leonid
		Lester Lionel Louis Luc Luca Lucas Ludwig Luigi Luis Luiz Luke Macky Mahathir Mahmoud Malcolm Manfred Manmohan Manuel Marc Marcel Marcelo Marco
		Marcus Mario Marius Mark Marko Markus Martin Marwan Masoud Massimo Matt Matteo Matthew Matthias Maurice Mauricio Max Maxim Mehdi Mehmet Meles
		Michael Michel Miguel Mike Mikhail Milorad Milos Mitch Mitt Moammar Mohamed Mohammad Mohammed Mohsen Morten Moses Moshe Mostafa Muammar Muhammad
		Muhammadu Muqtada Mustafa Mykola Nabih Nabil Naftali Najib Narendra Nasser Nathan Nathaniel Nawaf Nawaz Neil Nelson Nicholas Nick Nicolas
		Nicolae Nigel Nikolai Nikos Nouri Nursultan Olaf Oleg Oliver Olivier Olusegun Omar Oscar Otto Pablo Paolo Pascal Patrick Paul Paulo Pavel Pedro
		Perry Pervez Pete Peter Petr Petro Phil Philip Philippe Phillip Pierre Pieter Piotr Radovan Rafael Rafik Ralph Ramzan Randolph Randy Ratko Raul
		Ray Raymond Recep Reinhard René Ricardo Richard Rick Riek Rob Robert Roberto Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Roy Rudolf
		Rudy Rupert Ruslan Russell Ryan Saad Saddam Saeed Saif Salah Saleh Salman Salva Salvador Sami Samuel Scott Sean Sebastian Serge Sergei
		Sergey Sergio Serhiy Seth Shaun Shimon Shinzo Sigmar Simon Slobodan Solomon Staffan Stanislav Stanley Stefan Stephen Steve Steven Stuart
		Stéphane Suleiman Sven Taha Tareq Tariq Ted Terry Thabo Theodore Thierry Thomas Tim Timothy Tobias Todd Tom Tomas Tommy Tony Trevor Tyler
		Uhuru Umar Usama Vaclav Vadim Valery Viktor Victor Vincent Vitali Vitaly Vladimir Vojislav Volodymyr Vyacheslav Wael Waldemar Walid Walter
		Warren Wayne Wesley Wilhelm Willem William Winston Wolfgang Xavier Yahya Yair Yasser Yitzhak Yoweri Yuri Yury Yusuf Yves Zalmay Zeid
		Zoran Édouard Éric Étienne İsmail Julius Edmond Leopold Antonín Otto Hermann Moritz Ernst Emil`)
)

// personNouns are nouns, in the singular, that stand for a person, with the gender
// that they tell: m, f or x for none.
var personNouns = func() map[string]byte {
	out := map[string]byte{}
	for gender, nouns := range map[byte]string{
		'm': `man boy father brother son husband uncle nephew grandfather grandson gentleman king prince lord sir businessman chairman spokesman
			congressman salesman policeman fireman fisherman gunman cameraman emperor priest monk bishop pope imam guy dad daddy stepfather
			widower boyfriend actor duke baron bridegroom waiter statesman clergyman stepson grandpa fiancé lad bloke tsar sultan emir sheikh caliph`,
		'f': `woman girl mother sister daughter wife aunt niece grandmother granddaughter lady queen princess businesswoman chairwoman
			spokeswoman congresswoman policewoman actress nun mom mum mommy stepmother widow girlfriend duchess baroness bride waitress
			empress goddess stepdaughter grandma fiancée heroine housewife hostess`,
		'x': `person child baby teenager adult youth kid infant patient student pupil teacher professor lecturer scholar scientist researcher
			doctor physician surgeon nurse lawyer attorney judge prosecutor defendant plaintiff victim suspect witness survivor author
			writer poet novelist playwright composer musician singer pianist violinist conductor artist painter sculptor photographer director
			producer editor journalist reporter correspondent blogger columnist broadcaster presenter host interviewer interviewee player coach
			athlete footballer boxer wrestler champion winner officer soldier general colonel captain major lieutenant sergeant commander
			fighter militant terrorist sniper pilot driver passenger tourist traveller traveler resident citizen neighbour neighbor friend colleague
			partner spouse parent sibling cousin relative relatives heir ancestor boss employer employee worker farmer miller baker merchant trader banker
			engineer architect inventor mathematician physicist chemist biologist astronomer philosopher historian linguist economist psychologist
			sociologist anthropologist archaeologist geologist theologian missionary rabbi cleric preacher pastor reverend saint founder co-founder
			leader president minister premier chancellor secretary spokesperson envoy ambassador mediator senator lawmaker politician candidate
			governor mayor activist official diplomat analyst expert aide adviser advisor representative negotiator member delegate deputy
			dissident refugee migrant prisoner hostage inmate detainee rebel dictator tyrant monarch ruler assistant apprentice mentor
			tutor pupil successor predecessor rival opponent hero guest customer client owner manager executive chief head chef cook
			volunteer protester demonstrator supporter critic fan follower whistleblower informant agent spy detective investigator
			speaker caller voter applicant participant respondent passer-by bystander killer murderer thief robber attacker assailant
			shooter bomber burglar astronaut explorer sailor dancer designer developer programmer hacker entrepreneur billionaire counterpart
			psychiatrist therapist counselor counsellor librarian curator translator interpreter narrator individual somebody someone anyone
			everybody everyone nobody anybody newcomer genius scholar pianist professor-emeritus justice sheriff constable translator comedian
			celebrity rapper drummer guitarist bassist songwriter model vlogger youtuber gamer skater skier swimmer runner cyclist goalkeeper`,
	} {
		for _, n := range strings.Fields(nouns) {
			out[n] = gender
		}
	}
	return out
}()
