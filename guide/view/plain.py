"""Cards as plain text: for a pipe, a printer, the clipboard."""

from guide.view.blocks import Card


def plain(card: Card, cells: int = 80) -> str:
    """The card's lines without any styling, each at most so many cells wide, with a newline at the end."""
    lines = [line.plain.rstrip() for line in card.lines(cells)]
    return "\n".join(lines).strip("\n") + "\n"
