"""Which of several columns without a name is likely to hold the names of firms."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_FORMS = re.compile(
    r"(?:^|\W)(?:ооо|оао|зао|пао|ао|одо|уп|руп|чуп|ип|нпо|тоо|пуп|чтуп|сооо|иооо|gmbh|ag|kg|ltd|llc|inc|co|corp|s\.?a|"
    r"s\.?r\.?l|s\.?p\.?a|b\.?v|oy|ab|plc|sp\. z o\.o)(?:\W|$)|[«»„“”]",
    re.IGNORECASE,
)
_NAME = 60  # letters that a name mostly has at most
_ENDS = ("!", "?", ":", ";", ",", "{", "}", ">", "\\")


def only_names(column: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column reads like a list of names where nothing else tells, and not like prose or a program.

    Its cells are short and do not end like sentences, and most rows have as many cells.
    """
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    widths = Counter(sum(map(bool, row)) for row in rows)
    return (
        sum(len(cell) <= _NAME for cell in cells) >= 0.7 * len(cells)
        and sum(cell.endswith(_ENDS) for cell in cells) <= 0.2 * len(cells)
        and sum(cell[:1].isalnum() or cell[:1] in '«"„“' for cell in cells) >= 0.8 * len(cells)
        and widths.most_common(1)[0][1] >= 0.8 * len(rows)
    )


def names_among(columns: Iterable[int], rows: Sequence[Sequence[str]]) -> int | None:
    """The column whose cells are most like the names of firms, None where none is.

    They have letters, differ from each other, are short; legal forms and quotes among them tell most.
    """
    best: tuple[float, int] | None = None
    for n in columns:
        cells = [row[n] for row in rows if n < len(row) and row[n]]
        if not cells or len(cells) < len(rows) / 2:
            continue
        lettered = sum(sum(c.isalpha() for c in cell) > 1 for cell in cells) / len(cells)
        short = sum(len(cell) <= 100 for cell in cells) / len(cells)
        different = len(set(cells)) / len(cells)
        if lettered < 0.8 or short < 0.7 or different < 0.5:
            continue
        likely = different + 2 * sum(bool(_FORMS.search(cell)) for cell in cells) / len(cells)
        if best is None or likely > best[0] + 0.05:
            best = likely, n
    return best[1] if best else None
