"""Tables of what a capitalised word may be: a first name, a place, part of an organisation.

They are readable rules, not data sets: common entries, lower case; what no table knows needs
evidence in the text.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    "billy bobby danny kenny tobias wiktor aaron abdul abdullah abigail abraham adam adrian agnes "
    "agnieszka ahmad ahmed aidan aisha alain alan alastair albert alberto aleh ales alejandro "
    "aleksandra alena alex alexandra alexis alfred ali alice alina alison allan allen allison "
    "alyona amanda amber amir amy ana anastasia anais anatol anatoly anders andrea andreas andrew "
    "andrzej andy angela angelina angus anita anja ann anna annalena anne annegret annette annie "
    "anthony anton antonio antony arkady arnold arsen arseniy arthur artur artyom artsyom ashley "
    "asif astrid audrey august austin barack barbara barry bart beata ben benedict benjamin "
    "bernard bernie bernd bert beth betty bill bob bogdan boris bradley brandon brenda brett "
    "brian bridget bruce bruno bryan caitlin cameron carl carla carlos carmen carol caroline "
    "catherine cathy cecilia chad charles charlie charlotte cheryl chloe chris christian "
    "christina christine christoph christopher christos cindy claire clara claudia cliff clive "
    "colin connor conor constantin corey costas courtney craig crystal curtis cynthia dale damian "
    "dan daniel daniela daniil darren darya daria dave david dawn dean deborah denis dennis derek "
    "diana diane dietmar dina dirk dominic dominik don donald donna doris dorothy doug douglas "
    "duncan dylan ed eddie edgar edmund eduard edward edwin eileen elaine elena elias elizabeth "
    "ella ellen emily emma emmanuel emil enrique eric erica erik erin ernest erwin esther ethan "
    "eugene eva evan evelyn evgeny yevgeny eugen fatima fedor felix ferdinand fernando filip "
    "fiona fran frances francesca francesco francis francisco francois frank franz fred frederick "
    "friedrich fyodor gabriel gabriela gareth gary gavin geoffrey george georgios gerald gerard "
    "gerhard gerry gianni giles gina giorgio giovanni giuseppe glen glenn gloria gordon graham "
    "greg gregory guillaume gunther gustav guy hamid hannah hans harold harry harvey hassan "
    "heather hector heidi heike heiko heinrich helen helena helmut hendrik henri henry herbert "
    "herman hilary hillary holger holly horst howard hubert hugh hugo hussein ian ibrahim ida "
    "ignacio igor ihar ihor ilya ilona ilse imran inga ingrid inna irene irina iryna isaac isabel "
    "isabelle ivan ivo jack jackie jacob jacques jaka jake jakob jakub jamal james jamie jan jana "
    "jane janet janice janis jared jaroslaw jason javier jay jean jeanne jeff jeffrey jen "
    "jennifer jenny jens jeremy jerome jerry jesse jessica jessie jesus jill jim jimmy joachim "
    "joan joanna joanne jochen joe joel johan johann johannes john johnny jon jonas jonathan "
    "jorge jose josef josep joseph josh joshua josip joyce juan judith judy julia julian julie "
    "juliet jurgen justin justine karel karen karin karl kate katerina katharina katherine "
    "kathleen kathryn kathy katia katie katrin katya kay keith kelly ken kenneth kent kerry kevin "
    "khaled kim kimberly kira kirill kirsten klaus konrad konstantin kristen kristina krzysztof "
    "kurt kyle kyriakos lana larisa larry lars laura lauren laurence laurent lawrence lech lee "
    "leila leo leon leonard leonid leslie lewis liam lidia linas linda lindsay lisa liz liza "
    "lloyd lois lorenzo louis louise luca lucas lucia lucy luis luke lydia lyudmila madeleine "
    "maggie maksim maksym maxim malcolm manfred manuel marc marcel marcin marco marcus marek "
    "margaret maria marian marianne mariano marie marina mario marion marius mark markus marsha "
    "martha martin marvin mary maryna mateusz mathias matt matteo matthew matthias maureen "
    "maurice max megan mehmet mel melanie melissa michael michal michel michelle miguel mike "
    "mikheil milan miriam mitch mohamed mohammad mohammed muhammad molly monica monika morgan "
    "mustafa nadia nadya nadezhda nancy naomi natalia natalie natallia natalya natasha nathan "
    "nathaniel neil nelson nestor nicholas nick nicola nicolas nicole nigel nikita nikos nina "
    "noah noel nora norbert norman nursultan oksana olaf ole oleg oleh oleksiy olga olena olivia "
    "oliver olivier omar orest oscar oskar otto owen pablo pamela pascal patricia patrick paul "
    "paula pauline paulo pedro peggy penny pete peter petr petra petro peyton phil philip "
    "philippe phillip pierre piotr polina pyotr rachel rafael ralf ralph ramon ramzan randall "
    "randy raphael raul ray raymond rebecca regina reinhard rene rex ricardo richard rick rob "
    "robert roberta roberto robin rodney rodrigo roger roland rolf ron ronald rosa rose rosemary "
    "ross roy ruben rudolf rupert ruslan russell ruth ryan salman salvador sally sam samantha "
    "samuel sandra sandy sara sarah scott sean sebastian sharon shaun shawn sheila shirley sigmar "
    "silvia silvio simon simone sofia sonia sophia sophie stanislav stanislau stephan stephanie "
    "stephen steve steven stewart stuart sue susan susanna susanne suzanne sven sylvia tamara "
    "tanya tara tariq tatiana tatyana tatsiana taras ted teresa terence terry theodore theresa "
    "thierry thomas tim timothy tina todd tom tomas tomasz tommy tony tracy travis trevor tristan "
    "tyler ulrich ulrike ursula uwe vadim vadzim valentin valentina valer valery valeria "
    "valiantsin vanessa vasil vasily vera veranika vernon veronica veronika vic vincent vitali "
    "vitaly vitalii vivian vlad vladislav vladyslav volha walter walid wanda warren wayne wendy "
    "werner wilhelm will william wojciech wolfgang xavier yana yanina yannis yaroslav yasmin "
    "yegor yelena yousef yulia yuliya yusuf yvette yvonne zachary zbigniew zhanna zoe zoya "
    "zinaida zmitser recep viacheslav vyacheslav viachaslau svetlana galina halina liudmila "
    "lyubov marharyta andzei viktoria anatole anzhela angelika ekaterina katsiaryna alesia olesya "
    "kseniya aivars algirdas andriy andris antanas artis arvo arvydas aurelia dainius dalia "
    "dariusz denys edgars egils elmar grzegorz gintaras gitanas halyna heli helmi ingrida jaanus "
    "jadwiga jerzy jonas kaja kateryna kazimierz kersti krisjanis ksenia laimdota lesia linas "
    "mariusz mindaugas nataliia olha priit radek radoslaw raimonds rasa rimantas ryszard saulius "
    "siim solvita stanislaw tadeusz toomas urmas valdis valdas vilis vytautas vytenis waldemar "
    "yauhen yauhien yevhen yuliia zygimantas priya ravi rajesh sanjay amit anil deepak sunil "
    "vikram wei ming hiroshi kenji takashi yuki fatou kofi kwame amina chidi ngozi leila omer "
    "yael noam farid karim nadim samir tarek youssef leanid lyavon liavon mikola ludmila gennady "
    "gennadi henadz hienadz kastus zianon stsiapan tsimafei palina nasta piatro yan ryhor maryia "
    "alaksandr uladzislau stanislava aksana iosif gabrielius arturas rolandas remigijus ramunas "
    "evika ilze inara andrejs valdemar agne ruta solveig arne bjorn bjørn soren søren mette "
    "mikkel rasmus magnus nils niels kjell hakon håkon sigrid ragnhild thor torbjorn linnea lena "
    "birgit birgitta gunnar harald sverre synnove ingvar erkki jukka pekka sauli sanna antti "
    "matti juha timo callum calum hamish morag fergus euan ewan alasdair alistair eoin siobhan "
    "niall declan ciaran aoife edi arben elira dritan zoran goran dragan slobodan zeljko branko "
    "marjan borut janez miro nikola jovan milorad aleksandar bojan tomislav ivica zdravko boyko "
    "rumen stefan plamen traian mircea ion ilie klaus-dieter maia lajos laszlo istvan zoltan "
    "ferenc katalin gyorgy jozsef pavol zuzana vaclav jiri bohuslav ondrej lubomir hashim albin "
    "ramush devlet kemal meral ekrem nikol serzh vahe levon ilham heydar irakli giorgi bidzina "
    "salome kassym-jomart sadyr emomali shavkat gurbanguly".split()
)
"""First names of one meaning. Names that mostly are places or months are left out."""

SAME_NAMES = (
    "aleksandr aliaksandr alexander alyaksandr oleksandr oleksander aleksander alexandr",
    "vladimir uladzimir volodymyr wladimir vladzimir",
    "sviatlana svetlana svyatlana svitlana swetlana",
    "sergei sergey siarhei syarhey serhiy serhii sergej sjarhej",
    "nikolai nikolay mikalai mikalay mykola nikolaj",
    "dmitri dmitry dzmitry dmytro dmitrij dmitriy",
    "mikhail mikhailo mykhailo michail mikhael mihail",
    "pavel pavlo paval",
    "maria maryia mariya maryya maryna-maria",
    "aleksei alexei alexey aliaksei oleksiy alyaksey alexej",
    "andrei andrey andriy andrii andrej",
    "viktor victor viktar",
    "roman raman",
    "grigory ryhor hryhoriy grigori",
    "yuri yury iury jurij yuriy juri",
    "vasily vasil vasyl",
    "olga volha",
    "oleg aleh oleh",
    "igor ihar ihor",
    "anatoly anatol anatoli anatoliy",
    "joseph joe",
    "michael mike",
    "anthony tony antony",
    "robert bob",
    "william bill",
    "artyom artsyom artem",
    "natalia natalya natallia natalie",
    "pyotr petro piotr pyatro",
    "yelena elena alena olena",
    "veronika veranika veronica",
    "valery valer valeri",
    "yevgeny evgeny yauhen yevhen eugene",
    "tatiana tatyana tatsiana tetiana",
    "irina iryna",
    "maksim maxim maksym",
    "vitaly vital vitali vitalii",
    "francois françois",
)
"""First names that one person bears in two languages or for short."""

PLACES = frozenset(
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan "
    "bahrain bangladesh belarus belarussia byelorussia belgium benin bolivia bosnia botswana "
    "brazil britain brunei bulgaria burundi cambodia cameroon canada chad chile china colombia "
    "congo croatia cuba cyprus czechia czechoslovakia denmark djibouti ecuador egypt england "
    "eritrea estonia ethiopia eurasia europe africa asia america oceania antarctica fiji finland "
    "france gabon gambia georgia germany ghana greece greenland guatemala guinea guyana haiti "
    "herzegovina holland honduras hungary iceland india indonesia iran iraq ireland israel italy "
    "jamaica japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon "
    "lesotho liberia libya liechtenstein lithuania luxembourg macedonia madagascar malawi "
    "malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro "
    "morocco mozambique myanmar burma namibia nepal netherlands nicaragua niger nigeria norway "
    "oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania "
    "russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden "
    "switzerland syria taiwan tajikistan tanzania thailand tibet togo tunisia turkey turkmenistan "
    "uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen yugoslavia zambia zimbabwe "
    "ussr crimea donbas donbass chechnya transnistria kurdistan siberia silesia bavaria saxony "
    "flanders catalonia balkans baltic baltics caucasus mediterranean atlantic pacific arctic "
    "scandinavia minsk brest gomel homel grodno hrodna mogilev mahilyow mahileu vitebsk vitsebsk "
    "bobruisk babruysk zhodzina soligorsk salihorsk navapolatsk novopolotsk mozyr mazyr kyiv kiev "
    "kharkiv kharkov lviv odessa odesa dnipro donetsk luhansk mariupol chernihiv zaporizhzhia "
    "sevastopol moscow petersburg leningrad kaliningrad omsk tomsk novosibirsk sochi kazan "
    "smolensk samara rostov tyumen yekaterinburg murmansk vilnius kaunas riga tallinn warsaw "
    "krakow gdansk bialystok lublin prague bratislava budapest bucharest sofia belgrade zagreb "
    "ljubljana sarajevo skopje tirana athens ankara istanbul tbilisi baku yerevan astana almaty "
    "tashkent bishkek dushanbe berlin munich hamburg frankfurt cologne dresden leipzig dusseldorf "
    "bonn vienna salzburg zurich geneva bern basel brussels antwerp amsterdam rotterdam hague "
    "paris lyon marseille strasbourg london manchester birmingham liverpool edinburgh glasgow "
    "cardiff belfast dublin oxford cambridge madrid barcelona lisbon porto rome milan naples "
    "turin venice copenhagen stockholm oslo helsinki reykjavik washington york chicago boston "
    "philadelphia pittsburgh cleveland detroit baltimore atlanta miami dallas houston denver "
    "seattle portland francisco angeles vegas diego orleans kansas alabama alaska arizona "
    "arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa "
    "kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana nebraska nevada hampshire jersey ohio oklahoma oregon pennsylvania carolina dakota "
    "tennessee texas utah vermont virginia wisconsin wyoming hollywood broadway manhattan "
    "brooklyn toronto ottawa montreal vancouver quebec ontario sydney melbourne brisbane beijing "
    "shanghai tokyo seoul pyongyang bangkok jakarta manila hanoi delhi mumbai islamabad karachi "
    "lahore kabul tehran baghdad damascus beirut jerusalem gaza riyadh dubai doha cairo tripoli "
    "tunis nairobi lagos johannesburg cape havana caracas bogota lima santiago rio janeiro aires "
    "sao paulo nabucco yamal chernobyl chornobyl schengen maidan беларусь россия украина польша "
    "литва латвия эстония германия франция европа америка сша минск москва киев варшава вильнюс "
    "брюссель запад восток київ україна польща расія украіна захад weissrussland russland "
    "deutschland polen litauen lettland europa".split()
)
"""Countries, regions, capitals and large cities: alone they are nobody."""

DEMONYMS = frozenset(
    "afghan albanian algerian american argentine argentinian armenian asian australian austrian "
    "azerbaijani azeri baltic belarusian belarussian byelorussian belgian bosnian brazilian "
    "british briton bulgarian canadian chechen chilean chinese colombian crimean croatian cuban "
    "cypriot czech danish dutch egyptian english estonian ethiopian eurasian european euro "
    "finnish french georgian german greek hungarian icelandic indian indonesian iranian iraqi "
    "irish israeli italian japanese jewish jew jordanian kazakh kenyan korean kosovan kurdish "
    "kuwaiti kyrgyz latvian lebanese libyan lithuanian macedonian malaysian mexican moldovan "
    "mongolian moroccan nigerian norwegian pakistani palestinian peruvian pole polish portuguese "
    "romanian russian saudi scottish serb serbian siberian singaporean slovak slovenian somali "
    "soviet spanish swedish swiss syrian taiwanese tajik thai tunisian turk turkish turkmen "
    "ukrainian uzbek venezuelan vietnamese welsh western eastern northern southern christian "
    "muslim catholic orthodox protestant islamic arab african hispanic black white democrat "
    "republican communist nazi bolshevik londoner parisian slavic hasidic sunni shia".split()
)
"""What people are called by country, faith or party; their plurals are formed by the reader."""

ORGANISATION = frozenset(
    "ministry council union commission committee bank agency party court university institute "
    "center centre foundation fund organization organisation association group company "
    "corporation corp inc ltd llc plc parliament department office service services movement "
    "front forces police guard guards church club airlines airways airline league federation "
    "alliance coalition network society trust bureau authority board congress senate assembly "
    "duma commonwealth house chamber team times post news press journal herald tribune telegraph "
    "academy school college hospital factory plant refinery exchange holdings holding industries "
    "consortium registry initiative nations watch crescent partners capital army brigade cabinet "
    "administration tribunal workshop workers laboratory laboratories orchestra museum museums "
    "clinic survey advisers advisors regiment battalion "
    "railways railway reserve treasury theatre partisans studios pictures entertainment media "
    "radio television tv presse rovers wanderers films motors pharmaceuticals "
    "logistics".split()
)
"""Last (or, before "of", first) words of an organisation's name, lower case."""

HEADS = frozenset(
    "ministry council union commission committee bank court university institute center centre "
    "foundation fund organization organisation association department bureau church college "
    "academy federation league chamber house school society alliance office community "
    "confederation congress assembly hospital commonwealth".split()
)
"""Words that begin an organisation's name when `of`, `for` or `on` follows."""

FIRST_HEADS = frozenset("campaign coalition forum front movement party umbrella".split())
"""Words that do so where nothing stands before them: a `Coalition for Clean Rivers`."""

CLUBS = frozenset("dinamo dynamo spartak torpedo lokomotiv cska zenit shakhtar shakhtyor".split())
"""Words that clubs put before the name of their town."""

NOT_PERSONS = frozenset(
    "magistrates fort lane drive boulevard creek heights street st. square avenue road park lake "
    "river mountain mountains island islands bridge station airport stadium palace cathedral hall "
    "hill hills beach county township borough city town village province region state states "
    "republic district valley bay sea ocean gulf canal wall war wars day week year years award "
    "awards cup prize championship championships olympics games festival series act agreement "
    "protocol plan treaty accords law bill code constitution revolution summit forum conference "
    "world north south east west central stream pipeline new great union empire kingdom peace "
    "nobel saint rights human power street's eve christmas easter bible church book show tower "
    "program programme project operation mission report google facebook twitter telegram youtube "
    "instagram apple bbc news online today tonight live update monday tuesday wednesday thursday "
    "friday saturday sunday january february april july august september october november "
    "december chiefs bowl open expo wi-fi grand prix opposition people security national "
    "international federal general supreme public foreign".split()
)
"""Words that stand in no person's name."""

NO_ACRONYMS = frozenset(
    "RAM MB GB TB CPU GPU PD HD HDMI LED LCD SSD "
    "SWAT FALSE TRUE DC NY LA US USA UK UAE USSR EU TV PM AM CEO CFO COO MP MPS DNA RNA HIV AIDS "
    "LNG LPG GDP GNP COVID PCR BST GMT EST EDT CET UTC PST II III IV VI VII VIII OK ID IDS SUV "
    "GPS PR IT AI VIP RSS PDF HTML URL FAQ SWIFT OMG LOL ETA SMS VPN USD EUR RUB BYN PHOTO VIDEO "
    "NEWS UPDATE READ LIVE NOT AND THE FOR WITH ALL NEW NO YES GOP PT PTS QB NE SW SE NW CO INC "
    "LTD JR SR MD PHD CV DJ TNT BMW CCTV SIM USB IPO VAT PPE ICU UFO CD DVD FM IQ XI PC A&E R&B "
    "Q&A TD KC ПОЛ ЛНР ДНР AG GMBH OAO JSC PLC LLC MVP NATO-LED".split()
)
"""Capitals that are no organisation's."""

ORGANISATION_ENDINGS = (
    *("bank", "prom", "neft", "telecom", "energo", "neftekhim", "kombinat"),
    *("group", "atom", "gaz", "avia"),
)
"""Endings that tell a company's name by themselves (the names around the beat end so)."""

KIND_NOUNS = frozenset(
    "newspaper daily weekly magazine tabloid agency broadcaster channel website portal company "
    "firm airline carrier giant producer maker operator retailer group party bank refinery "
    "factory publisher monopoly exporter importer subsidiary conglomerate union charity insurer "
    "brewer utility startup chain spółka spółki firma firmy koncern dziennik компания компании "
    "концерн концерна газета агентство агентства кампанія кампаніі".split()
)
"""Nouns right before a name that say it is an organisation: "the newspaper NAME"."""

SHOPS = frozenset(
    "store stores boutique boutiques shop shops jewellers jewelers supermarket supermarkets "
    "restaurant restaurants hotel hotels".split()
)
"""Nouns right behind a name that make it a house's: "the NAME boutique"."""

KIN = frozenset("son daughter wife husband brother sister father mother".split())
"""Nouns after which a bare first name is a person."""

NO_ORGANISATIONS = frozenset(
    {
        "soviet union",
        "civil society",
        "general service",
        "iron guard",
        "middle school",
        "high school",
        "supreme court",
        "social media",
        "state tv",
        "state television",
    }
)
"""Names that end like an organisation's and are a state, or anybody's."""
