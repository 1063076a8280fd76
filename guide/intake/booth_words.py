"""The words that stand beside the codes of stands, in Russian, Belarusian, English and German: a table of them."""

import re

_HALLS = (
    "зал зала зале залы павильон павильона павильоне павильоны пав павільён павільёна павільёне павільёны корпус корп "
    "шатёр шатер тент ангар манеж hall halls halle hallen messehalle pavilion pavilions pavillon pav building bldg "
    "tent zelt"
)
_SECTORS = "сектор сектара сектара зона зоне зоны секция блок sector sektor zone bereich area section block"
_LEVELS = "этаж этаже паверх паверсе уровень узровень ўзровень level lvl floor ebene etage"
_ROWS = "ряд ряду рад радзе аллея алея линия лінія row reihe aisle gang line"
_STANDS = (
    "стенд стенды стенда стенде стендов стэнд стэнды стэнда стэндзе стэндаў ст место места месте месца месцы участок "
    "участки участак уч выставочное выставачнае stand stands stände stånd booth booths bth standnummer standnr "
    "stand-nr stand-no standplatz platz plot place st no nr номер нумар num number"
)
_ANDS = "и і й ды або или and und or oder also sowie также таксама плюс plus"

PLURAL = frozenset({"залы", "павильоны", "павільёны", "halls", "hallen", "pavilions"})
"""Words for several halls: each number that follows is a hall's."""


def _words(table: str) -> str:
    """A pattern for any word of the table that no letter follows; those of two letters no figure either: "ST12"."""
    said = sorted(set(table.split()), key=len, reverse=True)
    long = "|".join(re.escape(word) for word in said if len(word) > 2)
    short = "|".join(re.escape(word) for word in said if len(word) <= 2)
    patterns = rf"(?:{long})(?![^\W\d_])", rf"(?:{short})(?![\w-])"
    return "(?:" + (patterns[0] if not short else "|".join(patterns)) + ")"


HALL, SECTOR, LEVEL, ROW, _STAND, AND = map(_words, (_HALLS, _SECTORS, _LEVELS, _ROWS, _STANDS, _ANDS))
STAND = rf"(?:{_STAND}|(?-i:[Сс]т)(?=\d))"

COMPASS = r"(?:nord|ost|west|süd|sued|mitte|north|east|south|центр|север|юг|запад|восток)(?![^\W\d_])"
"""Where on the grounds a hall or a site lies."""

OUTDOOR = (
    r"(?:open[-\s]?air|out-?doors?)(?:\s(?:site|area|grounds?|exhibition|space|display))?(?![^\W\d_])"
    r"|outside(?:\sarea)?(?![^\W\d_])"
    r"|(?:frei|au(?:ß|ss)en)(?:gel(?:ä|ae)nde|fl(?:ä|ae)chen?|bereich)(?![^\W\d_])"
    rf"(?:[\s/]halle[\s/]\d{{1,2}}(?:\.\d)?)?(?:[\s/]{COMPASS})?"
    r"|(?:на\s)?(?:открыт|адкрыт|уличн|вулічн)[^\W\d_]{1,4}"
    r"\s(?:площад|экспозиц|территор|пляцоў|пляцоу|экспазіц|тэрытор|воздух|паветр|зон)[^\W\d_]{0,4}"
    r"|(?:на\s)?(?:улиц[аеы]|вуліц[аеы])(?![^\W\d_])"
    r"|fg(?![^\W\d_])"
)
"""What an outdoor site is called."""

DIGITAL = (
    r"(?:digital|on-?line|virtual|virtuell|виртуальн|віртуальн|онлайн|он-лайн|анлайн|заочн|завочн|дистанц|дыстанц)"
    r"[^\W\d_]{0,8}"
)
"""What is said of those who come online only."""

LATER = (
    r"to\sfollow|will\sfollow|follows\s(?:soon|shortly)|tb[acdn](?![^\W\d_])|t\.\s?b\.\s?[acdn]\."
    r"|to\sbe\s(?:announced|confirmed|defined|determined|assigned|advised)|not\s(?:yet\s)?(?:assigned|allocated|known)"
    r"|pending|pre-?registered|coming\ssoon|уточн|удакладн|не\sопредел|не\sназнач|не\sраспредел|не\sвызнач|не\sразмерк"
    r"|(?:будет|будзе|будут|будуць)\s(?:объявл|назнач|сообщ|определ|извест|абвешч|прызнач|вядом|вызнач)|ожида|чака"
    r"|позже|позднее|пазней|folgt|noch\s(?:offen|nicht)|wird\snoch|in\splanung|in\sklärung|nicht\szugeteilt"
)
"""What is said of a stand that is not given out yet."""

NONE = frozenset((
    "", "-", "–", "—", "--", "---", "−", "x", "х", "?", "н/д", "нд", "н.д", "нет", "нет данных", "няма", "няма звестак",
    "без стенда", "без стэнда", "б/с", "не указан", "не указано", "не паказана", "n/a", "na", "n.a", "none", "no",
    "no stand", "no booth", "null", "nan", "keine", "kein", "kein stand", "ohne stand", "k.a", "k. a", "entfällt",
    "#n/a", "#н/д",
))  # fmt: skip
"""What says that there is no stand, in small letters, without a dot at the end."""

PLACES = (
    r"(?:cent(?:er|re)|zentrum|центр|цэнтр|foyer|фойе|фае|lobby|лобби|atrium|атриум|атрыум|холл|entrance|eingang|вход"
    r"|уваход|galler(?:y|ie)|galerie|галерея|passage|forum|форум|arena|арена|stage|bühne|сцена|сцэна|plaza|конференц-зал"
    r"|канферэнц-зала|auditorium)(?![^\W\d_])"
)
"""Words that make an unnumbered place of a cell without figures: "Convention Center (CC)"."""
