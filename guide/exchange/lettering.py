"""How wide a text comes out on paper, estimated from above: whoever opens a drawing has other fonts than its maker.

The widths are those of DejaVu Sans, one of the widest faces in common use, rounded up by classes of letters; Arial,
Helvetica and Liberation Sans are narrower throughout. So a text that fits by this measure fits in all of them.
"""

import unicodedata
from functools import lru_cache

FONT = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif"
"""The faces that drawings ask for, in this order."""

LINE = 1.2
"""From one line to the next, in letter heights."""

_BOLD = 1.19
_NARROW = frozenset(" ijlftrI|.,:;'!()[]/-·’‘ії1")
_WIDE = frozenset("WMmw@%&ŴŵÆæŒœŉШЩЖЮЫФМЪЋЊЉљњшщжюыфмъ—…")
_MARKS = ("Mn", "Me")


@lru_cache(maxsize=4096)
def _letter(sign: str) -> float:
    if sign in _NARROW:
        return 0.64 if sign == "1" else 0.43
    if sign in _WIDE:
        return 1.12
    kind = unicodedata.category(sign)
    if kind in _MARKS:
        return 0.0
    if kind.startswith("S") or sign in "№#‰‱":
        return 1.8 if sign in "‰‱" else 1.12
    if 0x0590 <= ord(sign) < 0x1E00 or ord(sign) >= 0x2100:  # scripts with wide letters
        return 1.4 if ord(sign) > 0xFFFF else 1.15
    return 0.9 if sign.isupper() else 0.7


def breadth(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text of that letter height is at most, in the same unit as the height."""
    return sum(map(_letter, text)) * size * (_BOLD if bold else 1.0)


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text as far as it fits into that room, with «…» where something is left out; "" where not even that fits."""
    if breadth(text, size, bold=bold) <= room:
        return text
    left = room - breadth("…", size, bold=bold)
    kept = ""
    for sign in text:
        left -= breadth(sign, size, bold=bold)
        if left < 0:
            break
        kept += sign
    return f"{kept.rstrip()}…" if kept.strip() else ""


def in_lines(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The text in lines of that room, broken between words; a word that is wider than a line stands alone on one."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and breadth(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def filled(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """The text in at most so many lines, each within the room: what does not fit is left out behind «…»."""
    if most < 1:
        return []
    lines = in_lines(text, size, room, bold=bold)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [line for line in (shortened(each, size, room, bold=bold) for each in lines) if line]
