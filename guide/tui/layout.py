"""How the parts of the main screen lie for the room there is, as classes that the stylesheet speaks of."""

WIDE, STACKED, FILTERED = 100, 60, 140
"""Columns from which list and card stand side by side, one above the other, and with the filters open."""

LOW, LOWEST = 18, 8
"""Rows below which the search box has no frame, and below which the headline goes."""

LEAST = (20, 5)
"""Columns and rows below which nothing can be read."""


def classes(columns: int, rows: int) -> dict[str, bool]:
    """Which classes the screen has at this size."""
    return {
        "-stacked": STACKED <= columns < WIDE and rows >= LOW,
        "-single": columns < STACKED or (columns < WIDE and rows < LOW),
        "-low": rows < LOW,
        "-lowest": rows < LOWEST,
        "-tiny": columns < LEAST[0] or rows < LEAST[1],
    }
