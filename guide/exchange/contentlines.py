"""Lines of iCalendar and vCard: escaped values, folded by octets, ended as both standards ask (RFC 5545, RFC 2426)."""

from collections.abc import Iterable
from datetime import datetime

from guide.text import clean

_OCTETS = 75


def escaped(text: str) -> str:
    """A text as a value: backslash, semicolon, comma and new lines written as two signs (RFC 5545, 3.3.11)."""
    text = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def assembled(lines: Iterable[tuple[str, str]]) -> str:
    """Names with their values as a file: each line folded, CRLF behind each; a line with an empty value is left out."""
    return "".join(f"{folded(f'{name}:{value}')}\r\n" for name, value in lines if value)


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets, CRLF and a space before each but the first, no character broken."""
    if len(line.encode("utf-8")) <= _OCTETS:
        return line
    pieces: list[str] = []
    piece, room = "", _OCTETS
    for sign in line:
        octets = len(sign.encode("utf-8"))
        if octets > room:
            pieces.append(piece)
            piece, room = "", _OCTETS - 1
        piece += sign
        room -= octets
    return "\r\n ".join([*pieces, piece])


def local(moment: datetime) -> str:
    """A moment as it stands on the clock there: 20250930T103000 (RFC 5545, 3.3.5)."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds").replace("-", "").replace(":", "")
