"""What plans call their properties and the things that they draw, in four languages: a table of words."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

HALL, STAND, WALL, BLOCK, DOOR, SERVICE = "hall", "stand", "wall", "block", "door", "service"
"""What a thing on a plan can be; the ways between levels are called as a passage calls them."""

WAYS = ("stairs", "lift", "escalator", "ramp")

_KEYS = {
    "role": "kind|type|class|category|amenity|highway|feature type|object type|layer|indoor|room|element|art|"
            "objekt|objektart|typ|тип|вид|слой|категория|класс|тып|від",
    "code": "code|stand no|stand nr|stand number|stand id|stand code|stand|booth|booth no|booth nr|booth number|"
            "booth id|standnummer|standnr|stand nummer|номер стенда|стенд|код стенда|код|номер|номер места|место|"
            "стэнд|нумар стэнда|нумар|number|nr|no|num|ref|label no|boothnumber|standno",
    "hall": "hall|hall no|hall name|hall nr|hall number|halle|hallenname|pavilion|pavillon|павильон|зал|номер зала|"
            "павильон номер|зала|павільён|building|корпус|hallname|hall id",
    "level": "level|floor|storey|etage|ebene|geschoss|stockwerk|этаж|уровень|паверх|узровень|ordinal|level id|"
             "floor no",
    "name": "name|title|label|caption|название|наименование|имя|назва|найменне|bezeichnung|titel|text|подпись",
    "firm": "exhibitor|exhibitors|company|company name|firm|occupant|tenant|aussteller|firma|участник|экспонент|"
            "компания|организация|фирма|удзельнік|экспанент|кампанія|organisation|organization|арендатор",
    "area": "area|area m2|sqm|m2|size|area sqm|площадь|площадь м2|площадь кв м|fläche|standfläche|плошча|размер",
    "width": "width|width m|ширина|breite|шырыня",
    "hours": "hours|opening hours|часы|часы работы|öffnungszeiten",
    "note": "description|note|описание|примечание|beschreibung|апісанне",
    "id": "id|fid|ogc fid|objectid|gid|guid|uuid",
}  # fmt: skip

_ROLES = {
    HALL: "hall|halle|messehalle|pavilion|pavillon|building|floor|level|storey|этаж|паверх|зал|павильон|здание|"
          "зала|павільён|exhibition hall|hall outline|outline|footprint|venue|контур|контур зала|корпус|umriss|"
          "halls|hallen|залы|павильоны",
    "outdoor": "outdoor|open air|open-air|outdoor area|freigelände|уличная площадка|открытая площадка|"
               "адкрытая пляцоўка|двор|courtyard|yard",
    STAND: "stand|booth|stall|exhibit|kiosk|exhibitor|unit|plot|стенд|стэнд|место|ячейка|стойка|standfläche|"
           "messestand|stands|booths|стенды|стэнды|exhibit booth|exhibition stand|stand area|market stall|table",
    WALL: "wall|walls|wand|wände|стена|стены|сцяна|partition|перегородка|drywall|brick|concrete|glass|wood",
    BLOCK: "block|column|columns|pillar|obstacle|obstruction|колонна|колонны|столб|препятствие|säule|säulen|stütze|"
           "калона|technical|technical area|техническая зона|nonpublic|non public|structure|opentobelow|vegetation|"
           "service area|void|equipment|water",
    DOOR: "door|doors|entrance|entry|exit|gate|opening|вход|выход|дверь|двери|ворота|уваход|выхад|дзверы|tür|"
          "eingang|ausgang|tor|pedestrian|emergencyexit|emergency exit|аварийный выход|notausgang|main entrance",
    "stairs": "stairs|stair|staircase|steps|лестница|лесвіца|treppe|treppen|treppenhaus",
    "lift": "lift|elevator|лифт|ліфт|aufzug|fahrstuhl",
    "escalator": "escalator|эскалатор|эскалатар|rolltreppe|fahrtreppe|movingwalkway",
    "ramp": "ramp|пандус|rampe",
    "info": "info|information|info desk|информация|инфостойка|справочная|інфармацыя|auskunft|infostand|help desk",
    "cloakroom": "cloakroom|coat check|wardrobe|гардероб|гардэроб|garderobe|baggage storage|lockers|"
                 "камера хранения",
    "first-aid": "first aid|first-aid|firstaid|medical|медпункт|первая помощь|erste hilfe|sanitäter|"
                 "медпункт першая дапамога",
    "toilet": "toilet|toilets|wc|restroom|restrooms|restroom male|restroom female|restroom unisex|туалет|туалеты|"
              "прыбіральня|toilette|toiletten|lavatory",
    "accessible-toilet": "accessible toilet|restroom wheelchair|restroom female wheelchair|"
                         "restroom male wheelchair|restroom unisex wheelchair|туалет для инвалидов|behinderten wc|"
                         "wheelchair toilet",
    "cafe": "cafe|café|coffee|restaurant|food|foodservice|catering|bistro|bar|snack|кафе|ресторан|буфет|столовая|"
            "кавярня|eating drinking|imbiss|food court|canteen",
    "atm": "atm|банкомат|bankamat|geldautomat|cash machine|банкамат",
    "lost-found": "lost and found|lost found|бюро находок|fundbüro",
    "prayer": "prayer room|prayer|молитвенная комната|gebetsraum",
    "parking": "parking|парковка|стоянка|parkplatz|паркоўка",
    "transport": "taxi|bus|bus stop|shuttle|такси|автобус|остановка|transport|tram|metro|train|railway|subway",
    "wifi": "wifi|wi-fi|wlan",
    "room": "room|meeting room|conference room|conferenceroom|seminar room|переговорная|конференц зал|"
            "конференц-зал|перамоўная|auditorium|classroom|besprechungsraum|konferenzraum|tagungsraum|office|"
            "lounge|media|press",
    "stage": "stage|сцена|bühne|сцэна|theater|theatre|podium",
}  # fmt: skip

SERVICES = frozenset(
    ("info", "cloakroom", "first-aid", "toilet", "accessible-toilet", "cafe", "atm", "lost-found", "prayer", "parking",
     "transport", "wifi", "room", "stage")
)  # fmt: skip
"""The roles that are kinds of a service."""

NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "info": {"ru": "Информация", "be": "Інфармацыя", "en": "Information"},
    "cloakroom": {"ru": "Гардероб", "be": "Гардэроб", "en": "Cloakroom"},
    "first-aid": {"ru": "Медпункт", "be": "Медпункт", "en": "First aid"},
    "toilet": {"ru": "Туалет", "be": "Прыбіральня", "en": "Toilet"},
    "accessible-toilet": {"ru": "Доступный туалет", "be": "Даступная прыбіральня", "en": "Accessible toilet"},
    "cafe": {"ru": "Кафе", "be": "Кавярня", "en": "Café"},
    "atm": {"ru": "Банкомат", "be": "Банкамат", "en": "Cash machine"},
    "lost-found": {"ru": "Бюро находок", "be": "Бюро знаходак", "en": "Lost and found"},
    "prayer": {"ru": "Комната для молитвы", "be": "Пакой для малітвы", "en": "Prayer room"},
    "parking": {"ru": "Парковка", "be": "Паркоўка", "en": "Parking"},
    "transport": {"ru": "Остановка", "be": "Прыпынак", "en": "Stop"},
    "wifi": {"ru": "Wi-Fi", "be": "Wi-Fi", "en": "Wi-Fi"},
    "room": {"ru": "Комната", "be": "Пакой", "en": "Room"},
    "stage": {"ru": "Сцена", "be": "Сцэна", "en": "Stage"},
    "stairs": {"ru": "Лестница", "be": "Лесвіца", "en": "Stairs"},
    "lift": {"ru": "Лифт", "be": "Ліфт", "en": "Lift"},
    "escalator": {"ru": "Эскалатор", "be": "Эскалатар", "en": "Escalator"},
    "ramp": {"ru": "Пандус", "be": "Пандус", "en": "Ramp"},
    "door": {"ru": "Вход", "be": "Уваход", "en": "Entrance"},
})  # fmt: skip
"""What a thing is called whose plan gives it no name, by its role."""


class Property(NamedTuple):
    """What a property is about, "" where that is not known, and the language of its value, "" for any."""

    field: str
    language: str = ""


def _table(words: Mapping[str, str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for name, said in words.items():
        for word in said.split("|"):
            table.setdefault(_plain(word), name)
    return table


def _plain(text: str) -> str:
    """A word as it is compared: small letters, words of one camel apart, no signs between them."""
    text = re.sub(r"(?<=[a-zа-я])(?=[A-ZА-Я])", " ", text)
    return " ".join(re.sub(r"[\W_]+", " ", text).casefold().replace("ё", "е").split())


_FIELDS = _table(_KEYS)
_MEANINGS = _table(_ROLES)
_LANGUAGE = re.compile(r"(.+?)[\s_:.-]+(ru|be|by|en|de|kk|zh|tr|fr|es|pl|uk|lt|lv|et|uz)\Z", re.IGNORECASE)


def property_of(name: str) -> Property:
    """What a property is about by its name: "Stand_No" -> code, "name:ru" -> a name in Russian."""
    field = _FIELDS.get(_plain(name), "")
    if field:
        return Property(field)
    found = _LANGUAGE.match(name)
    field = _FIELDS.get(_plain(found[1]), "") if found else ""
    return Property(field, found[2].lower().replace("by", "be")) if found and field == "name" else Property("")


def role_of(word: str) -> str:
    """What a thing is whose plan calls it so; "" where that is not known."""
    plain = _plain(word)
    return _MEANINGS.get(plain) or _MEANINGS.get(plain.rpartition(" ")[2], "") if plain else ""
