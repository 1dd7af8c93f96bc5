package lang

// The lists below are in lower case unless they say otherwise.

// titleHeads are the nouns that, with a capital before a name, are its bearer's
// title and no part of the name. Abbreviations stand without their full stop.
var titleHeads = setOf(`lieutenant-general major-general brigadier-general officer president presidents premier minister ministers chancellor secretary secretaries ambassador ambassadors
	envoy senator senators sen sens congressman congresswoman representative representatives rep reps governor governors gov mayor
	general gen major maj colonel col lieutenant lt captain capt sergeant sgt admiral adm commander cmdr marshal brigadier brig
	commodore corporal private king queen prince princess emir emperor sultan pope cardinal archbishop bishop patriarch
	rabbi reverend rev ayatollah imam mullah judge justice professor prof doctor chairman chairwoman chair chairperson speaker
	director spokesman spokeswoman spokesperson commissioner administrator advisor adviser counselor counsellor attorney
	solicitor prosecutor inspector superintendent constable chief leader delegate deputy undersecretary under-secretary
	coordinator negotiator lawmaker legislator councillor councilman whip mp ceo president-elect vice-president
	then-president ex-president secretary-general sir lord lady baroness baron dame h.e majesty highness excellency assistant mps mr mrs ms miss dr messrs mme`)

// honorifics go before a name and say nothing of an office.
var honorifics = setOf(`mr mrs ms mx miss dr messrs mme mlle sir lord lady dame sheikh sheik baroness baron madam mr. mrs. ms. dr.
	messrs. mme. mlle. h.e h.e. his her hon hon. haji hajji sayyid sayyed`)

// ofName are honorifics that count as part of the name.
var ofName = setOf(`sir lord lady dame sheikh sheik baroness baron`)

// titleModifiers are the words with a capital that go before a title's head.
var titleModifiers = setOf(`warrant petty rear field staff international foreign prime vice deputy defense defence interior finance justice health education trade energy oil
	environment transport information labor labour agriculture culture home security national state first second third senior
	assistant associate acting interim former outgoing incoming chief attorney principal press under permanent special
	executive managing supreme crown grand high joint military political economic opposition majority minority senate
	counter-terrorism communications policy police army navy petroleum water planning development commerce treasury
	caretaker ex-prime then-prime new`)

// portfolioWords are the words with a capital that go behind "of", "for" or "to"
// in a title ("Minister of Strategic Affairs", "Secretary of State").
var portfolioWords = setOf(`state staff defense defence affairs foreign interior finance justice health education trade energy
	environment transport information labor labour agriculture culture home security national strategic political economic
	military treasury commerce intelligence policy operations staff committee parliament house senate president council
	cabinet government chancellor exchequer communications humanitarian human rights planning development general vice
	minister near eastern european asian african western public global arms control regional internal external religious
	women youth sport sports science technology industry tourism social welfare oil petroleum police army navy counterterrorism
	co-operation cooperation relations refugees emergency relief peacekeeping negotiations reconciliation executive`)

// bodyWords make a name that of an organisation, a body of a state, an armed
// group or an outlet.
var bodyWords = setOf(`ministry department council party agency front movement brigade brigades university times post news herald tribune
	courier gazette telegraph guardian journal commission committee union league organization organisation association
	federation forum fund bank court tribunal parliament congress senate assembly house office bureau authority
	administration army forces force navy corps guard guards militia command police institute institution academy
	college school center centre foundation society club company corporation corp inc ltd llc plc industries airlines
	network agency coalition alliance bloc treaty board service services staff mission delegation observatory watch
	campaign initiative project program programme team branch battalion regiment division fleet unit secretariat
	directorate cabinet knesset duma bundestag embassy consulate hospital church mosque synagogue magazine radio
	television tv broadcasting press wire endowment trust chamber syndicate workers democrats republicans conservatives
	taliban liberals socialists nations pact conference summit brotherhood caucus jihad resistance lobby kremlin pentagon investment investments
	holdings group international`)

// placeHeads make a name that of a place.
var placeHeads = setOf(`city province valley river lake sea ocean bay gulf strait straits island islands mountain mountains heights hills
	desert county district region governorate peninsula port airport square street avenue road bridge coast strip
	crossing camp village town border mount cape fort east west north south northern southern eastern western central
	republic kingdom emirates territory territories states oblast canton plateau basin delta canal palace park base prison`)

// placeWords are states and cities, with their capitals: words that are names
// even where a sentence begins with them.
var placeWords = setOf(`
	Abuja Accra Aden Afghanistan Africa Albania Aleppo Algeria Algiers America Amman Amsterdam Angola Ankara Arabia Argentina Armenia Asia
	Asmara Astana Athens Australia Austria Azerbaijan Baghdad Bahamas Bahrain Baku Balkans Bamako Bangkok Bangladesh Bangui
	Barbados Barcelona Basra Beijing Beirut Belarus Belgium Belgrade Belize Benghazi Benin Berlin Bern Bhutan Bishkek Bogota
	Bolivia Bosnia Boston Botswana Brasilia Bratislava Brazil Britain Brunei Brussels Bucharest Budapest Bulgaria Burma Burundi
	Cairo California Cambodia Cameroon Canada Canberra Caracas Catalonia Caucasus Chechnya Chicago Chile China Colombia Congo
	Copenhagen Crimea Croatia Cuba Cyprus Czechia Dakar Damascus Daraa Darfur Delhi Denmark Dhaka Djibouti Doha Donbass Donetsk
	Dubai Dublin Dushanbe Ecuador Egypt England Eritrea Estonia Eswatini Ethiopia Europe Fiji Finland Florida France Gabon Gambia
	Gaza Geneva Germany Ghana Gibraltar Greece Greenland Guatemala Guinea Guyana Haiti Halabja Hama Hanoi Harare Havana Helsinki
	Hiroshima Holland Homs Honduras Hong Kong Hungary Iceland Idlib India Indonesia Iran Iraq Ireland Islamabad Israel Istanbul Italy
	Jakarta Jamaica Japan Jeddah Jenin Jerusalem Jordan Juba Kabul Kampala Kandahar Karachi Kashmir Kathmandu Kazakhstan Kenya
	Kharkiv Khartoum Kiev Kigali Kinshasa Kirkuk Korea Kosovo Kunduz Kurdistan Kuwait Kyiv Kyrgyzstan Lahore Laos Latakia Latvia
	Lebanon Lesotho Liberia Libya Lima Lisbon Lithuania London Luanda Luhansk Lusaka Luxembourg Macau Macedonia Madagascar Madrid
	Malawi Malaysia Maldives Mali Malta Manila Mauritania Mauritius Mexico Minsk Misrata Mogadishu Moldova Monaco Mongolia
	Montenegro Morocco Moscow Mosul Mozambique Mumbai Munich Myanmar Nairobi Namibia Nepal Netherlands Nicaragua Niger Nigeria
	Norway Odessa Oman Oslo Ottawa Pakistan Palestine Palmyra Panama Paraguay Paris Peru Peshawar Philippines Poland Portugal
	Prague Pretoria Pristina Pyongyang Qatar Quito Rabat Ramallah Raqqa Riyadh Romania Rome Russia Rwanda Sanaa Sarajevo Scotland
	Sebastopol Senegal Seoul Serbia Sevastopol Seychelles Shanghai Siberia Sinai Singapore Skopje Slovakia Slovenia Sochi Sofia
	Somalia Somaliland Spain Srebrenica Stockholm Sudan Suriname Swaziland Sweden Switzerland Sydney Syria Taipei Taiwan
	Tajikistan Tallinn Tanzania Tashkent Tbilisi Tehran Texas Thailand Tibet Tigray Tikrit Togo Tokyo Tonga Tripoli Tunis Tunisia
	Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela Vienna Vietnam Vilnius Wales Warsaw Washington Yemen
	Yerevan Zagreb Zambia Zimbabwe`)

// peoples are adjectives of states and peoples, with capitals, whose shape does
// not show it; those in "-ian", "-ean", "-ese" and "-ish" are known by it.
var peoples = setOf(`French Dutch Greek Greeks Swiss Thai Czech Slovak Slovene Afghan Afghans American Americans African Africans German Germans
	Arab Arabs Kurd Kurds Turk Turks Serb Serbs Croat Croats Pole Poles Dane Danes Finn Swede Swedes Briton Britons Uzbek Uzbeks
	Tajik Tajiks Kazakh Turkmen Kyrgyz Azeri Azeris Israeli Israelis Iraqi Iraqis Saudi Saudis Yemeni Yemenis Kuwaiti Kuwaitis
	Qatari Qataris Omani Omanis Bahraini Bahrainis Emirati Emiratis Pakistani Pakistanis Bangladeshi Bangladeshis Nepali Somali
	Somalis Azerbaijani Cypriot Cypriots Kosovar Kosovars Montenegrin Mexican Mexicans Cuban Cubans Moroccan Moroccans
	Libyan Libyans Kenyan Kenyans Rwandan Rwandans Ugandan Ugandans Angolan Angolans Moldovan Moldovans Venezuelan Venezuelans
	Nicaraguan Honduran Salvadoran Guatemalan Dominican Jamaican Filipino Filipinos Tibetan Tibetans Mongol Mongols Basque
	Basques Catalan Catalans Scot Scots Scottish Welsh Irish English Jewish Muslim Muslims Islamic Islamist Islamists Christian
	Christians Sunni Sunnis Shia Shias Shiite Shiites Alawite Alawites Druze Yazidi Yazidis Hutu Hutus Tutsi Tutsis Tamil Tamils
	Palestinian Palestinians Soviet Soviets Asian Asians Latin Western Uighur Uighurs Burmese Lao Zulu Chechen Chechens Hispanic
	Jew Jews Catholic Catholics Protestant Protestants Orthodox Hindu Hindus Sikh Sikhs Buddhist Buddhists Republican Republicans
	Democrat Democrats Democratic Nordic Baltic Flemish`)

// peopleEnds are the endings of adjectives of states, and their plurals.
var peopleEnds = []string{"ian", "ians", "ean", "eans", "ese", "ish"}

// particles join the parts of a person's name in lower case.
var particles = setOf(`al el bin ibn bint abu ben ould de del della di da dos du des van von der den ter ten la le zu af av ul ur ud y e`)

// prefixed are the particles that stand with a hyphen before a part of a name.
var prefixed = []string{"al-", "el-", "an-", "as-", "ar-", "ash-", "at-", "ad-", "az-", "ul-", "bin-", "ibn-", "abu-"}

// notNames are words that are no name in spite of a capital: the function words
// that open sentences and stand in headlines, months, weekdays, and "I".
var notNames = setOf(`a an the this that these those there here it he she they we you i its his her their our my your me us him them
	in on at by for from to with under over after before during since until while when where as if although though because
	but and or nor so yet however meanwhile still also then now once both each some many most all no not none only even
	what who why how which whose whom according asked despite about among against between into through without within
	across around amid like unlike near off out up down earlier later last next another other one two three four five six
	seven eight nine ten more less much such any every either neither is are was were be been being has have had do does did
	said says say told tells
	will would can could may might must shall should let just yes please today yesterday tomorrow tonight
	monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
	october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri
	photo image video file updated update read more related story continue advertisement caption copyright
	'it i'm i'd i've i'll it's he's she's we're they're don't ok o.k am pm a.m p.m et gmt est bst utc edt est.`)

// months are the months that are family and given names too.
var months = setOf(`may march april june august jun jan`)

// openers are further words that often open a sentence, in no way names there.
var openers = setOf(`officials analysts experts critics activists witnesses diplomats residents protesters demonstrators rebels troops
	soldiers police lawmakers leaders talks negotiators government opposition state security military army president minister
	foreign prime international local national human political economic global world new old two-day former senior top high
	people thousands hundreds dozens millions women men children students supporters opponents sources reports several
	few part first second third finally recently previously currently instead indeed perhaps maybe certainly clearly
	nearly almost at-least following given asked speaking talking saying being having making taking citing using
	president's well good there's that's what's let's nobody everyone everybody nothing something anyone
	again never always often sometimes soon back further separately additionally similarly elsewhere overall together
	peace war violence fighting clashes forces militants gunmen insurgents rockets missiles oil gas prices markets shares
	negotiations sanctions elections voters parliament congress authorities prosecutors investigators scientists doctors
	journalists reporters aides allies members representatives delegates ministers presidents countries nations states
	western eastern northern southern north south east west central king queen general`)

// placePrepositions go before places more often than before persons.
var placePrepositions = setOf(`in near outside inside around across throughout`)

// saying are the verbs that go with a person as their subject.
var saying = setOf(`said says told tells asked added argued insisted warned stressed noted wrote tweeted explained`)
