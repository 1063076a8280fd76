"""The values of filters that are the guide's own: kinds, statuses, participation, days, in words of three languages."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from guide.i18n import LANGUAGES

Pairs = tuple[tuple[str, str], ...]
"""Texts with the tags of their languages, the first of each language the one to show; "" is for all of them."""

_Table = Mapping[str, tuple[str, str, str]]  # value -> its words in Russian, Belarusian and English

_KINDS: _Table = {
    "exhibitor": (
        "участники|участник|экспоненты|экспонент|компании|компания",
        "удзельнікі|удзельнік|экспаненты|экспанент|кампаніі|кампанія",
        "exhibitors|exhibitor|companies|company",
    ),
    "region": ("регионы|регион", "рэгіёны|рэгіён", "regions|region"),
    "venture": (
        "СП и проекты|СП|совместные предприятия|совместное предприятие|проекты|проект|СП/проект",
        "праекты|праект|СП|сумесныя прадпрыемствы|сумеснае прадпрыемства",
        "ventures|venture|joint ventures|joint venture|JV|projects|project",
    ),
    "session": (
        "мероприятия|мероприятие|события|событие|сессии|сессия",
        "мерапрыемствы|мерапрыемства|падзеі|падзея|сесіі|сесія",
        "sessions|session|events|event",
    ),
    "person": ("люди|человек|персоны|персона", "людзі|чалавек|асобы|асоба", "people|person|persons"),
    "service": ("услуги|услуга|сервисы|сервис", "паслугі|паслуга|сэрвісы|сэрвіс", "services|service"),
    "stand": ("стенды|стенд", "стэнды|стэнд", "stands|stand|booths|booth"),
    "hall": ("залы|зал|павильоны|павильон", "залы|зала|павільёны|павільён", "halls|hall|pavilions|pavilion"),
    # What ventures and regions are more closely, where that is not their kind already.
    "localised-production": ("локализация", "лакалізацыя", "localised production|localized production"),
    "agreement": ("соглашение|соглашения", "пагадненне|пагадненні", "agreement|agreements"),
    "letter-of-intent": (
        "протокол о намерениях|протоколы о намерениях",
        "ліст аб намерах|лісты аб намерах",
        "letter of intent|letters of intent|LOI",
    ),
    "contract": (
        "контракт|контракты|договор|договоры",
        "кантракт|кантракты|дагавор|дагаворы",
        "contract|contracts",
    ),
    "supply": ("поставка|поставки", "пастаўка|пастаўкі", "supply|supplies"),
    "programme": ("программа|программы", "праграма|праграмы", "programme|programmes|program|programs"),
    "proposal": ("предложение|предложения", "прапанова|прапановы", "proposal|proposals"),
    "twinning": (
        "города-побратимы|побратимство|побратимы",
        "пабрацімства|гарады-пабрацімы|пабрацімы",
        "twin cities|twinning|sister cities",
    ),
    "country": ("страна|страны", "краіна|краіны", "country|countries"),
    "city": ("город|города", "горад|гарады", "city|cities"),
}

_STATUSES: _Table = {
    "planned": ("планируется|в планах|запланировано", "у планах|плануецца|запланавана", "planned"),
    "agreed": ("согласовано|подписано", "узгоднена|падпісана", "agreed|signed"),
    "building": ("строится", "будуецца", "being built|building|under construction"),
    "operating": ("действует|работает", "дзейнічае|працуе", "operating|works|running"),
    "stopped": ("остановлено|закрыто", "спынена|закрыта", "stopped|closed"),
}

_PARTICIPATION: _Table = {
    "exhibitor": ("экспонент|со стендом", "экспанент|мае стэнд", "exhibits|exhibitor|has a stand"),
    "co-exhibitor": ("соэкспонент", "суэкспанент", "co-exhibitor"),
    "represented": ("представлено другими", "прадстаўлена іншымі", "represented"),
    "participant": (
        "стенд неизвестен|без стенда|участник",
        "удзельнічае, стэнд невядомы|без стэнда|удзельнік",
        "takes part, no stand known|participant|no stand",
    ),
    "background": ("известно по связям|фон", "вядома з сувязей|фон", "known from ties only|background"),
}

OWN: Mapping[str, _Table] = MappingProxyType({"kind": _KINDS, "status": _STATUSES, "participation": _PARTICIPATION})
"""Filter -> its values, which are known in every catalogue, with their words."""

_MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "be": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "en": "January February March April May June July August September October November December",
}
_WEEKDAYS = {
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "be": "панядзелак аўторак серада чацвер пятніца субота нядзеля",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_SHORT = {"ru": "пн вт ср чт пт сб вс", "be": "пн аў ср чц пт сб нд", "en": "Mon Tue Wed Thu Fri Sat Sun"}


def own(filter_name: str, value: str) -> Pairs:
    """A value of the guide's own in words, and its code; for one that is not in the table only the code."""
    said = OWN.get(filter_name, {}).get(value, ())
    words = [(language, word) for language, each in zip(LANGUAGES, said, strict=False) for word in each.split("|")]
    return (*words, ("", value))


def own_values() -> Iterator[tuple[str, str]]:
    """Every value of the guide's own with its filter."""
    return ((name, value) for name, table in OWN.items() for value in table)


def day(value: date) -> Pairs:
    """A day as it may be typed: «29 сентября», «понедельник», 29.09, 2025-09-29."""
    said: list[tuple[str, str]] = []
    for language in LANGUAGES:
        month = _MONTHS[language].split()[value.month - 1]
        said.append((language, f"{value.day} {month}"))
        if language == "en":
            said.append((language, f"{month} {value.day}"))
        said += [(language, names[language].split()[value.weekday()]) for names in (_WEEKDAYS, _SHORT)]
    numbers = (f"{value:%d.%m}", f"{value.day}.{value.month}", f"{value:%d.%m.%Y}", str(value.day), value.isoformat())
    return (*said, *(("", number) for number in numbers))
