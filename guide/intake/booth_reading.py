"""Reading the places of one cell, piece by piece from left to right."""

import re
from typing import NamedTuple

from guide.intake import booth_words as words
from guide.intake.booth import DIGITAL, HALL, OUTDOOR, STAND, TO_FOLLOW, Booth
from guide.intake.cell import Odd
from guide.intake.scripts import code_in
from guide.intake.stand_codes import fronts, hall_label, hall_name
from guide.text import one_line

LONGEST_CODE = 40  # what the catalogue takes

_CODE = (
    r"(?:[^\W\d_]{1,3}[-–.]?)?\d{1,6}+(?!\d)"
    r"(?:[-–./]?(?:\d{1,6}+(?!\d)|[^\W\d_]{1,3}+(?![^\W\d_]))|/[^\W\d_]{1,2}[-–.]?\d{1,6}+(?!\d))*+(?!\w)"
)
_LEX = re.compile(
    rf"""
    (?P<space>[\s:]+)
  | (?P<strong>[;|])
  | (?P<comma>,)
  | (?P<sub>\(\s*(?:no\.?\s*|nr\.?\s*|№\s*)?(?P<number>{_CODE})\s*\))
  | (?P<outdoor>(?:{words.OUTDOOR})(?:\s{words.COMPASS}|\s?(?:№\s?)?\d{{1,2}}(?=[\s,]+{words.STAND}))?
        (?:\s?\((?P<short>[^\W\d_]{{1,4}})\))?)
  | (?P<digital>{words.DIGITAL})
  | (?P<later>{words.LATER})
  | (?P<halled>[hнп]\.?\s?(?P<tier>\d{{1,2}}(?:\.\d)?)(?=[-–.:\s]{{1,3}}[^\W\d_]{{1,2}}[-.]?\d))
  | (?P<hall>{words.HALL})
  | (?P<row>{words.ROW}[\s.:№\#]*(?:\d{{1,3}}|[^\W\d_])(?!\w))
  | (?P<sector>{words.SECTOR}[\s.:№\#]*(?P<part>\d{{1,3}}(?:\.\d)?|[^\W\d_]{{1,2}}\d?)(?!\w))
  | (?P<level>{words.LEVEL}(?:[\s.:№\#]*(?P<floor>\d{{1,2}})(?!\w))?)
  | (?P<stand>{words.STAND}[\s.:№\#]*|[№\#]+\s*)
  | (?P<area>\d{{1,6}}(?:[.,]\d{{1,3}})?\s?(?:кв\.?\s?м|м2|м²|м\.?\s?кв|m2|m²|qm|sqm|sq\.?\s?m)(?!\w)\.?)
  | (?P<both>{words.AND}|[+&])
  | (?P<lost>[^\W\d_]{{0,3}}[?\ufffd]{{1,3}}[-.]?\d{{1,6}}(?![\w]))
  | (?P<code>\d{{1,4}}\s(?-i:[A-ZА-ЯЁ])(?=\s?(?:[,;)]|\Z))|{_CODE}
        |(?-i:[A-ZА-ЯЁЎІ]{{1,2}})\s\d{{1,6}}+(?:[./-]\d{{1,3}}|(?-i:[a-zа-я]))?(?!\w))
  | (?P<word>\w++(?:[-'’][^\W\d_]++)*+\.?)
  | (?P<other>.)
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# What names a hall, behind the word for one.
_LABEL = re.compile(
    r"[\s.:№#]*(?:(?:no|nr)\.?\s*)?"
    r"(?:(\d{1,3}(?:\.\d{1,2})?[^\W\d_]?(?!\w)|[^\W\d_]\d{0,2}(?!\w)|(?-i:[IVX]{1,4})(?!\w))"
    r"|[«\"„“]([^»\"“”]{1,60})[»\"“”]"
    rf"|({words.COMPASS}(?:\s?\d{{1,2}}(?!\w))?)"
    rf"|(?!{words.STAND}|{words.LEVEL}|{words.LATER}|{words.ROW}|{words.SECTOR}|{words.DIGITAL})"
    r"((?-i:[A-ZА-ЯЁІЎ])[^\W\d_]{2,30})(?!\w))",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(\d{1,2})(?:-?[^\W\d_]{1,2})?\Z")
_ROMAN = re.compile(r"[IVX]{1,4}\Z")
_NAMING = re.compile(
    r"(?:north|south|east|west|main|small|grand|главн|больш|мал|вялік|вялик|галоўн|северн|южн|запад|восточн|центральн"
    r"|цэнтральн|нов|new|old|nord|süd|ost|конгресс|выставочн)[^\W\d_]{0,5}\Z", re.IGNORECASE)  # fmt: skip
_HALL_SLASH = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)/(?=[^\W\d_]{1,3}[-–.]?\d)")

_GLUED_HALL = re.compile(r"(\d{1,2}(?:\.\d(?!\d))?)[-–.]?[^\W\d_]{1,2}[-–.]?\d")
_HALL_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?\Z")
_CODE_AHEAD = re.compile(rf"[\s,/:|–-]*(?:{words.STAND}[\s.:№#]*)?[^\W\d_]{{1,2}}[-–.]?\d", re.IGNORECASE)
_START = re.compile(r"([^\W\d_]{1,3})[-–.\s]?(\d+)")
_SIGNS = {ord("\n"): ";", ord("\r"): ";", ord("\t"): " ", 0xA0: " ", 0x202F: " ", 0x2011: "-", 0x2010: "-"}
_OF_OTHERS = re.compile(r"[\w;]")
_ON = re.compile(r"на\s", re.IGNORECASE)
_JOINTS = re.compile(r"[-–.:\s]*")
_ONE_CODE = re.compile(_CODE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_RANGE = re.compile(r"([^\W\d_]{1,3})[-.]?(\d+)\s?[-–—]\s?(?:\1[-.]?)?(\d{2,})\Z", re.IGNORECASE)


class _Hall(NamedTuple):
    """A hall that the cell has named: its label, its kind, where its name starts and ends, and the word for it."""

    label: str
    kind: str
    start: int
    end: int
    word: str = ""


class Reading:
    """What was understood of one cell: its places, what was odd in it, and what is left unread.

    ``column`` is the place that the row's column of halls names, ``alphabet`` that of the column's codes.
    """

    def __init__(self, text: str, column: Booth | None, alphabet: str) -> None:
        self.places: list[Booth] = []
        self.odd: list[Odd] = []
        self._text = text.replace("\r\n", ";").translate(_SIGNS)
        self._column = column
        self._alphabet = alphabet
        self._hall: _Hall | None = None
        self._empty = False  # nothing stands yet in the hall that was named last
        self._first = 0  # the first place that a hall may still be named for
        self._behind = False  # the cell names its halls behind its stands
        self._several = False  # the word for a hall was that for several
        self._row: tuple[int, int] | None = None  # where the row is named that the next code is of
        self._after_word = False  # the word for a stand was the last
        self._joint: str | None = None  # what stands between the code before and this one; None: no such code
        self._listed = False  # only commas or "and" stand since the code before
        self._flag = ""  # what the segment says there is instead of a stand
        self._coded = False  # the segment has a place
        self._segment: list[tuple[int, int]] = []
        self._unread: list[tuple[int, int]] = []

    @property
    def left(self) -> str:
        """What was not read, as it is written."""
        pieces: list[tuple[int, int]] = []
        for start, end in self._unread:
            if pieces and not _OF_OTHERS.search(self._text, pieces[-1][1], start):
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
        return one_line("; ".join(self._text[start:end] for start, end in pieces))

    def read(self) -> None:
        """Reads the whole cell."""
        at = 0
        while at < len(self._text):
            found = _LEX.match(self._text, at)
            assert found is not None  # the last alternative is any sign
            at = self._take(found) or found.end()
        self._end_segment()
        self._end_row()
        self._end_hall()
        if self._column:
            self.places = [self._in_column(booth, self._column) for booth in self.places]

    def _take(self, found: re.Match[str]) -> int:
        """Takes in one piece; where the next one starts, if not at its end."""
        sort = found.lastgroup
        match sort:
            case "space" | "other":
                if self._joint is not None:
                    self._joint += found[0]
            case "strong":
                self._end_segment()
                self._end_row()
                if self._behind:
                    self._end_hall()
                self._listed = False
            case "comma" | "both":
                self._end_segment()
            case "digital" | "later":
                self._flag, self._joint = DIGITAL if sort == "digital" else TO_FOLLOW, None
                self._segment.append(found.span())
            case "sub":
                return self._sub(found)
            case "outdoor":
                label = found["short"] or hall_name(_ON.sub("", found[0]).replace("/", " "))
                self._enter(_Hall(label, OUTDOOR, *found.span()))
            case "halled" if self._hall is None and self._column is None and not self._coded:
                self.odd.append(Odd("I022", one_line(self._text), {"hall": found["tier"]}))
                self._enter(_Hall(found["tier"], HALL, *found.span()))
                return _JOINTS.match(self._text, found.end()).end()  # type: ignore[union-attr]
            case "halled":
                return self._code(_ONE_CODE.match(self._text, found.start()) or found)
            case "hall":
                return self._hall_word(found)
            case "sector" if self._hall is None and self._column is None:
                self._enter(_Hall(found["part"], HALL, *found.span(), "sector"))
            case "row" | "sector":
                self._row = (self._row[0] if self._row else found.start(), found.end())
                self._joint = None
            case "level":
                self._level(found)
            case "stand":
                self._after_word, self._joint, self._listed = True, None, False
            case "lost":
                self.odd.append(Odd("I003", found[0]))
                return self._code(found)
            case "code":
                return self._code(found)
            case _ if self._after_word and len(found[0]) <= 3 and found[0].isupper():
                return self._code(found)
            case _:
                self._segment.append(found.span())
                self._joint = None
        return 0

    def _end_segment(self) -> None:
        """Ends what stands between two commas."""
        if self._flag and not self._coded:
            hall = self._hall if self._flag == TO_FOLLOW else None
            self.places.append(
                Booth(hall.label, "", "", TO_FOLLOW, self._named(hall)) if hall else Booth(kind=self._flag)
            )
            self._empty = self._empty and hall is None
        else:
            self._unread += self._segment
        self._segment = []
        self._flag = ""
        self._coded = self._after_word = False
        self._joint = None

    def _end_row(self) -> None:
        if self._row:
            start, end = self._row
            self._row = None
            self._put(one_line(self._text[start:end]))

    # Halls.

    def _hall_word(self, found: re.Match[str]) -> int:
        word = found[0].casefold()
        label = _LABEL.match(self._text, found.end())
        if label is not None:
            said = next(filter(None, label.groups()))
            self._enter(_Hall(one_line(said), HALL, found.start(), label.end(), word))
        elif (before := self._before(found.start())) is not None:
            self._enter(_Hall(before[0], HALL, before[1], found.end(), word))
        self._several = word in words.PLURAL
        self._joint = None
        return label.end() if label is not None else found.end()

    def _before(self, at: int) -> tuple[str, int] | None:
        """What names a hall before the word for it, and where: «2-й павильон», "North Hall"."""
        if self._joint is not None and not self._joint.strip() and self.places:
            ordinal = _ORDINAL.match(self.places[-1].code)
            if ordinal:
                code = self.places.pop().code
                self._coded = False
                return ordinal[1], self._text.rindex(code, 0, at)
        if self._segment and not self._text[self._segment[-1][1] : at].strip():
            start, end = self._segment[-1]
            if _NAMING.match(self._text[start:end]) or _ROMAN.match(self._text[start:end]):
                self._segment.pop()
                return self._text[start:end], start
        return None

    def _enter(self, hall: _Hall) -> None:
        """A hall is named: for what follows, or for what stands before it where nothing has a hall yet."""
        self._end_row()
        last, self._joint, self._listed = self._hall, None, False
        if last and self._empty:
            if OUTDOOR in {last.kind, hall.kind}:
                hall = (last if last.kind == OUTDOOR else hall)._replace(start=last.start, end=hall.end)
            elif last.word[:3] != hall.word[:3] and hall.word != "sector":
                hall = _Hall(f"{last.label}.{hall.label}", HALL, last.start, hall.end, last.word)
            else:
                self._end_hall()
        elif last is None and not self._behind:
            self._behind = any(not each.hall and each.kind == STAND for each in self.places[self._first :])
        self._hall, self._empty = hall, True
        if self._behind and self.places[self._first :]:
            self._end_hall()

    def _end_hall(self) -> None:
        """Ends a hall: what waits for one is in it, and without any stand it is a place by itself."""
        hall = self._hall
        if hall is None:
            return
        if self._behind:
            waiting = [each for each in self.places[self._first :] if not each.hall and each.kind == STAND]
            for at, booth in enumerate(self.places[self._first :], self._first):
                if booth in waiting:
                    kind = OUTDOOR if hall.kind == OUTDOOR else booth.kind
                    self.places[at] = booth._replace(hall=hall.label, named=self._named(hall), kind=kind)
                    self._empty = False
        if self._empty:
            self.places.append(Booth(hall.label, kind=hall.kind, named=self._named(hall)))
        self._first = len(self.places)
        self._empty = False
        if self._behind:
            self._hall = None

    def _level(self, found: re.Match[str]) -> None:
        floor = found["floor"]
        start = found.start()
        if floor is None and (before := self._before(found.start())):
            floor, start = before
        self._joint = None
        hall = self._hall
        if hall and self._empty and floor and "." not in hall.label:
            self._hall = hall._replace(label=f"{hall.label}.{floor}", end=found.end())
        elif hall is None and self._column is None and floor:
            self._enter(_Hall(one_line(self._text[start : found.end()]), HALL, start, found.end()))
        elif not (hall and self._empty and floor):
            self._segment.append((start, found.end()))

    def _named(self, hall: _Hall | None) -> str:
        """The words for a hall where they say more than its label."""
        named = hall_name(self._text[hall.start : hall.end]) if hall else ""
        return "" if hall and named == hall.label else named

    # Stands.

    def _sub(self, found: re.Match[str]) -> int:
        last = self.places[-1] if self.places and (self._joint is not None or self._listed) else None
        if last is None or last.sub or last.kind not in (STAND, OUTDOOR) or not last.code:
            return found.start("number")
        self.places[-1] = last._replace(sub=found["number"])
        self._joint = None
        return 0

    def _code(self, found: re.Match[str]) -> int:
        """Takes in a code, which may have its hall before it: "10.2 F010", "4/B12"."""
        raw = found[0]
        slashed = _HALL_SLASH.match(raw)
        named = slashed[1] if slashed else raw if _HALL_NUMBER.match(raw) else ""
        if named and not self._row and self._hall is None and not self._after_word and (
            slashed or _CODE_AHEAD.match(self._text, found.end())
        ) and ("." in named or not self._listed):  # fmt: skip
            if self._column is None or "." in named:
                if "." not in named:
                    self.odd.append(Odd("I022", one_line(self._text), {"hall": named}))
                self._enter(_Hall(named, HALL, found.start(), found.start() + len(named)))
            if self._column is None or "." in named or named == self._column.hall:
                return found.start() + len(named) + (1 if slashed else 0)
        if len(raw) > LONGEST_CODE:
            self._segment.append(found.span())
            return 0
        if self._several and raw.isdigit() and not self._after_word and self._hall:
            self._enter(_Hall(raw, HALL, found.start(), found.end(), self._hall.word))
            return 0
        self._place(raw, found)
        return found.end()

    def _place(self, raw: str, found: re.Match[str]) -> None:
        glued = _GLUED_HALL.match(raw)
        if glued and self._hall is None and self._column is None and not self._row and self._joint is None:
            self._put(raw)
            self.places[-1] = self.places[-1]._replace(hall=glued[1])
            self.odd.append(Odd("I022", raw, {"hall": glued[1]}))
            self._joint, self._listed, self._after_word = "", True, False
            return
        joint, last = self._joint, self.places[-1].code if self.places else ""
        if self._row:
            raw = one_line(self._text[self._row[0] : found.end()])
            self._row = None
        elif joint is not None and (whole := _as_one(last, joint, raw)):
            self.places.pop()
            raw = whole
        elif self._listed and raw.isdigit() and (start := _START.match(last)) and len(start[2]) == len(raw):
            whole = last[: start.start(2)] + raw
            self.odd.append(Odd("I030", raw, {"found": whole}))
            raw = whole
        self._put(raw)
        self._joint, self._listed, self._after_word = "", True, False

    def _put(self, raw: str) -> None:
        code, turned = code_in(raw, self._alphabet)
        if turned:
            self.odd.append(Odd("I004", raw, {"letters": turned}))
        parts = fronts(code)
        alike = len({part[:1].casefold() for part in parts}) < len(parts)
        if _RANGE.match(code) or (len(parts) > 1 and (len(parts) > 2 or alike)):
            self.odd.append(Odd("I021", raw))
        hall = None if self._behind else self._hall
        self.places.append(
            Booth(hall.label, code, "", OUTDOOR if hall.kind == OUTDOOR else STAND, self._named(hall))
            if hall
            else Booth(code=code)
        )
        self._empty = self._empty and hall is None
        self._coded = True

    def _in_column(self, booth: Booth, column: Booth) -> Booth:
        """A place with the hall that the column names where the cell names none, or only a part of it."""
        if booth.kind == DIGITAL or (not column.hall and booth.hall):
            return booth
        if booth.hall and booth.kind != OUTDOOR and hall_label(booth.hall).casefold() != column.hall.casefold():
            first, second = (_WORD.search(each.named.casefold()) for each in (column, booth))
            if first and second and first[0][:3] != second[0][:3]:
                return booth._replace(
                    hall=f"{column.hall}.{booth.hall}",
                    named=f"{column.named}, {booth.named[:1].lower()}{booth.named[1:]}",
                )
            self.odd.append(Odd("I023", booth.hall, {"hall": booth.hall, "other": column.hall}))
            return booth
        kind = OUTDOOR if column.kind == OUTDOOR and booth.kind in (STAND, HALL) else booth.kind
        return booth._replace(hall=column.hall, kind=kind, named=column.named or booth.named)


def _as_one(last: str, joint: str, code: str) -> str:
    """Two codes beside each other as one, where they are two fronts of a stand or the ends of a range; else ""."""
    sign = joint.strip()
    first, second = _START.match(last), _START.match(code)
    if not first or (not second and not (sign and code.isdigit())):
        return ""
    if sign == "/":
        return f"{last}/{code}"
    if sign in ("-", "–", "—"):
        return f"{last}{sign}{code}" if second is None or first[1] == second[1] else ""
    return f"{last} {code}" if not sign and second and first[1].casefold() != second[1].casefold() else ""
