"""What the lines above a list say of the fair: its name and its days."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from guide.intake.draft import language_of

_MONTHS = (
    "янв|студ|jan|jän", "фев|лют|feb", "мар(?:т)|сак|mar|mär", "апр|крас|apr", "мая|май|трав|may|mai", "июн|чэр|jun",
    "июл|ліп|jul", "авг|жні|aug", "сен|вер|sep", "окт|кас|oct|okt", "ноя|ліс|nov", "дек|сне|dec|dez",
)  # fmt: skip
_MONTH = rf"(?P<m{{0}}>(?:{'|'.join(_MONTHS)})[^\W\d_]*\.?)"
_TO = r"\s*(?:-|–|—|по|па|до|to|bis)\s*"
_YEAR = r"(?P<y>20\d\d)"
_RANGES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    rf"(?P<d1>\d{{1,2}})\.(?P<n1>\d{{1,2}})(?:\.(?:20)?\d\d)?{_TO}(?P<d2>\d{{1,2}})\.(?P<n2>\d{{1,2}})\.{_YEAR}",
    rf"(?P<d1>\d{{1,2}})\.?{_TO}(?P<d2>\d{{1,2}})\.(?P<n2>\d{{1,2}})\.{_YEAR}",
    rf"(?P<d1>\d{{1,2}})\.?\s+{_MONTH.format(1)}(?:\s+20\d\d)?{_TO}(?P<d2>\d{{1,2}})\.?\s+{_MONTH.format(2)},?\s+{_YEAR}",
    rf"(?P<d1>\d{{1,2}})\.?{_TO}(?P<d2>\d{{1,2}})\.?\s+{_MONTH.format(2)},?\s+{_YEAR}",
    rf"{_MONTH.format(1)}\s+(?P<d1>\d{{1,2}}){_TO}(?:{_MONTH.format(2)}\s+)?(?P<d2>\d{{1,2}}),?\s+{_YEAR}",
    rf"{_YEAR}-(?P<n1>\d\d)-(?P<d1>\d\d){_TO}20\d\d-(?P<n2>\d\d)-(?P<d2>\d\d)",
))  # fmt: skip
_ONE = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    rf"(?P<d1>\d{{1,2}})\.(?P<n1>\d{{1,2}})\.{_YEAR}",
    rf"(?P<d1>\d{{1,2}})\.?\s+{_MONTH.format(1)},?\s+{_YEAR}",
    rf"{_YEAR}-(?P<n1>\d\d)-(?P<d1>\d\d)",
))  # fmt: skip
_AS_OF = re.compile(
    r"по состоянию|на дату|актуал|сформиров|выгруж|обновл|stand[: ]|stand vom|as of|updated|generated|export|printed|"
    r"gedruckt|утвержд|приказ|зацверд|от\s+\d", re.IGNORECASE)  # fmt: skip

_KINDS_OF_LISTS = (
    r"(?:список|перечень|реестр|каталог|сведения об?|спіс|пералік|рэестр)\s+(?:всех\s)?"
    r"(?:участник|экспонент|компани|организаци|удзельнік|экспанент|стенд|стэнд|спикер|докладчик|предприяти|прадпрыемст)"
    r"[^\W\d_]*"
)
_LISTED = (
    r"(?:exhibitors?|exhibiting companies|participants?|speakers?|stands?)"
    r"(?:[\s'’-]*(?:list|directory|catalogue|catalog|index|export|data))?"
)
_LISTS = "|".join((
    # Lists of participants, then programmes; Russian and Belarusian, English, German.
    r"(?:предварительный\s|официальный\s|полный\s|алфавитный\s|папярэдні\s|афіцыйны\s)?" + _KINDS_OF_LISTS,
    r"(?:участники|экспоненты|удзельнікі|экспаненты|спикеры|докладчики|стенды|расписание)",
    r"(?:деловая\s|дзелавая\s)?(?:программа|праграма)",
    r"(?:official\s|preliminary\s|full\s)?(?:list\s+of\s+)?" + _LISTED,
    r"(?:conference\s)?(?:programme|program|schedule|agenda|timetable)",
    r"(?:vorläufige\w*\s)?aussteller(?:verzeichnis|liste|katalog|index|daten)?|teilnehmer(?:liste|verzeichnis)?",
    r"liste der (?:aussteller|teilnehmer)|programm|referenten|hallenplan|standliste",
))  # fmt: skip
_LIST = re.compile(rf"(?<!\w)(?:{_LISTS})(?!\w)", re.IGNORECASE)
_OF_FAIR = re.compile(
    r"(?:^|(?<=\s))(?:на\s+|в\s+|у\s+)?(?:(?:xx?[ivx]*\s+|\d+-?(?:й|я|ая|ой|ый)?\s+)?(?:международн|миров|республиканск|специализированн|"
    r"международной|міжнародн|рэспубліканск)[^\W\d_]*\s+)*(?:специализированн[^\W\d_]*\s+|спецыялізаван[^\W\d_]*\s+)?"
    r"(?:выставк[^\W\d_]*(?:-ярмарк[^\W\d_]*)?|ярмарк[^\W\d_]*|форум[^\W\d_]*|салон[^\W\d_]*|выстав[аыу]|кірмаш[^\W\d_]*|"
    r"конференци[^\W\d_]*|мероприяти[^\W\d_]*)(?=\s|$|:)", re.IGNORECASE)  # fmt: skip
_REPORT = re.compile(r"(?:отч[её]т|справаздача|report|bericht|выгрузка|экспорт|export)\b[^\W\d_ ]*\Z", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:название\s|назва\s)?(?:выставк[аи]|выстав[аы]|мероприяти[ея]|мерапрыемств[аы]|ярмарк[аи]|кірмаш[а]?|проект|exhibition|fair|"
    r"event|messe|veranstaltung|show)\s*:\s*(.{3,120})", re.IGNORECASE)  # fmt: skip
_JOINING = re.compile(r"^(?:of|at|for|the|der|des|die|zur|auf|im|на|в|у)\s+|\s+(?:of|at|der|the|на|в)$", re.IGNORECASE)
_QUOTED = re.compile(r"[«„“\"](.{3,120})[»”“\"]")
_PARTS = re.compile(r"\s+[-–—|]\s+|\s*[|:;•]\s*|(?<=[a-zа-я\d])\s*,\s+")
_FOUR = re.compile(r"20\d\d")
_EDGES = " .,:;-–—|()\t\n"


def fair_of(lines: Iterable[str]) -> dict[str, Any]:
    """The keys of ``[fair]`` that the lines say: its name where a line names a list of it, its first and last day."""
    fair: dict[str, Any] = {}
    for text in lines:
        plain = " ".join(text.split())
        days = days_of(plain)
        if days and "starts" not in fair and not _AS_OF.search(plain):
            fair["starts"], fair["ends"] = days
        labelled = _LABELLED.match(plain)
        if ("name" not in fair or labelled) and (name := _name(labelled[1] if labelled else plain, bool(labelled))):
            tag = language_of(name) if not name.isascii() and language_of(name) != "en" else ""
            tag = "be" if tag and language_of(plain) == "be" else tag  # the words around it may tell
            fair["name"] = {tag: name} if tag else name
    return fair


def days_of(text: str) -> tuple[date, date] | None:
    """The first and the last day that a line names, None where it names none."""
    for pattern in (*_RANGES, *_ONE):
        if found := pattern.search(text):
            said = found.groupdict()
            year, last = int(said["y"]), said.get("d2") or said["d1"]
            end = _month(said, "2") or _month(said, "1")
            start = _month(said, "1") or end
            try:
                days = date(year, start, int(said["d1"])), date(year, end, int(last))
            except ValueError:
                continue
            return days if days[0] <= days[1] else None
    return None


def _month(said: dict[str, str | None], which: str) -> int:
    if number := said.get(f"n{which}"):
        return int(number)
    if name := said.get(f"m{which}"):
        return next((n for n, stems in enumerate(_MONTHS, 1) if re.match(stems, name, re.IGNORECASE)), 0)
    return 0


def year_of(lines: Iterable[str]) -> int:
    """The year that the lines name, 0 where they name none."""
    found = [int(year) for text in lines for year in _FOUR.findall(text)]
    return found[0] if found else 0


def _name(text: str, labelled: bool = False) -> str:
    """The name of the fair in a line, where the line says that it is about a fair: by a list of it or by its year.

    What is ``labelled`` as one is the name as it stands.
    """
    about = labelled or _LIST.search(text) or _OF_FAIR.search(text)
    if _AS_OF.search(text) and not about:
        return ""
    if (quoted := _QUOTED.search(text)) and about:
        return quoted[1].strip(_EDGES + '«»„“”"')
    for pattern in (*_RANGES, *_ONE):
        text = pattern.sub(" ", text)
    if not about and not _FOUR.search(text):
        return ""
    pieces = []
    for part in [text] if labelled else _PARTS.split(text):
        rest = _OF_FAIR.sub(" ", _LIST.sub(" ", part)).strip(_EDGES)
        while (shorter := _JOINING.sub("", rest).strip(_EDGES)) != rest:
            rest = shorter
        if rest and not _REPORT.match(rest):
            pieces.append(" ".join(rest.split()))
    if not pieces:
        return ""
    # The piece with the year in it, else the first: what follows is mostly a place.
    name = next((piece for piece in pieces if _FOUR.search(piece)), pieces[0])
    return name if 2 < len(name) <= 100 and sum(c.isalpha() for c in name) > 2 else ""
