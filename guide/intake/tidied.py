"""Texts of cells as they are taken over: cleaned, with plain spaces, each line of a cell trimmed."""

import re

from guide.text import clean

_PLAIN = re.compile(r"[ -~\n¡-¬®-žА-яЁёІіЎўЇїЄєҐґ“”„‘’–—…№•™€]*\Z")
_PLAIN_WITH_TABS = re.compile(r"[\t -~\n¡-¬®-žА-яЁёІіЎўЇїЄєҐґ“”„‘’–—…№•™€]*\Z")
_INVISIBLE = re.compile("[\0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
_RUN = re.compile("  +")
_AS_FORMULA = re.compile(r'="([^"]*)"\Z')
_MARKED_AS_TEXT = re.compile(r"'(?=[-+=@])")


def settled(text: str, *, tabs: bool = False) -> str:
    """A text of many cells as :func:`tidy` leaves each, but that spaces at the edges of cells stay.

    Line ends are newlines before; ``tabs`` stay where they part cells.
    """
    if not (_PLAIN_WITH_TABS if tabs else _PLAIN).match(text):
        text = clean(_SPACES.sub(" ", _INVISIBLE.sub("", text)))
        if not tabs:
            text = text.replace("\t", " ")
    return _RUN.sub(" ", text) if "  " in text else text


def is_settled(text: str) -> bool:
    """Whether :func:`settled` would leave a text as it is; sooner told than done."""
    return _PLAIN.match(text) is not None and "  " not in text


def tidy(text: str) -> str:
    """The text of a cell: cleaned, runs of spaces as one, its lines trimmed and none of them empty.

    ``="0123"`` and ``'+375``, by which programs keep a number from being counted with, lose what is not meant.
    """
    if _BREAKS.search(text):
        text = _BREAKS.sub("\n", text)
    return trimmed(settled(text))


def is_marked(text: str) -> bool:
    """Whether :func:`trimmed` has more to do for cells of a text than to take the spaces from their edges.

    But for cells of several lines, which do not show in a text of many.
    """
    return '="' in text or _MARKED_AS_TEXT.search(text) is not None


def trimmed(text: str) -> str:
    """The text of a cell that is settled already."""
    if "\n" in text:
        text = "\n".join(line for line in map(str.strip, text.split("\n")) if line)
    else:
        text = text.strip()
    if "\t" in text:  # within quotes, where tabs part the cells
        text = re.sub("[\t ]+", " ", text)
    first = text[:1]
    if first == "=" and (held := _AS_FORMULA.match(text)):
        return held[1].strip()
    if first == "'":
        return _MARKED_AS_TEXT.sub("", text, count=1)
    return text
