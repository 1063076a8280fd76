"""Words to make fairs of: towns, goods, parts of names, people; all invented or common knowledge."""

from typing import NamedTuple


def some(text: str) -> list[str]:
    """The words of a text, written so since lists of them are long."""
    return text.split()


class Town(NamedTuple):
    """A town in three spellings, the stem of its Russian adjective ("" where it is not used), and what it lies in."""

    ru: str
    be: str
    en: str
    stem: str
    region: str
    country: str


REGIONS = {
    "BY-BR": ("Брестская область", "Брэсцкая вобласць", "Brest Region"),
    "BY-HO": ("Гомельская область", "Гомельская вобласць", "Gomel Region"),
    "BY-HR": ("Гродненская область", "Гродзенская вобласць", "Grodno Region"),
    "BY-MA": ("Могилёвская область", "Магілёўская вобласць", "Mogilev Region"),
    "BY-MI": ("Минская область", "Мінская вобласць", "Minsk Region"),
    "BY-VI": ("Витебская область", "Віцебская вобласць", "Vitebsk Region"),
    "RU-CHE": ("Челябинская область", "Чалябінская вобласць", "Chelyabinsk Region"),
    "RU-KDA": ("Краснодарский край", "Краснадарскі край", "Krasnodar Territory"),
    "RU-MOS": ("Московская область", "Маскоўская вобласць", "Moscow Region"),
    "RU-NIZ": ("Нижегородская область", "Ніжагародская вобласць", "Nizhny Novgorod Region"),
    "RU-NVS": ("Новосибирская область", "Новасібірская вобласць", "Novosibirsk Region"),
    "RU-PSK": ("Псковская область", "Пскоўская вобласць", "Pskov Region"),
    "RU-SAM": ("Самарская область", "Самарская вобласць", "Samara Region"),
    "RU-SMO": ("Смоленская область", "Смаленская вобласць", "Smolensk Region"),
    "RU-SVE": ("Свердловская область", "Свярдлоўская вобласць", "Sverdlovsk Region"),
    "RU-TA": ("Татарстан", "Татарстан", "Tatarstan"),
    "RU-TUL": ("Тульская область", "Тульская вобласць", "Tula Region"),
    "RU-YAR": ("Ярославская область", "Яраслаўская вобласць", "Yaroslavl Region"),
}
COUNTRIES = {
    "BY": ("Беларусь", "Беларусь", "Belarus"),
    "RU": ("Россия", "Расія", "Russia"),
    "KZ": ("Казахстан", "Казахстан", "Kazakhstan"),
    "UZ": ("Узбекистан", "Узбекістан", "Uzbekistan"),
    "TR": ("Турция", "Турцыя", "Türkiye"),
    "PL": ("Польша", "Польшча", "Poland"),
    "DE": ("Германия", "Германія", "Germany"),
    "CN": ("Китай", "Кітай", "China"),
    "IT": ("Италия", "Італія", "Italy"),
}
_TOWNS = """
Минск Мінск Minsk минск BY-MI|Борисов Барысаў Borisov борисовск BY-MI|Солигорск Салігорск Soligorsk солигорск BY-MI
Слуцк Слуцк Slutsk слуцк BY-MI|Жодино Жодзіна Zhodino жодинск BY-MI|Молодечно Маладзечна Molodechno молодечненск BY-MI
Несвиж Нясвіж Nesvizh несвижск BY-MI|Вилейка Вілейка Vileyka вилейск BY-MI
Дзержинск Дзяржынск Dzerzhinsk дзержинск BY-MI|Брест Брэст Brest брестск BY-BR|Кобрин Кобрын Kobrin кобринск BY-BR
Пинск Пінск Pinsk пинск BY-BR|Барановичи Баранавічы Baranovichi барановичск BY-BR
Лунинец Лунінец Luninets лунинецк BY-BR|Ивацевичи Івацэвічы Ivatsevichi ивацевичск BY-BR
Пружаны Пружаны Pruzhany пружанск BY-BR|Гомель Гомель Gomel гомельск BY-HO|Мозырь Мазыр Mozyr мозырск BY-HO
Жлобин Жлобін Zhlobin жлобинск BY-HO|Речица Рэчыца Rechitsa речицк BY-HO
Светлогорск Светлагорск Svetlogorsk светлогорск BY-HO|Рогачёв Рагачоў Rogachev рогачёвск BY-HO
Калинковичи Калінкавічы Kalinkovichi калинковичск BY-HO|Гродно Гродна Grodno гродненск BY-HR
Лида Ліда Lida лидск BY-HR|Слоним Слонім Slonim слонимск BY-HR|Волковыск Ваўкавыск Volkovysk волковысск BY-HR
Сморгонь Смаргонь Smorgon сморгонск BY-HR|Новогрудок Навагрудак Novogrudok новогрудск BY-HR
Ошмяны Ашмяны Oshmyany ошмянск BY-HR|Могилёв Магілёў Mogilev могилёвск BY-MA|Бобруйск Бабруйск Bobruisk бобруйск BY-MA
Горки Горкі Gorki горецк BY-MA|Осиповичи Асіповічы Osipovichi осиповичск BY-MA|Кричев Крычаў Krichev кричевск BY-MA
Быхов Быхаў Bykhov быховск BY-MA|Витебск Віцебск Vitebsk витебск BY-VI|Орша Орша Orsha оршанск BY-VI
Полоцк Полацк Polotsk полоцк BY-VI|Новополоцк Наваполацк Novopolotsk новополоцк BY-VI
Глубокое Глыбокае Glubokoye глубокск BY-VI|Лепель Лепель Lepel лепельск BY-VI|Поставы Паставы Postavy поставск BY-VI
Барань Барань Baran баранск BY-VI|Смоленск Смаленск Smolensk смоленск RU-SMO|Вязьма Вязьма Vyazma вяземск RU-SMO
Рославль Рослаўль Roslavl рославльск RU-SMO|Псков Пскоў Pskov псковск RU-PSK|Самара Самара Samara самарск RU-SAM
Тольятти Тальяці Tolyatti тольяттинск RU-SAM|Сызрань Сызрань Syzran сызранск RU-SAM|Казань Казань Kazan казанск RU-TA
Елабуга Елабуга Yelabuga елабужск RU-TA|Екатеринбург Екацярынбург Yekaterinburg екатеринбургск RU-SVE
Серов Сяроў Serov серовск RU-SVE|Челябинск Чалябінск Chelyabinsk челябинск RU-CHE|Миасс Міас Miass миасск RU-CHE
Златоуст Златавуст Zlatoust златоустовск RU-CHE|Тула Тула Tula тульск RU-TUL
Ярославль Яраслаўль Yaroslavl ярославск RU-YAR|Рыбинск Рыбінск Rybinsk рыбинск RU-YAR
Новосибирск Новасібірск Novosibirsk новосибирск RU-NVS|Бердск Бердск Berdsk бердск RU-NVS
Краснодар Краснадар Krasnodar краснодарск RU-KDA|Армавир Армавір Armavir армавирск RU-KDA
Арзамас Арзамас Arzamas арзамасск RU-NIZ|Выкса Выкса Vyksa выксунск RU-NIZ|Кстово Кстова Kstovo кстовск RU-NIZ
Подольск Падольск Podolsk подольск RU-MOS|Коломна Каломна Kolomna коломенск RU-MOS|Химки Хімкі Khimki химкинск RU-MOS
Электросталь Электрасталь Elektrostal электростальск RU-MOS|Дмитров Дзмітраў Dmitrov дмитровск RU-MOS
Караганда Караганда Karaganda карагандинск KZ|Алматы Алматы Almaty алматинск KZ
Павлодар Паўладар Pavlodar павлодарск KZ|Ташкент Ташкент Tashkent ташкентск UZ
Самарканд Самарканд Samarkand самаркандск UZ|Бухара Бухара Bukhara бухарск UZ|Стамбул Стамбул İstanbul - TR
Бурса Бурса Bursa - TR|Измир Ізмір İzmir - TR|Конья Конья Konya - TR|Варшава Варшава Warszawa - PL
Белосток Беласток Białystok - PL|Люблин Люблін Lublin - PL|Лодзь Лодзь Łódź - PL|Мюнхен Мюнхен München - DE
Штутгарт Штутгарт Stuttgart - DE|Кёльн Кёльн Köln - DE|Дрезден Дрэздэн Dresden - DE|Шанхай Шанхай Shanghai - CN
Уси Усі Wuxi - CN|Нинбо Нінбо Ningbo - CN|Шэньчжэнь Шэньчжэнь Shenzhen - CN|Милан Мілан Milano - IT
Болонья Балоння Bologna - IT|Турин Турын Torino - IT
"""


def _town(line: str) -> Town:
    ru, be, en, stem, where = line.split(" ")
    return Town(ru, be, en, stem.strip("-"), where if "-" in where else "", where[:2])


TOWNS = [_town(line) for line in _TOWNS.replace("\n", "|").strip("|").split("|")]

# Nouns by the way they are declined; of the masculine ones that lose a vowel, the stem of the plural follows.
MASCULINE = some(
    """
    насос клапан редуктор двигатель:двигател трактор комбайн прицеп грузовик подшипник трансформатор кабель:кабел
    провод датчик контроллер манипулятор компрессор генератор котёл:котл станок:станк инструмент резец:резц пресс
    штамп конвейер погрузчик экскаватор бульдозер автобус троллейбус трамвай:трамва вагон светильник прожектор
    телевизор холодильник чайник утюг ковёр:ковр матрас диван стол шкаф стул кирпич бетон цемент профиль:профил
    уголок:уголк болт подъёмник лифт кран экран монитор сканер принтер робот дрон спутник шлем костюм ботинок:ботинк
    сапог свитер йогурт сыр творог сок хлеб сухарь:сухар мармелад шоколад чай:ча кофейник фильтр пылесос
    обогреватель:обогревател радиатор счётчик манометр термометр микроскоп лазер шприц бинт препарат витамин крем
    шампунь:шампун пакет ящик поддон контейнер мешок:мешк картон лист слиток:слитк пруток:прутк рельс мост сплав
    порошок:порошк полимер каучук растворитель:растворител клей:кле лак герметик саженец:саженц комбикорм инкубатор
    доильник
    """
)
FEMININE = some(
    """
    турбина муфта фреза плита балка труба проволока лента шина машина линия:лини борона сеялка косилка жатка лопата
    мебель:мебел дверь:двер панель:панел ванна раковина плитка краска смола плёнка упаковка коробка бочка тара бутылка
    банка рубашка куртка обувь:обув перчатка ткань:ткан пряжа нить:нит шапка игрушка кукла книга бумага тетрадь:тетрад
    ручка лампа батарея:батаре антенна плата камера печь:печ горелка установка пила дрель:дрел отвёртка пружина
    шестерня:шестерн рыба колбаса конфета мука крупа сметана вода соль:сол приправа косметика таблетка маска аптечка
    кровать:кроват коляска лодка тележка цистерна платформа
    """
)
ADJECTIVES = some(
    """
    дизельн электрическ гидравлическ пневматическ газов паров водян ветров солнечн атомн литейн кузнечн токарн фрезерн
    шлифовальн сварочн лазерн измерительн оптическ цифров автоматическ промышленн дорожн строительн сельскохозяйственн
    лесн пищев молочн мясн рыбн хлебопекарн кондитерск овощн консервн швейн трикотажн льнян хлопков шерстян кожан
    обувн деревянн мебельн бумажн картонн стеклянн керамическ фарфоров пластмассов резинов стальн чугунн алюминиев
    медн титанов детск медицинск лабораторн спортивн туристическ бытов кухонн офисн школьн военн морск речн авиационн
    космическ железнодорожн автомобильн тракторн карьерн шахтн нефтян химическ лакокрасочн фармацевтическ косметическ
    ветеринарн семенн тепличн энергосберегающ:щ криогенн вакуумн ультразвуков инфракрасн светодиодн беспроводн
    переносн погружн подвесн модульн инструментальн моторн станочн приборн механическ экспериментальн ремонтн опытн
    кабельн насосн арматурн
    """
)
KINDS = some(
    """
    завод:3 комбинат:3 фабрика:3 предприятие:2 компания:2 холдинг мастерская объединение концерн агрегаты центр
    лаборатория бюро институт
    """
)
SHOP_WORDS = some(
    """
    сервис трейд групп строй торг инвест плюс лайн экспорт импорт проект комплект снаб логистик маркет дизайн
    технологии системы решения ресурс альянс партнёр мастер профи стандарт контракт регион
    """
)
STARTS = some(
    """
    Бел Пром Тех Агро Евро Рос Авто Строй Энерго Мет Гидро Спец Минск Транс Хим Электро Био Лес Урал Сиб Волга Дон
    Нефте Газ Тепло Вод Радио Пласт Прод Сельхоз Сталь Фарм Хлеб Эко Мир Альфа Вега Гранит Дельта Зенит Икар Кварц
    Лидер Магнит Орион Прайм Рубин Сигма Темп Унив Форт Цент Яр Брест Вит Гом Могил Кобр Полес Двин Нёман Припять
    Берез Свисл Арт Авиа Мото Вело Микро Нано Мульти Интер Дом Быт Свет Звук Глоб Кан Рем Юг Север Восток Запад Славян
    Татар Донн Кам Орен
    """
)
MIDDLES = some(
    """
    пром тех маш строй агро хим мет тепло энерго авто транс лес газ нефте сталь прибор торг прод пласт вод оптик радио
    свет мед био фарм хлеб мяс мол рыб лен шерсть кож деталь станко электро гидро спец кабель мотор дор мост
    """
)
ENDS = some(
    """
    маш пром торг строй сервис снаб проект монтаж комплект прибор деталь сталь ресурс продукт экспорт импорт контракт
    наладка мебель текстиль лён трест пак тара оптик кабель лизинг альянс консалт диагностика модуль механика
    автоматика технология оборудование инжиниринг изделие
    """
)
SYLLABLES = some(
    """
    та ве ла ри но ка ми до ра се ли ро на ви ко ма де ру са ни ло ти па фе га бо ге ки лу ре мо зо ди ву ба ста кра
    три пло гра бри сно вла кле дра
    """
)
TAILS = some(
    """
    н р л ния рия вит тон рель мир ник ант екс ора ум дар лис вика тис зан рус лента мета форма вид стар грин
    """
)
LATIN_SYLLABLES = some(
    """
    ta ve la ri no ka mi do ra se li ro na vi co ma de ru sa ni lo ti pa fe ga bo ge ki lu re mo zo di vu sta cra tri
    plo gra bri sno vla cle dra qua xe ny ja
    """
)
LATIN_TAILS = some(
    """
    n r x tec tron dyn ware lis via tis zan ris mex pur flex bit cor vex nova dor line form nex lux med sol fast gen
    mat plan
    """
)
LATIN_WORDS = some(
    """
    Systems Technologies Machinery Solutions Industries Group Trading Robotics Automation Electronics Tools Pumps
    Bearings Plastics Chemicals Foods Textiles Furniture Energy Software Engineering Logistics Equipment Metals
    Packaging
    """
)
GERMAN_STARTS = some(
    """
    Hart Stein Wald Berg Klein Rot Schwarz Ober Nieder Lind Eich Büch Grün Krä Schmid Mühl Häus Köh Zimmer Wein Baum
    Gold Silber Brand Kalt Neu Alt Hoch Tief Lang Kurz Rein Feld
    """
)
GERMAN_ENDS = some(
    "müller mann bach feld hofer burg meier stein hausen brunner wald inger höfer auer lein egger berger"
)
GERMAN_WORDS = some(
    """
    Maschinenbau Werkzeuge Antriebstechnik Elektronik Messtechnik Anlagenbau Getriebe Kunststoffe Pumpenfabrik
    Fördertechnik Gießerei Lasertechnik Schweißtechnik Hydraulik Möbelwerke Medizintechnik
    """
)
CHINESE_TOWNS = some(
    """
    Wuxi Ningbo Shanghai Shenzhen Wenzhou Qingdao Suzhou Hangzhou Dongguan Foshan Jinan Tianjin Xiamen Hefei Changzhou
    Yantai Zhuhai Chengdu
    """
)
CHINESE = some(
    """
    cheng da xin hua feng li jin yong long tai hong sheng ming wei guang jia bao heng rui tong fu shun kang bo zhong
    qiang yuan hai dong lian xing an de mao run
    """
)
TURKISH = some(
    """
    Yıldırım Demir Öztürk Kaya Aydın Şahin Çelik Güneş Karadağ Bozkurt Altın Gümüş Toprak Ege Marmara Anadolu Özkan
    Erdoğdu Koçak Taşkın Uçar Şimşek
    """
)
TURKISH_WORDS = some("Makina Tekstil Gıda Plastik Otomotiv Mobilya Kimya Döküm İnşaat Ambalaj Pompa Elektrik")
POLISH = some(
    """
    Kowalczyk Wiśniewski Zieliński Wójcik Łukasik Górski Szczepański Żak Pająk Dąbrowski Jeziorny Śliwa Mączka
    Krzemień Brzezina
    """
)
POLISH_WORDS = some("Zakłady Meble Maszyny Hurtownia Odlewnia Narzędzia Okna Opakowania Przędza Młyny Cegielnia")
KAZAKH = some(
    """
    Құрылыс Темір Алтын Жетісу Сарыарқа Есіл Ертіс Тұлпар Шаңырақ Қазына Бәйтерек Дала Көкше Жұлдыз Өрлеу Арман Қыран
    Ұлытау
    """
)
UZBEK = some("Zarafshon Oltin Paxta Navbahor Yangi Sharq Buloq Humo Osiyo Mustaqil Chinor Gulobod Baraka Turon")
UZBEK_WORDS = some("Tekstil Agro Qurilish Sanoat Savdo Mashina Neft Ipak Kabel Un")
BELARUSIAN_ADJECTIVES = some(
    """
    Палескі Віцебскі Нёманскі Беларускі Лідскі Аршанскі Полацкі Слуцкі Пінскі Замкавы Азёрны Ручны Хатні Свежы Залаты
    Жытнёвы Ільняны Шкляны Ганчарны Зімовы
    """
)
BELARUSIAN_NOUNS = some(
    """
    млын кавалак сад ровар ткач цагельнік завод дыван збан каваль бровар гасцінец рамеснік абутак пекар кірмаш вулей
    човен вятрак
    """
)
SURNAME_ROOTS = some(
    """
    Иван Петр Сидор Кузнец Смирн Вас Козл Новик Мороз Волк Соловь Зайц Павл Семён Голуб Виноград Богдан Вороб Фёдор
    Михайл Белоус Тарас Комар Кисел Макар Андре Алёшк Дмитр Карп Степан Гриц Жук Ляш Юрк Савч Пашк Рудзь Шевч Кракоз
    Барк Дуб Лещ Сорок Галк Зубр Щук Черн Красн Рыж Мельник Гончар Бондар Пекар Ткач Кравц Швед Литвин Полещ Верх
    Заруб Остров Озер Реч Лугов Бород Кривош Седых Стрельц Пушкар Рыбак Пчель Ярош Янк Адамк Бабк Вербиц Гаврил Данил
    Еремк Захарк
    """
)
SURNAME_ENDS = some("ов ин ский ич ович евич енко ук юк ик чик ец овский инский ёв ко ков енков")
FIRST_NAMES = some(
    """
    Александр Алексей Андрей Антон Борис Вадим Валерий Виктор Виталий Владимир Геннадий Денис Дмитрий Егор Игорь
    Кирилл Константин Леонид Максим Михаил Николай Олег Павел Пётр Роман Сергей Степан Юрий Ярослав
    """
)
WOMEN = some(
    """
    Анна Алла Валентина Вера Галина Дарья Елена Жанна Инна Ирина Ксения Лариса Людмила Марина Мария Надежда Наталья
    Ольга Светлана Татьяна Юлия
    """
)
ROLES = ["директор", "главный инженер", "начальник отдела сбыта", "менеджер по экспорту", "представитель", "технолог"]
PHRASES = [
    "собственное производство",
    "полный цикл",
    "ищем дилеров",
    "ремонт и модернизация",
    "монтаж и наладка",
    "сервисное обслуживание",
    "серийный выпуск",
    "изготовление на заказ",
    "поставки со склада",
    "новинка сезона",
    "экспорт в двадцать стран",
    "испытательная лаборатория",
    "контроль качества на каждом этапе",
    "оптовая торговля",
    "гарантия три года",
    "проектирование под ключ",
]
FORMS = some("ООО ОАО ЗАО АО ЧУП РУП ОДО СООО ПАО НПО ЧТУП УП")
