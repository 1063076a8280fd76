"""Tables that programs save under the name of a workbook: pages of HTML, and the XML of Excel 2003.

Accounting and planning systems export lists so, and call them .xls; Excel opens them without a word.
"""

import codecs
import html
import re
from collections.abc import Callable, Sequence

from guide.intake.delimited import CELLS
from guide.intake.encoding import Decoded, decoded
from guide.intake.files import Incoming
from guide.intake.grid import COLUMNS, ROWS, Grid
from guide.intake.oddities import Oddity
from guide.intake.plain_list import LENGTH
from guide.intake.sheet import Sheet, head_of
from guide.intake.tidied_rows import empty, finished, onward
from guide.intake.workbook_process import said as said_shortly
from guide.intake.xml_read import walk
from guide.text import clean, one_line

# Nothing in it is looked at twice: a stranger's page must not take time by the square of its length.
_TAG = re.compile(r"""<(/?)([a-zA-Z][\w:-]*)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""")
_SPAN = re.compile(r"""\b(col|row)span\s*=\s*["']?\s*(\d{1,9})""", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta\s[^>]*charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_NAMED = ("utf-8", "cp", "iso8859", "koi8", "mac-", "gb")  # other codecs of Python are no encodings of pages
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAKING = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4"})
_UNSEEN = frozenset({"script", "style", "head", "xml", "noscript", "template"})
_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_LINES_ABOVE, _LONGEST_ABOVE = 6, 200  # what is looked at above a table: lines, and characters of one
_DEEP = 20  # tables in tables
_TAGS = 5_000_000  # that are read of a page
_BREAK = "\v"  # stands for the end of a line while white space becomes spaces
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\Z")
_NO_DAY = "1899-12-31"
_EXPONENT = re.compile(r"-?\d(?:\.\d+)?[Ee]\+?\d{1,2}\Z")


def sheets_of_page(file: Incoming, tick: Callable[[int, int], None]) -> tuple[Sheet, ...]:
    """The tables of a page, or the worksheets of a workbook in XML, as sheets; tables of one column only if alone.

    Raises ForeignError where there is none.
    """
    head = head_of(file.data)
    letters = Decoded("", "")
    if _SPREADSHEET in head and head[:5].lower() != b"<html":
        found = _worksheets(file)
    else:
        letters = _page(file)
        found = _tables(letters.text)
    whole = sum(len(grid.rows) for _, grid in found) or 1
    done = 0
    sheets = []
    for name, grid in found:
        indented: set[int] = set()
        rows, odd = finished(file.name, grid.rows, onward(tick, done, whole), indented)
        done += len(grid.rows)
        if grid.is_cut and rows:
            odd.append(Oddity("I096", file.name, rows[-1][0], values={"count": rows[-1][0]}))
        if rows:
            sheets.append(Sheet(file.name, name, rows, tuple(odd), letters.encoding, indented=indented))
    wide = [sheet for sheet in sheets if max(len(row) for _, row in sheet.rows) > 1]
    if not sheets:
        raise empty(file)
    tick(whole, whole)
    return tuple(wide or sheets)


def _page(file: Incoming) -> Decoded:
    """The text of a page: in the encoding that it names if that fits, else in the one told by its letters."""
    named = _CHARSET.search(head_of(file.data))
    if named and not file.data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            name = codecs.lookup(named[1].decode("ascii")).name
            # The Western pages are what careless programs name whatever they write.
            if name.startswith(_NAMED) and name not in ("cp1252", "iso8859-1"):
                return Decoded(file.data.decode(name)[:LENGTH], name)
        except (LookupError, ValueError):
            pass  # it lies
    letters = decoded(file.data)
    return letters._replace(text=letters.text[:LENGTH])


class _Open:
    """A table that is being read, and the cell of it that is."""

    def __init__(self, first: int) -> None:
        self.grid = Grid(CELLS, first)
        self.pieces: list[str] | None = None
        self.across = self.down = 1

    def end_cell(self) -> None:
        if self.pieces is not None:
            lines = _SPACE.sub(" ", html.unescape("".join(self.pieces))).split(_BREAK)
            self.grid.add("\n".join(lines), 0, self.across, self.down)
            self.pieces = None


def _tables(text: str) -> list[tuple[str, Grid]]:
    """The tables of a page; the lines above the first are its first rows, as Excel has them."""
    text = text.replace(_BREAK, "")
    above: list[str] = []
    done: list[tuple[str, Grid]] = []
    tables: list[_Open] = []
    endless: set[str] = set()
    last = 0
    at = turns = 0
    while (begin := text.find("<", at)) >= 0:
        turns += 1
        if turns > _TAGS:
            for table in tables:
                table.grid.is_cut = True
            break
        if begin > at and not tables and not done:
            above.append(text[at:begin])
        elif tables and tables[-1].pieces is not None and begin > at:
            tables[-1].pieces.append(text[at:begin])
        tag = _TAG.match(text, begin)
        if tag is None:
            at = _behind(text, begin)
            if at == begin:
                if tables and tables[-1].pieces is not None:
                    tables[-1].pieces.append("<")
                at += 1
            continue
        at = tag.end()
        name = tag[2].lower()
        if name == "table":
            if not tag[1] and len(tables) < _DEEP:
                tables.append(_Open(last + 1))
                if above:
                    _put_above(tables[-1].grid, above)
                    above = []
            elif tag[1] and tables:
                last = _closed(tables.pop(), done)
        elif name in _UNSEEN and not tag[1] and not tag[3].endswith("/"):
            end = None if name in endless else re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(text, at)
            if end:
                at = end.start()
            else:
                endless.add(name)
        elif not tables:
            above += [_BREAK] if name in _BREAKING and not done else []
        else:
            _in_table(tables[-1], name, bool(tag[1]), tag[3])
    while tables:
        last = _closed(tables.pop(), done)
    return done


def _put_above(grid: Grid, pieces: Sequence[str]) -> None:
    """The last lines above a table as rows of one cell."""
    lines = [" ".join(line.split()) for line in html.unescape("".join(pieces)).split(_BREAK)]
    for line in [line for line in lines if 0 < len(line) <= _LONGEST_ABOVE][-_LINES_ABOVE:]:
        grid.begin()
        grid.add(line, 0, 1, 1)
        grid.end()


def _behind(text: str, begin: int) -> int:
    """Where a comment or a declaration ends that begins there; the same place where none does."""
    if text.startswith("<!--", begin):
        end = text.find("-->", begin)
        return end + 3 if end >= 0 else len(text)
    if text.startswith(("<!", "<?"), begin):
        end = text.find(">", begin)
        return end + 1 if end >= 0 else len(text)
    return begin


def _in_table(table: _Open, name: str, is_end: bool, attributes: str) -> None:
    if name in ("td", "th"):
        table.end_cell()
        if not is_end:
            spans = {sort.lower(): int(count) for sort, count in _SPAN.findall(attributes)}
            table.pieces, table.across, table.down = [], spans.get("col", 1), spans.get("row", 1)
    elif name == "tr":
        table.end_cell()
        if is_end:
            table.grid.end()
        else:
            table.grid.begin()
    elif name in _BREAKING and table.pieces is not None:
        table.pieces.append(_BREAK)


def _closed(table: _Open, done: list[tuple[str, Grid]]) -> int:
    table.end_cell()
    table.grid.end()
    done.append(("", table.grid))
    return table.grid.number


def _worksheets(file: Incoming) -> list[tuple[str, Grid]]:
    """The worksheets of the XML of Excel 2003 (Microsoft, “XML Spreadsheet Reference”)."""
    sheets: list[tuple[str, Grid]] = []
    hidden: set[int] = set()
    text: list[str] = []
    cell: dict[str, int] = {}
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str], line: int) -> None:
        tag = name.rpartition(":")[2]
        inside.append(tag)
        said = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if tag == "Worksheet":
            sheets.append((one_line(clean(said.get("Name", ""))), Grid(CELLS)))
        elif tag == "Row" and sheets:
            sheets[-1][1].begin(_number(said.get("Index", ""), ROWS))
        elif tag == "Cell":
            text.clear()
            cell.update(
                column=_number(said.get("Index", ""), COLUMNS),
                across=_number(said.get("MergeAcross", ""), COLUMNS) + 1,
                down=_number(said.get("MergeDown", ""), ROWS) + 1,
            )
        elif tag == "Data" and said.get("Type") == "Error":
            inside[-1] = "Error"

    def end(name: str) -> None:
        tag = inside.pop()
        if tag == "Cell" and sheets and cell:
            sheets[-1][1].add(_plain("".join(text)), **cell)
        elif tag == "Row" and sheets:
            sheets[-1][1].end()
        elif tag == "Visible" and sheets and "".join(text).strip() in ("SheetHidden", "SheetVeryHidden"):
            hidden.add(len(sheets) - 1)
        elif tag == "Table":
            text.clear()

    def said(piece: str) -> None:
        if "Data" in inside or inside[-1:] == ["Visible"]:
            text.append(piece)

    walk(Incoming(file.name, file.data.lstrip(b" \t\r\n")), start, end, said)
    return [sheet for at, sheet in enumerate(sheets) if at not in hidden]


def _number(text: str, most: int) -> int:
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _plain(text: str) -> str:
    """A value as the other workbooks' are: no midnight, no milliseconds, no exponent."""
    if _MOMENT.match(text):
        day, _, clock = text.partition("T")
        clock = clock[:8].removesuffix(":00") if clock[:8] != "00:00:00" else ""
        return clock if day == _NO_DAY and clock else f"{day}T{clock}" if clock else day
    if _EXPONENT.match(text):
        return said_shortly(float(text))
    return text
