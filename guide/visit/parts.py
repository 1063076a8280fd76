"""Bytes as pieces of text that survive copying: one QR code each, in the letters that such a code packs best.

A part reads ``G1:2/3:SSSS…CCCC.``: the sign of the format and its version, which part it is of how many, the sum of
all data (20 bits: which parts belong together), the data, a check of this part (CRC-16/XMODEM with "2/3:" in front,
so no single sign can change unnoticed), a full stop. Sums and data are in the base32 of RFC 4648, whose letters and
the signs between them are all of QR's alphanumeric mode (ISO/IEC 18004, 7.3.4). Readers pass over letter case, over
white space even inside a part, and over everything outside the parts.
"""

import re
from base64 import b32decode, b32encode
from binascii import crc_hqx
from collections.abc import Iterable
from zlib import crc32

from guide.errors import UnreadableError, UsageError
from guide.i18n import N_

SIGN = "G"
VERSION = "1"
MOST_PARTS = 99
"""Parts that one message can have."""

_LONGEST = 4296  # letters of the largest QR code
_SUM = 4  # letters: 20 bits
_FRAME = len("G1:/:.") + 2 * _SUM
_PART = re.compile(r"\bG([0-9]{1,4}):([0-9]{1,2})/([0-9]{1,2}):([A-Z2-7\s]+)\.", re.ASCII | re.IGNORECASE)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


class PartsError(UnreadableError):
    """The text holds no whole and sound message."""


class TooLongError(UsageError):
    """The message does not fit into the parts that there may be."""


def split(data: bytes, room: int) -> tuple[str, ...]:
    """The data as parts of at most ``room`` characters, as few as can be and about equally long.

    Raises TooLongError where more than MOST_PARTS would be needed.
    """
    letters = b32encode(data).decode("ascii").rstrip("=")
    count = 1
    while count <= MOST_PARTS and len(letters) > count * (room - _FRAME - 2 * len(str(count))):
        count += 1
    if count > MOST_PARTS:
        raise TooLongError(
            N_("This is too long for QR codes of that size."), N_("Give them more room, or save it as a JSON file.")
        )
    each = -(-len(letters) // count)
    whole = _letters(crc32(data) >> 12)
    return tuple(_part(f"{at + 1}/{count}:", whole + letters[at * each : (at + 1) * each]) for at in range(count))


def join(texts: Iterable[str]) -> bytes:
    """The data that was split, whatever stands around its parts and in whatever order they come.

    Raises PartsError that says what is missing, damaged, of another version, or of two messages.
    """
    whole = sum_ = ""
    parts: dict[int, str] = {}
    count = 0
    for version, at, of, body in _found(texts):
        if version != VERSION:
            raise PartsError(
                N_("These codes are of version {version}, and this guide reads version {known}."),
                N_("A newer guide may read them."),
                version=version,
                known=VERSION,
            )
        if not 2 * _SUM < len(body) <= _LONGEST or _check(f"{at}/{of}:", body[:-_SUM]) != body[-_SUM:]:
            raise PartsError(
                N_("Part {part} of {parts} is damaged."), N_("Scan or copy this one again."), part=at, parts=of
            )
        sum_, piece = body[:_SUM], body[_SUM:-_SUM]
        if whole and (sum_ != whole or int(of) != count):
            raise PartsError(
                N_("These parts belong to different plans."), N_("Scan or copy all codes of one plan again.")
            )
        whole, count, parts[int(at)] = sum_, int(of), piece
    if not parts:
        raise PartsError(N_("There is no plan of the guide in this text."), N_("Its lines begin with {sign}."),
                         sign=f"{SIGN}{VERSION}:")  # fmt: skip
    missing = [at for at in range(1, count + 1) if at not in parts]
    if missing or len(parts) > count:
        raise PartsError(
            N_("Of {parts} parts these are missing: {missing}."),
            N_("Scan or copy these as well; the order does not matter."),
            parts=count,
            missing=", ".join(map(str, missing)),
        )
    return _data("".join(parts[at] for at in sorted(parts)), whole)


def holds_parts(text: str) -> bool:
    """Whether there is anything in a text that looks like a part."""
    return _PART.search(text) is not None


def _found(texts: Iterable[str]) -> Iterable[tuple[str, str, str, str]]:
    for text in texts:
        for version, at, of, body in _PART.findall(text):
            yield version, at, of, "".join(body.split()).upper()


def _data(letters: str, whole: str) -> bytes:
    try:
        data = b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:  # binascii.Error: no such length
        data = b""
    if not data or _letters(crc32(data) >> 12) != whole:
        raise PartsError(N_("The parts do not make a whole plan."), N_("Scan or copy all codes of one plan again."))
    return data


def _part(place: str, body: str) -> str:
    return f"{SIGN}{VERSION}:{place}{body}{_check(place, body)}."


def _check(place: str, body: str) -> str:
    return _letters(crc_hqx((place + body).encode("ascii"), 0))


def _letters(value: int) -> str:
    """A number of 20 bits as four letters."""
    return "".join(_LETTERS[value >> shift & 31] for shift in (15, 10, 5, 0))
