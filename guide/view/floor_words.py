"""What is written on a plan about stands, halls and passages, worked out once for a fair and a language."""

from collections.abc import Iterator
from functools import lru_cache

from guide.catalogue.model import Catalogue, Ref
from guide.catalogue.neighbours import Row, row_and_number
from guide.i18n import Tongue
from guide.text import one_line, width
from guide.venue.floors import Floor
from guide.venue.shapes import Box, around
from guide.venue.spots import room_of
from guide.view import names

_LOOSE = " ,;:.–—-·"
_LITTLE = 3  # cells below which a word before «…» is only a link to what is cut off
_LEAST = 5  # cells of a word that still say something, before its «…»


class Words:
    """The words of one fair in one language; asked again, it answers from memory."""

    __slots__ = ("_called", "_codes", "_rooms", "_rows", "catalogue", "tongue")

    def __init__(self, catalogue: Catalogue, tongue: Tongue) -> None:
        self.catalogue, self.tongue = catalogue, tongue
        self._rooms: frozenset[Ref] | None = None
        self._codes: dict[str, tuple[str, int]] = {}
        self._called: dict[str, tuple[str, ...]] = {}
        self._rows: dict[str, tuple[tuple[str, Box, frozenset[str]], ...]] = {}

    def code(self, stand: str) -> tuple[str, int]:
        """A stand's code and its width; "" and 0 where it has none."""
        said = self._codes.get(stand)
        if said is None:
            code = one_line(self.catalogue.stands[stand].code or "")
            said = self._codes[stand] = (code, width(code))
        return said

    def called(self, stand: str) -> tuple[str, ...]:
        """A stand's own name, then those who stand there, each once."""
        said = self._called.get(stand)
        if said is None:
            thing = self.catalogue.stands[stand]
            own = [one_line(self.tongue.d(thing.name))] if thing.name else []
            here = [
                names.name(self.catalogue, ref, self.tongue)
                for ref in self.catalogue.relations.at_stand.get(stand, ())
                if ref.kind == "exhibitor" or not own
            ]
            said = self._called[stand] = tuple(dict.fromkeys(each for each in (*own, *here) if each))
        return said

    def rows(self, floor: Floor) -> tuple[tuple[str, Box, frozenset[str]], ...]:
        """The rows of stands in a hall: the sign that each goes by, the ground around its stands, their ids."""
        said = self._rows.get(floor.hall)
        if said is None:
            said = self._rows[floor.hall] = tuple(self._rows_in(floor))
        return said

    def _rows_in(self, floor: Floor) -> Iterator[tuple[str, Box, frozenset[str]]]:
        rows: dict[Row, list[tuple[str, Box]]] = {}
        signs: dict[Row, str] = {}
        for plot in floor.plots:
            code = one_line(self.catalogue.stands[plot.stand].code or "")
            first = code.partition(" ")[0]
            # Of two codes in one, «C-070 D-071», the first says the row; of «A 12» only both words do.
            parted = row_and_number(first) or row_and_number(code)
            if parted and parted[0]:
                row = parted[0]
                rows.setdefault(row, []).append((plot.stand, plot.box))
                # As it is written in the codes themselves: a Cyrillic «В» stays one.
                letters = "".join(sign for sign in code if sign.isalnum())[: len("".join(row))]
                signs.setdefault(row, letters if letters.upper() == letters else "".join(row))
        for row, stands in rows.items():
            yield signs[row], around(box for _, box in stands), frozenset(stand for stand, _ in stands)

    @property
    def rooms(self) -> frozenset[Ref]:
        """The stands and services in which there are sessions."""
        if self._rooms is None:
            places = {(each.hall, each.room): each for each in self.catalogue.sessions.values()}
            found = (room_of(self.catalogue, each) for each in places.values())
            self._rooms = frozenset(room for room in found if room is not None)
        return self._rooms

    def name(self, kind: str, key: str) -> str:
        """The name of a hall, a passage or a service."""
        if kind == "passage":
            passage = self.catalogue.passages[key]
            return one_line(self.tongue.d(passage.name))
        return names.name(self.catalogue, Ref(kind, key), self.tongue)


_LAST: list[Words] = []


def words_of(catalogue: Catalogue, tongue: Tongue) -> Words:
    """The words of a fair in a language: those of the last two that were asked for are kept."""
    for words in _LAST:
        if words.catalogue is catalogue and words.tongue.order == tongue.order:
            return words
    words = Words(catalogue, tongue)
    _LAST[:] = [words, *_LAST[:1]]
    return words


def forget(catalogue: Catalogue) -> None:
    """Lets go of what was said of a catalogue."""
    _LAST[:] = [words for words in _LAST if words.catalogue is not catalogue]


@lru_cache(maxsize=4096)
def wrapped(text: str, cells: int, lines: int) -> tuple[str, ...]:
    """A text on at most so many lines of so many cells, broken between words, its rest cut with «…».

    A word that is longer than a line is cut as well, where enough of it is left to say something; () where nothing
    of the text does.
    """
    if cells < 1 or lines < 1:
        return ()
    made: list[str] = []
    words = text.split()
    at = 0
    while at < len(words) and len(made) < lines:
        line, used = "", 0
        while at < len(words):
            size = width(words[at]) + bool(line)
            if used + size > cells:
                break
            line = f"{line} {words[at]}" if line else words[at]
            used += size
            at += 1
        if not line:
            cut_off = _cut_word(words[at], cells)
            return (*made, cut_off) if cut_off else _ended(made, cells)
        made.append(line)
    return tuple(made) if at == len(words) else _ended(made, cells)


def _ended(made: list[str], cells: int) -> tuple[str, ...]:
    """The lines with «…» after the last word that leaves room for it, and that is no mere «и» or "of"."""
    if not made:
        return ()
    last = made[-1]
    while last and width(last) + 1 > cells:
        last = last.rpartition(" ")[0]
    while last and width(last.rpartition(" ")[2].rstrip(_LOOSE)) < _LITTLE:
        last = last.rpartition(" ")[0]
    last = last.rstrip(_LOOSE)
    if width(last) >= _LEAST - 1:
        return (*made[:-1], f"{last}…")
    shorter = "" if " " in made[-1] else _cut_word(made[-1], cells)
    return (*made[:-1], shorter) if shorter else _ended(made[:-1], cells)


def _cut_word(word: str, cells: int) -> str:
    """The beginning of a word with «…»; "" where it would say nothing."""
    kept, used = "", 1
    for sign in word:
        used += width(sign)
        if used > cells:
            break
        kept += sign
    return f"{kept}…" if width(kept) >= _LEAST else ""
