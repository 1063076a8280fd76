"""A QR code as a phone sees it: the terminal's cells become a picture, and ZXing reads it.

ZXing and not OpenCV's reader: that one misses one clean picture in six of the larger versions.
"""

from collections.abc import Sequence

import pyte
import zxingcpp
from rich.console import Console
from rich.text import Text

SCALE = 4
"""Points of a module."""

_DARK = {"▀": (True, False), "▄": (False, True), "█": (True, True), " ": (False, False)}


def scanned(rows: Sequence[str], *, margin: int = 0, inverted: bool = False) -> list[str]:
    """What a reader finds in a picture of half blocks, dark drawn, on a ground of ``margin`` light modules."""
    wide = len(rows[0])
    assert {len(row) for row in rows} == {wide}
    lines: list[list[bool]] = []
    for row in rows:
        for half in (0, 1):
            lines.append([_DARK[sign][half] for sign in row])
    return read(lines, margin=margin, ground=False, inverted=inverted)


def on_terminal(lines: Sequence[Text], columns: int, rows: int, *, dark_theme: bool = True) -> list[str]:
    """What a reader finds on a terminal of that size that shows the styled lines, whatever the theme around them."""
    console = Console(
        force_terminal=True, color_system="truecolor", width=columns, legacy_windows=False, record=False,
        file=None, no_color=False, highlight=False,
    )  # fmt: skip
    with console.capture() as captured:
        for line in lines[: rows - 1]:
            console.print(line, end="\n", soft_wrap=True)
    screen = pyte.Screen(columns, rows)
    screen.set_mode(pyte.modes.LNM)
    pyte.Stream(screen).feed(captured.get())
    return photographed(screen, dark_theme=dark_theme)


def photographed(screen: pyte.Screen, *, dark_theme: bool = True) -> list[str]:
    """What a reader finds on a screen, whatever else stands on it."""
    picture = [
        [_is_dark(screen.buffer[y][x], half, dark_theme) for x in range(screen.columns)]
        for y in range(screen.lines)
        for half in (0, 1)
    ]
    return read(picture, margin=2, ground=dark_theme)


def _is_dark(cell: pyte.screens.Char, half: int, ground: bool) -> bool:
    ink = _tone(cell.fg, not ground)
    paper = _tone(cell.bg, ground)
    return ink if _DARK.get(cell.data, (True, True))[half] else paper


def _tone(colour: str, default: bool) -> bool:
    """Whether a colour is dark; the theme's own where it is not set."""
    if colour == "default":
        return default
    assert colour in ("000000", "ffffff"), colour
    return colour == "000000"


def read(modules: Sequence[Sequence[bool]], *, margin: int, ground: bool, inverted: bool = False) -> list[str]:
    """The texts of the codes in a picture of dark (True) and light modules."""
    wide = len(modules[0]) + 2 * margin
    framed = [[ground] * wide] * margin
    framed += [[ground] * margin + list(row) + [ground] * margin for row in modules]
    framed += [[ground] * wide] * margin
    points = b"".join(
        bytes(0 if dark != inverted else 255 for dark in row for _ in range(SCALE)) * SCALE for row in framed
    )
    picture = memoryview(points).cast("B", shape=[len(framed) * SCALE, wide * SCALE])
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]
