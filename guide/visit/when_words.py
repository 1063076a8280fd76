"""The words that people write for days, months and lengths in Russian, Belarusian and English."""

import re
from collections.abc import Iterable

_MONTHS = (
    "январь января янв студзень студзеня сту january jan",
    "февраль февраля фев февр люты лютага лют february feb",
    "март марта мар сакавік сакавіка сак march mar",
    "апрель апреля апр красавік красавіка крас april apr",
    "май мая траўень траўня may",
    "июнь июня июн чэрвень чэрвеня чэр june jun",
    "июль июля июл ліпень ліпеня ліп july jul",
    "август августа авг жнівень жніўня жні august aug",
    "сентябрь сентября сен сент верасень верасня вер september sept sep",
    "октябрь октября окт кастрычнік кастрычніка кас october oct",
    "ноябрь ноября ноя лістапад лістапада ліс november nov",
    "декабрь декабря дек снежань снежня снеж december dec",
)

_WEEKDAYS = (
    "понедельник пн пон панядзелак пнд monday mon mo",
    "вторник вт втор аўторак аў аўт tuesday tue tues tu",
    "среда среду ср сред серада сераду сер wednesday wed we",
    "четверг чт чет чацвер чц чац thursday thu thur thurs th",
    "пятница пятницу пт пят пятніца пятніцу friday fri fr",
    "суббота субботу сб суб субота суботу saturday sat sa",
    "воскресенье вс вск воскр нядзеля нядзелю нд няд sunday sun su",
)

_RELATIVE = {
    -1: "вчера учора yesterday",
    0: "сегодня сейчас сёння today now",
    1: "завтра заўтра tomorrow tmrw",
    2: "послезавтра паслязаўтра",
}

_ORDINALS = (
    "первый першы first 1st",
    "второй другі second 2nd",
    "третий трэці third 3rd",
    "четвёртый чацвёрты fourth 4th",
    "пятый пяты fifth 5th",
    "шестой шосты sixth 6th",
    "седьмой сёмы seventh 7th",
)

_LENGTHS = {
    15: "четверть часа,чвэрць гадзіны,quarter of an hour,a quarter of an hour,quarter hour",
    30: "полчаса,пол часа,паўгадзіны,паў гадзіны,half an hour,half hour,half-hour",
    60: "час,один час,гадзіна,гадзіну,адна гадзіна,hour,an hour,one hour",
    90: "полтора часа,паўтары гадзіны,hour and a half,an hour and a half",
    120: "два часа,дзве гадзіны,two hours",
    180: "три часа,тры гадзіны,three hours",
}

HOUR = r"(?:часов|часа|час|ч|гадзіны|гадзіну|гадзіна|гадзін|гадз|г|hours|hour|hrs|hr|h)(?![^\W\d_])\.?"
"""What stands behind a number of hours."""

MINUTE = (
    r"(?:минуты|минуту|минута|минут|мин|м|хвіліны|хвіліну|хвіліна|хвілін|хв|minutes|minute|mins|min|m)(?![^\W\d_])\.?"
)
"""What stands behind a number of minutes."""

DAY = r"(?:день|дзень|day)(?![^\W\d_])"
"""What stands beside the number of a day of the fair."""

OF_FAIR = r"\s+(?:выставки|ярмарки|выставы|кірмашу|of the fair)"
"""What may stand behind it."""

MORNING = r"(?:утра|раніцы|am|a\.m\.)(?![^\W\d_])"
"""What is said of an hour before noon."""

AFTERNOON = r"(?:дня|вечера|вечара|pm|p\.m\.)(?![^\W\d_])"
"""What is said of an hour after noon."""

AT = r"(?:в|во|у|а|at|@)"
"""What stands before a time of day."""

FROM = r"(?:со|с|з|from)"
"""What stands before the first of two times."""

TO = r"(?:до|да|to|till|until|по|-|–|—)"
"""What stands between two times."""

IDLE = r"(?:на|у|в|во|for|on|в течение|длится|the|of|года|г\.)"
"""Words that add nothing where they stand by themselves."""

NONE = frozenset(
    ("-", "–", "—", "нет", "не", "няма", "none", "no", "без дня", "без времени", "без часу", "no day", "no time")
)
"""What people write for "none"."""

LAST = frozenset(("последний", "апошні", "last"))
"""What is said of the fair's last day."""

NOON = frozenset(("полдень", "поўдзень", "апоўдні", "noon", "midday"))
"""What is said for twelve o'clock."""


def plain(text: str) -> str:
    """The text in small letters, without the difference between «е» and «ё», on one line."""
    return " ".join(text.casefold().replace("ё", "е").replace("’", "'").split())


def _by_word(rows: Iterable[str], first: int) -> dict[str, int]:
    return {plain(word): number for number, row in enumerate(rows, first) for word in row.split()}


MONTHS = _by_word(_MONTHS, 1)
"""A month's word -> its number, 1 to 12."""

WEEKDAYS = _by_word(_WEEKDAYS, 0)
"""A weekday's word -> its number, Monday is 0."""

RELATIVE = {plain(word): days for days, words in _RELATIVE.items() for word in words.split()}
"""A word such as «завтра» -> days from today."""

ORDINALS = _by_word(_ORDINALS, 1)
"""An ordinal -> which day of the fair."""

LENGTHS = {plain(said): minutes for minutes, several in _LENGTHS.items() for said in several.split(",")}
"""A length in words -> minutes."""


DAY_WORDS = (*RELATIVE, *WEEKDAYS, *MONTHS, *ORDINALS, *LAST)
"""Every word that a day may be said with."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longer ones first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
