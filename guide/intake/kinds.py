"""What a file is, by what is in it and never by its name, and which reader takes it."""

import re
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple, cast

from guide.i18n import N_
from guide.intake.draft import Draft
from guide.intake.files import Asked, ForeignError, Incoming

Reader = Callable[[Sequence[Incoming], Asked], Draft]

_HEAD = 64 * 1024  # bytes that mostly tell what a text is


class Kind(NamedTuple):
    """A kind of file: what people call it (a msgid), and the module of :mod:`guide.intake` whose ``read`` takes it."""

    label: str
    module: str

    @property
    def read(self) -> Reader:
        """Its reader: all files of the kind in, a draft out."""
        return cast(Reader, import_module(f"guide.intake.{self.module}").read)


KINDS: Mapping[str, Kind] = MappingProxyType({
    "list": Kind(N_("a list in columns"), "tables"),
    "frab": Kind(N_("a programme of frab or pentabarf"), "frab"),
    "pretalx": Kind(N_("a programme of pretalx"), "pretalx"),
    "calendar": Kind(N_("a calendar"), "calendar"),
    "plan": Kind(N_("a plan of halls"), "plans"),
    "linked": Kind(N_("data of schema.org"), "linked"),
    "own": Kind(N_("a fair as the guide exports it"), "own"),
})  # fmt: skip
"""What can be imported, by the word that is kept for it; a fair's files are read in this order."""

_IN_JSON = (
    ("own", re.compile(r'"format"\s*:\s*"exhibition-guide/')),
    ("plan", re.compile(r'"type"\s*:\s*"(?:FeatureCollection|Feature)"')),
    ("linked", re.compile(r'"@(?:context|graph|type)"\s*:')),
    ("pretalx", re.compile(r'"(?:schedule|talks|slots|submission\w*|speakers|conference|sessions|startsAt)"\s*:')),
)
_JSON = re.compile(r"\{\s*[\"}]|\[\s*(?:[\[{\"\]\d-]|true|false|null)")
_SCHEDULE = re.compile(r"<(?:\w+:)?schedule[\s>]|<conference[\s>]|<pentabarf", re.IGNORECASE)
_TABLE = re.compile(r"<table[\s>]|urn:schemas-microsoft-com:office:spreadsheet|<(?:ss:)?Workbook[\s>]", re.IGNORECASE)
_LINKED = re.compile(r"application/ld\+json", re.IGNORECASE)
_CATALOGUE = re.compile(r"^\[(?:fair|\[(?:exhibitor|stand|hall|region|venture|session)\])\]\s*(?:#.*)?$", re.MULTILINE)

_ANOTHER = (
    (b"%PDF", N_("a PDF document")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"{\\rtf", N_("a text with formatting")),
    (b"SQLite format 3", N_("a database")),
    (b"Rar!", N_("an archive")),
    (b"7z\xbc\xaf", N_("an archive")),
    (b"\x1f\x8b", N_("an archive")),
    (b"\x7fELF", N_("a program")),
    (b"MZ", N_("a program")),
)
_TAKEN = N_(
    "Lists come as CSV or a workbook; programmes as XML of frab, JSON of pretalx or iCalendar; plans as GeoJSON or "
    "IMDF."
)


def kind_of(file: Incoming) -> str:
    """The kind of a file, a word of :data:`KINDS`.

    Raises ForeignError for what is none of them, saying what it seems to be.
    """
    for start, what in _ANOTHER:
        if file.data.startswith(start) and not (start == b"MZ" and _is_text(file.data)):
            raise _foreign(file, what)
    if file.data.startswith(b"PK"):
        return _packed(file)
    head = _text(file.data[:_HEAD]).lstrip("\ufeff \t\r\n")
    if head.startswith(("<", "&lt;")):
        return _marked_up(file, head)
    if _CATALOGUE.search(head):
        raise ForeignError(N_("{file} is a catalogue already."), N_("To open it: guide -c {file}"), file=file.name)
    if _JSON.match(head):
        return _json(file, head)
    return "calendar" if head[:15].upper() == "BEGIN:VCALENDAR" else "list"


def _packed(file: Incoming) -> str:
    from guide.intake.packed import is_crowded

    if is_crowded(file):
        return "list"  # as below
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(file.data)) as archive:
            names = [info.filename for info in archive.infolist()[:10_000]]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return "list"  # whose reader says what is wrong with it
    return "plan" if any(name.lower().endswith(".geojson") for name in names) else "list"


def _marked_up(file: Incoming, head: str) -> str:
    for text in (head, _text(file.data)):
        if _SCHEDULE.search(text):
            return "frab"
        if _LINKED.search(text):
            return "linked"
        if _TABLE.search(text):
            return "list"
    raise _foreign(file, N_("a page of HTML or XML"))


def _json(file: Incoming, head: str) -> str:
    for text in (head, _text(file.data)):
        for kind, pattern in _IN_JSON:
            if pattern.search(text):
                return kind
    raise _foreign(file, N_("JSON"))


def _foreign(file: Incoming, what: str) -> ForeignError:
    from guide.i18n import Said

    return ForeignError(N_("{file} is {what}, which cannot be imported."), _TAKEN, file=file.name, what=Said(what))


def _text(data: bytes) -> str:
    """The text of bytes as far as it tells what they are: letters other than Latin ones do not matter."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if data[:200].count(0) * 4 > len(data[:200]):
        wide = "utf-16-le" if data[1:200:2].count(0) >= data[:200:2].count(0) else "utf-16-be"
        return data.decode(wide, "replace")
    return data.decode("utf-8", "replace")


def _is_text(data: bytes) -> bool:
    return b"\0" not in data[:1024]
