"""What is offered and what is sought, compared by the stems of the words that carry the meaning."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from guide.i18n import Wording
from guide.search.fold import fold, words
from guide.search.stems import stem

# What follows one of these says what a thing is for or where it is, not what it is.
_QUALIFYING = frozenset(map(fold, ("для", "в", "во", "у", "на", "по", "от", "из", "с", "со", "под", "пад", "як", "как",
                                   "for", "in", "at", "of", "from", "with", "under", "as")))  # fmt: skip
_PARTING = re.compile(r"[,;:/()]")
_JOINING = re.compile(r"\s(?:и|или|і|й|ды|або|and|or|&)\s")
_WHOSE = ("белорус", "беларус", "росси", "рассии", "расии", "belarus", "russia")  # folded
# Words that match everything and so say nothing.
_EMPTY = frozenset(
    stem(word)
    for word in (
        *("совместный", "сумесны"),
        *("joint", "новый", "новы", "new", "оборудование", "абсталяванне", "equipment", "продукция", "прадукцыя"),
        *("products", "product", "изделия", "вырабы", "goods", "техника", "тэхніка", "machinery", "машины", "машыны"),
        *("machines", "система", "сістэма", "systems", "system", "услуги", "паслугі", "services", "производство"),
        *("вытворчасць", "production", "manufacturing", "проект", "праект", "projects", "партнёр", "partners"),
        *("сотрудничество", "супрацоўніцтва", "cooperation", "центр", "цэнтр", "centre", "center", "регион"),
        *("рэгіён", "region", "предприятие", "прадпрыемства", "enterprise", "компания", "кампанія", "company"),
        *("решение", "рашэнне", "solutions", "технология", "тэхналогія", "technologies", "technology", "площадка"),
        *("пляцоўка", "site", "промышленность", "прамысловасць", "industry", "industrial", "промышленный"),
        *("прамысловы", "все", "усе", "all", "другие", "іншыя", "other", "разный", "розны", "various"),
        *("гражданский", "назначение", "прызначэнне", "the", "a", "an"),
    )
)


# Endings of adjectives as folded; those that nouns have too (машиностроении) are left out.
_ADJECTIVE = ("ыи", "ои", "ая", "яя", "ое", "ее", "ые", "ых", "их", "ым", "им", "ого", "его", "ому", "ему", "ую", "юю",
              "ыми", "ими", "ага", "яга", "аму", "яму", "ские", "скии", "ния", "ныя")  # fmt: skip


class Phrase(NamedTuple):
    """One thing that is offered or sought, by stems: its name, the nouns of it, what qualifies it.

    ``language`` is the tag of the text it was read in ("" for all), ``wording`` the whole that it is a part of.
    """

    heads: frozenset[str]
    nouns: frozenset[str]
    qualifiers: frozenset[str]
    language: str
    wording: Wording


def phrases(wordings: Iterable[Wording]) -> list[Phrase]:
    """The things that some wordings name, in each of their languages; one wording may name several."""
    return [
        Phrase(*part, language, wording)
        for wording in wordings
        for language, text in wording.pairs
        for part in _parts(text)
    ]


def enough(one: Wording, other: Wording, languages: set[str]) -> bool:
    """Whether two wordings that meet in these languages mean the same: in two of those that both have, if they can.

    One language alone is easily deceived: engineering is инжиниринг and машиностроение.
    """
    both = {language for language, _ in one.pairs} & {language for language, _ in other.pairs}
    return len(languages) >= min(2, len(both) or 1)


def meets(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases of one language name the same thing.

    The name of one lies in the other's, with a noun in common unless they are equal («дорожная техника» is no
    «дорожное строительство»), and what they are for does not differ.
    """
    if one.language != other.language and one.language and other.language:
        return False
    if one.heads != other.heads:
        shorter, longer = (one, other) if one.heads < other.heads else (other, one)
        if not shorter.heads < longer.heads or one.nouns.isdisjoint(other.nouns):
            return False
        if shorter.qualifiers and shorter.qualifiers.isdisjoint(longer.heads | longer.qualifiers):
            return False
    return not one.qualifiers or not other.qualifiers or not one.qualifiers.isdisjoint(other.qualifiers)


_Part = tuple[frozenset[str], frozenset[str], frozenset[str]]


@lru_cache(maxsize=1 << 14)
def _parts(text: str) -> tuple[_Part, ...]:
    found: list[_Part] = []
    purpose = False  # a list that follows «для» goes on being what it is for
    for group in _PARTING.split(text):
        first = len(found)
        for part in _JOINING.split(group):
            name, rest = _split(words(part))
            if purpose and not rest:
                continue
            heads, nouns = _meaning(name)
            qualifiers, their_nouns = _meaning(rest)
            if not heads and qualifiers:
                # «партнёры в электронике» seeks electronics: the name says nothing, so what follows names it.
                heads, nouns, qualifiers = qualifiers, their_nouns, frozenset()
            elif rest:
                purpose = True
                # «узлы и агрегаты для МС-21»: both are.
                found[first:] = [(one, its, whose or qualifiers) for one, its, whose in found[first:]]
            if heads:
                found.append((heads, nouns, qualifiers))
    return tuple(found)


def _split(parted: list[str]) -> tuple[list[str], list[str]]:
    for at, word in enumerate(parted):
        if fold(word) in _QUALIFYING:
            return parted[:at], [other for other in parted[at + 1 :] if fold(other) not in _QUALIFYING]
    return parted, []


def _meaning(name: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of a name that say something, and those of them that are nouns."""
    stems = {word: stem(word) for word in name if stem(word) not in _EMPTY and not fold(word).startswith(_WHOSE)}
    # In English the noun comes last: "road building".
    nouns = {
        kept
        for word, kept in stems.items()
        if (word == name[-1] if word.isascii() else not fold(word).endswith(_ADJECTIVE))
    }
    return frozenset(stems.values()), frozenset(nouns)
