"""A query put to an index: what holds all its words, phrases and filters, how much each is worth, what was left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from guide.catalogue.model import Ref
from guide.search.answer import Answer, Why
from guide.search.fields import INSIDE, WEIGHTS, Fields
from guide.search.filters import FILTERS
from guide.search.fold import Form, fold, form_of, is_cyrillic, runs, sound, words
from guide.search.hearing import Ear, Heard
from guide.search.layouts import readings
from guide.search.names import LEGAL_FORMS, Names, joined
from guide.search.points import all_of, any_of, best_numbers, has_any, held, mask_of, masked, most_of
from guide.search.postings import Postings, Sounds
from guide.search.query import Filter, Phrase, Query, Word
from guide.search.quoted import holding, plain_words, says_something
from guide.search.reading import Reading, is_odd, readings_of
from guide.search.reasons import explain
from guide.search.spellings import initials_sounds, other_sounds
from guide.search.values import Values

BEHIND = 2
"""Steps of points that a thing known from ties only has less."""

_LOOKED_AT = 40  # things whose names are read once more
_NAMES_OF = frozenset(("name", "alias", "legal_name", "people", "speakers"))
_MOST_SAID = 4000
_LARGE = 20_000  # things
_SURE = 0.4  # how close a word must be to be a name that was meant
_A_NAME = 50.0  # points from which on the query is a name, and not only the start of one
_NEAR = 16  # words that a mistyped one may be, tried as names
_IN_ONE, _IN_ORDER = 10.0, 2.0  # points
_MOST_WORDS = 24  # of a query that are asked; nobody types as many, and a pasted page is no question
_MOST_OUT = 100

_REMEMBERED = 128  # chunks of queries; each holds a byte for every thing of the catalogue
_REMEMBERED_BYTES = 8_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What is asked: the things by number, the postings by letters and by sound, the codes, names and values."""

    refs: Sequence[Ref]
    ranges: Mapping[str, tuple[int, int]]
    behind: Sequence[int]
    words: Postings
    sounds: Sounds
    codes: Postings
    names: Names
    values: Values
    fields: Fields


class Asking:
    """Puts queries to what is known; words that were asked before are not searched again."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._size = len(known.refs)
        self._ear = Ear(known.words, known.sounds, known.codes, self._size)
        self._ears: dict[frozenset[tuple[int, bool]], Ear] = {}
        self._heard_before: dict[tuple[str, bool | None, bool], Heard] = {}
        self._most_heard = max(12, min(_REMEMBERED, _REMEMBERED_BYTES // max(1, self._size)))
        self._names_of: dict[int, list[list[Form]]] = {}

    def answer(self, query: Query, *, literally: bool = False) -> Answer:
        """What a query finds; ``literally``: its words as typed only."""
        masks = self._masks(query)
        chunks = [word.text for word in query.words if not word.out]
        phrases = [phrase for phrase in query.phrases if not phrase.out][:_MOST_WORDS]
        said = [(phrase, self._phrase(phrase)) for phrase in phrases if says_something(phrase)]
        nowhere: list[str] = []
        for phrase, found_so in tuple(said):
            if literally or has_any(found_so) or (phrase.closed and query.text[phrase.start] == '"'):
                continue
            # «…» stands around names as well, and a quote alone is a key, that of Э: then its words are asked.
            said.remove((phrase, found_so))
            chunks += query.text[phrase.start : phrase.end].split() if not phrase.closed else phrase.text.split()
            nowhere += [phrase.text] if phrase.closed else []
        if not said and not chunks:
            chunks = [word for phrase in phrases for word in phrase.text.split()]
        found = self._ear.together(self._all_heard(chunks[:_MOST_WORDS], literally), literally=literally)
        asked = [one for one in found if not one.empty]
        if said and all(one.optional or fold(one.typed) in LEGAL_FORMS for one in asked):
            asked = []  # ОАО «МТЗ»
        if not asked and not said:
            left = None if masks is None else masked(b"\1" * self._size, masks)
            return self._made(query, [], left, {}, literally, ())
        found_so_far, asked, missing = self._points(asked, literally)
        points = bytearray(found_so_far)
        extra: dict[int, float] = {}
        if asked:
            extra, asked = self._bonus(asked, literally) if not missing else ({}, asked)
            needed = [one for one in asked if not one.optional]
            if len(needed) > 1 and not literally:
                self._side_by_side(points, extra, needed)
        for number in () if literally else extra:
            # A name that is the query joined, or parted, differently is found even if no single word is.
            points[number] = points[number] or 1
        if said:
            key, heard = joined(
                " ".join(item.text for item in query.items if isinstance(item, Word | Phrase) and not item.out)
            )
            _raise(extra, self._known.names.bonus(key, {} if literally else {heard: 0.8}))
        for _, found_so in said:
            points = bytearray(masked(points, [mask_of(found_so)]) if asked else found_so)
        for phrase, _ in said:
            asked += [_exactly(word, points) for run in runs(phrase.text) for word in run]
        for number in self._known.behind:
            # Among equals those come first that are at the fair.
            if points[number]:
                points[number] = max(1, points[number] - BEHIND)
        kept = masked(points, masks or ())
        extra = {number: worth for number, worth in extra.items() if kept[number]}
        return self._made(query, asked, kept, extra, literally, (*missing, *nowhere))

    def _made(
        self,
        query: Query,
        asked: Sequence[Heard],
        points: bytes | None,
        extra: Mapping[int, float],
        literally: bool,
        missing: Sequence[str],
    ) -> Answer:
        text = " ".join(one.text for one in asked)
        reread = next((one.reason for one in asked if one.reason), "")
        mistyped = any(one.mistyped and one.near and one.typed not in missing for one in asked)
        marked = tuple(dict.fromkeys(word for one in asked for word in one.words))
        marked += tuple(word for phrase in query.phrases if not phrase.out for word in words(phrase.text))
        filtered = [each for each in query.filters[:_MOST_WORDS] if not each.out and self._is_understood(each)]
        tried = () if literally else tuple(w for one in asked for w in readings_of(one.typed)[1:])

        def reasons(ref: Ref) -> tuple[Why, ...]:
            found = explain(self._known.fields, ref, asked, text) if asked else ()
            by_filter = tuple(Why(each.name, "filter", ", ".join(each.values)) for each in filtered)
            return (*found, *by_filter)

        return Answer(
            query.text,
            query,
            text if reread else "",
            reread or ("typo" if mistyped else ""),
            marked,
            literally,
            tuple(missing),
            tried,
            self._known.refs,
            self._known.ranges,
            points,
            extra,
            reasons,
        )

    def _heard(self, chunk: str, *, typos: bool | None = None, literally: bool = False) -> Heard:
        asked = chunk, typos, literally
        heard = self._heard_before.pop(asked, None) or self._ear.hear(chunk, typos=typos, literally=literally)
        self._heard_before[asked] = heard
        if len(self._heard_before) > self._most_heard:
            # Single letters find the most and are typed the most often, so they stay longer than others.
            letters = [old for old in self._heard_before if len(old[0]) == 1]
            longer = next((old for old in self._heard_before if len(old[0]) > 1), asked)
            del self._heard_before[letters[0] if len(letters) > self._most_heard // 3 else longer]
        return heard

    def _all_heard(self, chunks: Sequence[str], literally: bool) -> list[Heard]:
        """The chunks heard; a letter alone is read as the words around it are."""
        heard = [self._heard(chunk, literally=literally) for chunk in chunks[:-1]]
        if chunks:
            last = chunks[-1]
            # In a large fair one letter behind other words says nothing yet, and finds nearly everything.
            early = bool(heard) and len(fold(last)) == 1 and self._size > _LARGE and not literally
            heard.append(self._waiting(last) if early else self._heard(last, literally=literally))
        if any(one.reason == "keyboard-layout" for one in heard):
            for at, one in enumerate(heard):
                others = readings(one.typed) if len(one.typed) == 1 else []
                if others:
                    heard[at] = replace(
                        self._heard(others[0]), typed=one.typed, text=others[0], reason="keyboard-layout"
                    )
        return heard

    def _waiting(self, chunk: str) -> Heard:
        """A chunk that may still find anything."""
        return Heard(bytes(self._size), chunk, chunk, "", (), (Reading(chunk, ""),), optional=True)

    def _points(self, asked: list[Heard], literally: bool) -> tuple[bytes, list[Heard], list[str]]:
        """The points of what has all words, or all with typos, or the most; and the words that are missing there."""
        needed = [one for one in asked if not one.optional] or asked
        points = all_of([one.points for one in needed], self._size)
        if len(needed) < 2 or literally or has_any(points):
            return points, asked, []
        # Words that are there may still be mistyped ones: «минск стонки».
        needed = self._mistaken(needed)
        points = all_of([one.points for one in needed], self._size)
        if has_any(points):
            return points, needed, []
        points, most = most_of([one.points for one in needed], self._size)
        if most * 2 < len(needed):
            return bytes(self._size), needed, []
        best = best_numbers(points, 0, self._size, 1)
        missing = [one.typed for one in needed if best and not one.points[best[0]]]
        return points, needed, missing

    def _mistaken(self, needed: list[Heard]) -> list[Heard]:
        """The words heard again as mistyped ones: the one that the others go together without, or all of them."""
        doubted = [
            at
            for at in range(len(needed))
            if has_any(all_of([one.points for one in (*needed[:at], *needed[at + 1 :])], self._size))
        ]
        again = set(doubted if len(doubted) == 1 else range(len(needed)))
        return [
            self._heard(one.typed, typos=True) if at in again and not one.near and len(one.typed) > 3 else one
            for at, one in enumerate(needed)
        ]

    # Phrases, filters, and what is left out.

    def _masks(self, query: Query) -> list[bytes] | None:
        """A mask for each filter and for all that is left out; None where there is nothing of this sort."""
        masks = [mask_of(self._ear.strictly(word.text), out=True) for word in query.words[:_MOST_OUT] if word.out]
        masks += [mask_of(self._phrase(phrase), out=True) for phrase in query.phrases[:_MOST_WORDS] if phrase.out]
        for each in query.filters[:_MOST_WORDS]:
            mask = self._filter(each)
            if mask is not None:
                masks.append(mask_of(mask, out=each.out))
        return masks or None

    def _is_understood(self, asked: Filter) -> bool:
        """Whether a filter keeps anything away: it has a value that somebody knows."""
        if not FILTERS[asked.name].of_values:
            return any(map(plain_words, asked.values))
        return any(self._known.values.matching(asked.name, typed) for typed in asked.values)

    def _filter(self, asked: Filter) -> bytes | None:
        """A mask of what a filter keeps; None where none of its values is known, so that it keeps everything."""
        named = FILTERS[asked.name]
        found = []
        for typed in asked.values:
            if named.of_values:
                meant = self._known.values.matching(asked.name, typed)
                found += [held(self._known.values.numbers(value), self._size) for value in meant]
                if meant and not any(map(self._known.values.count, meant)):
                    found.append(bytes(self._size))
            elif plain_words(typed):
                found.append(self._texts(asked.name, typed))
        return any_of(found, self._size) if found else None

    def _texts(self, filter_name: str, typed: str) -> bytes:
        """A mask of the things that hold what was typed in the fields of a filter."""
        by_fields: dict[tuple[str, ...], list[str]] = {}
        for kind, fields in FILTERS[filter_name].fields.items():
            by_fields.setdefault(tuple(fields), []).append(kind)
        masks = []
        for fields, kinds in by_fields.items():
            ear = self._ear_for(fields)
            heard = ear.together([ear.hear(chunk) for chunk in typed.split()])
            points = all_of([one.points for one in heard if not one.empty and not one.optional], self._size)
            kept = bytearray(self._size)
            for low, high in (self._known.ranges[kind] for kind in kinds):
                kept[low:high] = points[low:high]
            masks.append(mask_of(kept))
        return any_of(masks, self._size)

    def _ear_for(self, fields: tuple[str, ...]) -> Ear:
        """An ear for the words of some fields only; for stands, for their codes."""
        groups = frozenset((WEIGHTS[field], field in INSIDE) for field in fields if field != "stand")
        ear = self._ears.get(groups)
        if ear is None:
            firsts = "name" in fields
            found = self._known.words.of(
                group
                for group in self._known.words.groups
                if (group.weight, group.inside) in groups or (firsts and group.weight > WEIGHTS["name"])
            )
            codes = self._known.codes if "stand" in fields else Postings.build({})
            ear = self._ears[groups] = Ear(found, self._known.sounds.of(found), codes, self._size)
        return ear

    def _phrase(self, phrase: Phrase) -> bytes:
        known = self._known
        return holding(phrase, self._ear, known.fields, known.refs, self._size)

    # What the query is worth as a name.

    def _side_by_side(self, points: bytearray, extra: dict[int, float], needed: Sequence[Heard]) -> None:
        """Adds a little for the best things that have all words in one name, of theirs or of a person of theirs."""
        asked = [(fold(word), sound(word)) for one in needed for run in runs(one.text) for word in run]
        for number in best_numbers(points, 0, self._known.ranges["stand"][0], _LOOKED_AT):
            worth = max((_together(said, asked) for said in self._said(number)), default=0.0)
            if worth:
                extra[number] = extra.get(number, 0.0) + worth

    def _said(self, number: int) -> list[list[Form]]:
        """The words, by letters and by sound, of each name that a thing has or that is of a person of it."""
        said = self._names_of.get(number)
        if said is None:
            if len(self._names_of) >= _MOST_SAID:
                self._names_of.clear()
            texts = self._known.fields.own_texts(self._known.refs[number])
            said = self._names_of[number] = [
                [form_of(word) for run in runs(text) for word in run] for field, text in texts if field in _NAMES_OF
            ]
        return said

    def _bonus(self, asked: list[Heard], literally: bool) -> tuple[dict[int, float], list[Heard]]:
        """What the whole query is worth as a name, in points, by the numbers of the things.

        Where it is one just as typed, that is how it was meant, whatever else its words were read as.
        """
        typed = " ".join(one.typed for one in asked)
        main = " ".join(one.text for one in asked)
        odd = any(map(is_odd, typed.split()))
        texts = {main: 1.0}
        texts.setdefault(typed, 0.6 if odd else 0.9)
        if len(asked) == 1 and not literally:
            for other in readings_of(asked[0].typed):
                if other.reason == "keyboard-layout":
                    texts.setdefault(other.text, 0.8)
        bonus: dict[int, float] = {}
        for text, share in texts.items():
            key, heard = joined(text)
            letterwise: tuple[str, ...] = ()
            sounds = {} if literally or text != typed or (odd and main != typed) else {heard: 0.8}
            if sounds and len(asked) == 1 and text.isalnum():
                if len(text) < 5:
                    sounds[heard] = 0.7
                letterwise = initials_sounds(text)
                sounds |= dict.fromkeys([other for other in other_sounds(text) if len(other) > 3], 0.65)
            start = 1.0 if len(asked) > 1 else 0.2
            # Latin initials are no acronyms that one would type on Russian keys.
            spelt = text in (main, typed) or is_cyrillic(text)
            worth = self._known.names.bonus(key, sounds, share, start, spelt=spelt, as_letters=letterwise)
            if text == typed != main and max(worth.values(), default=0.0) > max(_A_NAME, *bonus.values(), 0.0):
                asked = [replace(one, text=one.typed, reason="", readings=readings_of(one.typed)) for one in asked]
            _raise(bonus, worth)
        if not literally and not bonus and any(one.mistyped for one in asked):
            _raise(bonus, self._nearly(asked))
        return bonus, asked

    def _nearly(self, asked: Sequence[Heard]) -> dict[int, float]:
        """The same for names that the query is but for its typing mistakes."""
        bonus: dict[int, float] = {}
        if len(asked) == 1:
            for meant, close in sorted(asked[0].near.items(), key=lambda pair: -pair[1])[:_NEAR]:
                heard = meant[1:] if meant.startswith("~") else ""
                if close > _SURE:
                    _raise(bonus, self._known.names.called(meant, heard, close))
            _raise(bonus, self._known.names.nearly("".join(plain_words(asked[0].text))))
            return bonus
        best = [
            max((meant for meant in one.near if meant[0] != "~"), key=one.near.__getitem__, default=fold(one.text))
            for one in asked
        ]
        close = min((max(one.near.values()) for one in asked if one.near), default=0.0)
        return self._known.names.called("".join(best), "", close)


def _exactly(word: str, points: bytearray) -> Heard:
    return Heard(bytes(points), word, word, "", (word.lower(),), (Reading(word, ""),))


def _raise(worth: dict[int, float], others: Mapping[int, float]) -> None:
    for number, more in others.items():
        if more > worth.get(number, 0.0):
            worth[number] = more


def _together(said: Sequence[Form], asked: Iterable[Form]) -> float:
    """How much it is worth that words are all there, each once, as starts; a little more in the order asked."""
    left = list(range(len(said)))
    places = []
    for plain, heard in asked:
        place = next((at for at in left if said[at][0].startswith(plain)), -1)
        if place < 0 and heard:
            place = next((at for at in left if said[at][1].startswith(heard)), -1)
        if place < 0:
            return 0.0
        left.remove(place)
        places.append(place)
    return _IN_ONE + (_IN_ORDER if places == sorted(places) else 0.0)
