"""Which cells are merged in a spreadsheet of LibreOffice, which the reader of workbooks does not tell."""

from collections.abc import Mapping

from guide.intake.files import Incoming
from guide.intake.packed import part_of
from guide.intake.xml_read import walk

Merged = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last of cells that are merged, each by row and column from 0."""

_MOST = 100_000  # merged cells that are looked at
_FAR = 1 << 20


def merged_in(file: Incoming) -> Mapping[str, list[Merged]]:
    """The merged cells of each table by its name (OpenDocument 1.3, part 3, 9.1); none for other formats."""
    content = part_of(file, "content.xml")
    if b"-spanned=" not in content:
        return {}
    found: dict[str, list[Merged]] = {}
    names: list[str] = []
    row = column = repeated = 0

    def start(name: str, attributes: dict[str, str], line: int) -> None:
        nonlocal row, column, repeated
        if name == "table:table":
            names.append(attributes.get("table:name", ""))
            row = 0
        elif name == "table:table-row":
            column, repeated = 0, _count(attributes, "table:number-rows-repeated")
        elif name in ("table:table-cell", "table:covered-table-cell"):
            down, across = (_count(attributes, f"table:number-{each}-spanned") for each in ("rows", "columns"))
            if (down > 1 or across > 1) and names and sum(map(len, found.values())) < _MOST:
                merged = ((row, column), (row + down - 1, column + across - 1))
                found.setdefault(names[-1], []).append(merged)
            column += _count(attributes, "table:number-columns-repeated")

    def end(name: str) -> None:
        nonlocal row
        if name == "table:table-row":
            row += repeated

    walk(Incoming(file.name, content), start, end, lambda piece: None)
    return found


def _count(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return min(int(text), _FAR) if text.isascii() and text.isdigit() and len(text) < 8 else 1
