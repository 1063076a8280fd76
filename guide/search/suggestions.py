"""What to offer where a query finds nothing, or only by a guess: what shuts it out, what is nearest, what was meant."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.catalogue.model import Ref
from guide.search.answer import Answer, Hit
from guide.search.closeness import apart
from guide.search.fields import KINDS
from guide.search.fold import fold, words
from guide.search.index import Index
from guide.search.query import Filter, Item, Mistake, Phrase, Query, Word

_MOST_LIFTED = 6  # items of a query that are tried without
_MOST_ALONE = 4  # words that are looked for by themselves
_LEAST_START = 3  # letters of a word that still say something of it
_MOST_START = 24  # letters of a word that are tried
_LEAST_ALIKE = 4  # letters of a word that others may be like
_MOST_ALIKE = 400  # words that are compared letter by letter
_FARTHEST = 0.5  # edits for each letter from which on a word is another one


class Lifted(NamedTuple):
    """A query without one of its items, and what it finds then."""

    item: Item
    query: str
    total: int


def lifted(index: Index, answer: Answer, kinds: Sequence[str] = KINDS) -> list[Lifted]:
    """What keeps an answer empty: each item of its query without which something of the kinds is found, and how much.

    Filters and what is left out come first, then phrases and words, as typed.
    """
    items = [item for item in answer.parsed.items if not isinstance(item, Mistake)]
    if len(items) == 1 and isinstance(items[0], Word | Phrase) and not items[0].out:
        return []  # what is left is nothing
    items.sort(key=lambda item: not (isinstance(item, Filter) or item.out))
    found = []
    for item in items[:_MOST_LIFTED]:
        query = answer.parsed.without(item)
        other = index.search(query, literally=answer.literally)
        total = sum(map(other.count, kinds))
        if total:
            found.append(Lifted(item, query, total))
    return found


def nearest(index: Index, answer: Answer, limit: int = 6, kinds: Sequence[str] = KINDS) -> list[Ref]:
    """The things that come nearest to what an answer did not find, the nearest first.

    That is what has the words without the filters, then what has one of them, then what starts as they do,
    or is spelt like them.
    """
    found: dict[Ref, None] = {}
    for query, literally in _ways(index, answer.parsed):
        if (query, literally) == (answer.query, answer.literally):
            continue
        other = index.search(query, literally=literally)
        if not other.everything:
            found.update(dict.fromkeys(other.best(kinds, limit)))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def meant(hit: Hit) -> tuple[str, ...]:
    """The words of a thing that the mistyped ones of a query were taken for: «гефсет» was «Гефест»."""
    return tuple(dict.fromkeys(why.matched for why in hit.why if why.reason == "typo"))


def _ways(index: Index, query: Query) -> Iterator[tuple[str, bool]]:
    """Queries for what is near another one, and whether each is to be taken letter by letter."""
    asked = [item for item in query.items if isinstance(item, Word | Phrase) and not item.out]
    said = [word for item in asked for word in words(item.text) if fold(word)]
    if not said:
        return
    yield " ".join(said), False
    said = sorted(dict.fromkeys(said), key=len, reverse=True)[:_MOST_ALONE]
    if len(said) > 1:
        for word in said:
            yield word, False
    for word in said:
        for length in range(min(len(word) - 1, _MOST_START), max(_LEAST_START, len(word) // 3 + 1) - 1, -1):
            yield word[:length], True
    for word in said:
        for other in _alike(index, fold(word[:_MOST_START])):
            yield other, True


def _alike(index: Index, word: str) -> Sequence[str]:
    """The words of the catalogue that are spelt most like one that nobody knows."""
    if len(word) < _LEAST_ALIKE or any(map(str.isdigit, word)):
        return ()
    lexicon = index.words.lexicon
    ranked = []
    for position in lexicon.near(word, 2 if len(word) < 7 else 3)[:_MOST_ALIKE]:
        other = lexicon.keys[position]
        cost = apart(word, other)[0] + abs(len(other) - len(word)) / 2
        if cost <= len(word) * _FARTHEST:
            ranked.append((cost, other))
    return [other for _, other in sorted(ranked)[:3]]
