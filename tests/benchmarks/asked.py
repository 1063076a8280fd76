"""What visitors type for the things of a fair, with every thing that is a right answer: found by reading the catalogue.

Classes as in the design of the search: a prefixes, b slips, c layouts, d other alphabets, e spelling, f endings,
g initials, h ranking, s stand codes, p places in other languages.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import NamedTuple

from guide.catalogue.model import Catalogue, Exhibitor
from tests.benchmarks import misspelt, words
from tests.benchmarks.fairs import adjectives, nouns, plural
from tests.benchmarks.misspelt import slip
from tests.benchmarks.scanned import Scanned, code_keys, small, texts, words_of


class Query(NamedTuple):
    """Something typed, its class (the letter first), and the ids of all exhibitors that are a right answer."""

    kind: str
    text: str
    gold: frozenset[str]


_ALPHABETS = {True: re.compile("[а-я]+$"), False: re.compile(r"[^\W\u0400-\u052f]+$")}
_SKIPPED = {form.lower() for form in words.FORMS} | {"ип", "кфх", "ltd", "co", "gmbh", "ag", "kg", "и"}


class Asking:
    """Makes the queries of one fair, so many of each kind."""

    def __init__(self, catalogue: Catalogue, seed: int, each: int) -> None:
        self.rng = Random(f"asked/{seed}")
        self.it = Scanned(catalogue)
        self.each = each
        self.made: list[Query] = []

    def add(self, kind: str, make: Callable[[Exhibitor], tuple[str, Iterable[str]] | None]) -> None:
        """Adds queries of a kind, each made for some exhibitor, as far as there are any."""
        seen: set[str] = set()
        for _ in range(self.each * 40):
            if len(seen) >= self.each:
                break
            made = make(self.rng.choice(self.it.exhibitors))
            if made is None or made[0] in seen or not made[1]:
                continue
            seen.add(made[0])
            self.made.append(Query(kind, made[0], frozenset(made[1])))

    def word(self, each: Exhibitor, least: int, cyrillic: bool | None = None) -> str | None:
        """A word of a name, long enough, and of the wanted alphabet."""
        fit = [
            word
            for word in words_of(each.name.pairs[0][1])
            if len(word) >= least
            and word not in _SKIPPED
            and word.isalpha()
            and (cyrillic is None or bool(_ALPHABETS[cyrillic].match(word)))
        ]
        return self.rng.choice(fit) if fit else None

    def _of_word(
        self, least: int, how: Callable[[str], str], cyrillic: bool | None = None
    ) -> Callable[[Exhibitor], tuple[str, Iterable[str]] | None]:
        """Queries that spell one word of a name in another way."""

        def make(each: Exhibitor) -> tuple[str, Iterable[str]] | None:
            word = self.word(each, least, cyrillic)
            typed = how(word) if word else ""
            if not word or not typed.strip() or typed == word:
                return None
            # What starts as was typed, letter for letter, is right as well.
            return typed, self.it.starting(self.it.named, word) | self.it.starting(self.it.named, typed.strip())

        return make

    def _slipped(
        self, least: int, how: Callable[[str], str], seen_as: Callable[[str], str] = str
    ) -> Callable[[Exhibitor], tuple[str, Iterable[str]] | None]:
        def make(each: Exhibitor) -> tuple[str, Iterable[str]] | None:
            word = self.word(each, least, True if seen_as is not str else None)
            typed = how(word) if word else ""
            if not word or not typed.isalpha() or typed in self.it.named:
                return None
            return seen_as(typed), self.it.near(typed, word)

        return make

    def prefixes(self) -> None:
        """a"""
        self.add("a1 start of a word of a name", self._start)
        self.add("a2 two words of any fields", self._two_fields)
        self.add("a3 person", self._person)
        self.add("a4 all words of a name cut short, in any order", self._shuffled)

    def cut(self, word: str, least: int) -> str:
        """The start of a word."""
        return word[: self.rng.randint(min(least, len(word)), len(word))]

    def _all_start(self, typed: list[str]) -> set[str]:
        found = [self.it.starting(self.it.anywhere, word) for word in typed]
        return set.intersection(*found)

    def _start(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        word = self.word(each, 4)
        typed = self.cut(word, 3) if word else ""
        return (typed, self.it.starting(self.it.named, typed)) if typed else None

    def _two_fields(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        word = self.word(each, 4)
        others = words_of(" ".join(texts(each.place.city if each.place else None, *each.products)))
        if not word or not others:
            return None
        typed = [self.cut(word, 3), self.cut(self.rng.choice(others), 4)]
        self.rng.shuffle(typed)
        return " ".join(typed), self._all_start(typed)

    def _person(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        if not each.people:
            return None
        family, first = words_of(each.people[0].pairs[0][1])[:2]
        typed = [family, self.cut(first, 3)]
        return " ".join(typed), self._all_start(typed)

    def _shuffled(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        typed = [self.cut(word, 3) for word in words_of(each.name.pairs[0][1]) if len(word) > 2]
        self.rng.shuffle(typed)
        return (" ".join(typed), self._all_start(typed)) if len(typed) > 1 else None

    def slips(self) -> None:
        """b"""
        rng = self.rng
        self.add("b1 one slip", self._slipped(5, lambda word: slip(word, rng)))
        self.add("b2 two slips, from nine letters", self._slipped(9, lambda word: slip(slip(word, rng), rng)))
        self.add("b3 a slip in an unfinished word", self._unfinished)
        self.add("b5 the first letter", self._slipped(5, lambda word: slip(word, rng, first=True)))

    def _unfinished(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        word = self.word(each, 8)
        if not word:
            return None
        start = word[: self.rng.randint(5, len(word) - 2)]
        typed = slip(start, self.rng)
        if not typed.isalpha() or self.it.starting(self.it.named, typed):
            return None
        return typed, self.it.starting(self.it.named, start) | self.it.near(typed, start)

    def layouts(self) -> None:
        """c"""
        keys = misspelt.on_english_keys
        self.add("c1 Russian on the English layout", self._of_word(4, keys, True))
        self.add(
            "c2 Latin on the Russian layout",
            self._of_word(4, lambda word: misspelt.on_russian_keys(misspelt.plain_ascii(word)), False),
        )
        self.add("c3 Russian on the Belarusian layout", self._of_word(4, misspelt.on_belarusian_keys, True))
        self.add("c4 layout and a slip", self._slipped(6, lambda word: slip(word, self.rng), keys))
        self.add("c5 several words", self._whole(keys, True))

    def _whole(
        self, how: Callable[[str], str], cyrillic: bool
    ) -> Callable[[Exhibitor], tuple[str, Iterable[str]] | None]:
        def make(each: Exhibitor) -> tuple[str, Iterable[str]] | None:
            parts = words_of(each.name.pairs[0][1])
            if len(parts) < 2 or any(not _ALPHABETS[cyrillic].match(part) or len(part) < 3 for part in parts):
                return None
            named = [self.it.starting(self.it.named, part) for part in parts]
            return how(" ".join(parts)), set.intersection(*named)

        return make

    def alphabets(self) -> None:
        """d"""
        rng = self.rng
        schemes = [scheme for scheme in misspelt.SCHEMES if scheme not in ("lacinka", "be2007")]
        self.add(
            "d1 Russian in Latin", self._of_word(5, lambda word: misspelt.in_latin(word, rng.choice(schemes)), True)
        )
        self.add("d2 a whole name in plain Latin", self._whole(lambda name: misspelt.in_latin(name, "plain"), True))
        self.add("d5 Belarusian in Latin", self._belarusian)
        self.add("d6 Latin as it sounds", self._of_word(5, misspelt.in_cyrillic, False))

    def _belarusian(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        word = self.word(each, 4)
        if not word or not set(word) & set("іў"):
            return None
        scheme = self.rng.choice(("lacinka", "be2007", "everyday"))
        return misspelt.in_latin(word, scheme), self.it.starting(self.it.named, word)

    def spellings(self) -> None:
        """e"""
        rng = self.rng
        marks = str.maketrans("ёй", "еи")
        self.add("e1 ё as е, й as и", self._of_word(4, lambda word: word.translate(marks), True))
        self.add("e2 legal form, quotes, hyphens, joined", self._dressed)
        self.add("e3 look-alike letters", self._of_word(5, lambda word: misspelt.looking_alike(word, rng), True))
        self.add(
            "e5 without marks",
            self._of_word(4, lambda word: misspelt.plain_ascii(word) if not is_cyrillic(word) else word),
        )

    def _dressed(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        name = each.name.pairs[0][1]
        form = self.rng.choice(words.FORMS)
        typed = self.rng.choice(
            (f"{form} «{name}»", f'"{name.upper()}"', re.sub(r"[\s-]+", "", name.lower()), re.sub(r"\s+", "-", name),
             f"{name}, {form.lower()}", f"  {name.replace('-', ' ')} ")
        )  # fmt: skip
        return typed, self.it.names["".join(words_of(name))]

    def endings(self) -> None:
        """f"""
        self.add("f1 goods in another case", self._goods)
        self.add("f2 town in another case", self._town)
        self.add("f3 adjective and goods", self._described)

    def _goods(self, _: Exhibitor) -> tuple[str, Iterable[str]] | None:
        noun = self.rng.choice(nouns())
        sold = self.it.goods.get(noun.many, set())
        # A firm that is named after its goods is as right as one that has them among its products.
        called = [self.it.named.get(form, set()) for form in (noun.one, noun.many, *noun.forms)]
        if len(noun.one) > 4:
            called.append(self.it.starting(self.it.named, noun.one))
        return self.rng.choice([noun.one, *noun.forms]), sold.union(*called) if sold else ()

    def _town(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        city = each.place.city.pairs[0][1] if each.place and each.place.city else ""
        forms = misspelt.town_forms(city) if city and is_cyrillic(city) else []
        stem = next((town.stem for town in words.TOWNS if town.ru == city), "")
        named = self.it.starting(self.it.named, stem) if stem else set()
        return (self.rng.choice(forms), self.it.towns[small(city)] | named) if forms else None

    def _described(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        for product in texts(*each.products):
            kind, _, thing = product.partition(" ")
            noun = next((noun for noun in nouns() if noun.many == thing), None)
            stem = next((stem for stem in adjectives() if plural(stem) == kind), None)
            if noun and stem:
                case = self.rng.randint(-4, -1)  # genitive, dative, instrumental, prepositional
                adjective = misspelt.adjective_forms(stem)[{-4: 3, -3: 2, -2: 4, -1: 3}[case]]
                found = self.it.goods[kind] & self.it.goods[thing]
                for described, many in ((misspelt.adjective_forms(stem)[3], noun.of_many), (kind, noun.many)):
                    found |= self.it.named.get(described, set()) & self.it.named.get(many, set())
                return f"{adjective} {noun.forms[case]}", found
        return None

    def acronyms(self) -> None:
        """g"""
        self.add("g1 initials that are an alias", self._listed(str, True))
        self.add("g2 initials that are not listed", self._listed(str, False))
        self.add("g3 initials on the wrong layout", self._listed(misspelt.on_english_keys, True))
        self.add("g4 initials in Latin", self._listed(lambda text: misspelt.in_latin(text, "everyday"), True))

    def _listed(
        self, how: Callable[[str], str], listed: bool
    ) -> Callable[[Exhibitor], tuple[str, Iterable[str]] | None]:
        by_initials: dict[str, set[str]] = defaultdict(set)
        for each in self.it.exhibitors:
            parts = words_of(each.name.pairs[0][1])
            if len(parts) > 2:
                by_initials["".join(part[0] for part in parts)].add(each.id)

        def make(each: Exhibitor) -> tuple[str, Iterable[str]] | None:
            parts = words_of(each.name.pairs[0][1])
            short = "".join(part[0] for part in parts)
            if len(parts) < 3 or not is_cyrillic(short) or bool(self.it.names.get(short)) != listed:
                return None
            return how(short), self.it.names.get(short, set()) | by_initials[short]

        return make

    def rankings(self) -> None:
        """h"""
        self.add("h1 a whole short name", self._short)
        self.add("h3 a name and its town", self._placed)

    def _short(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        name = each.name.pairs[0][1]
        key = "".join(words_of(name))
        if len(words_of(name)) > 1 or len(self.it.starting(self.it.anywhere, key)) < 2:
            return None
        return small(name), self.it.names[key]

    def _placed(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        word, city = self.word(each, 4), each.place.city if each.place else None
        if not word or not city:
            return None
        there = self.it.starting(self.it.named, word) & self.it.towns[small(city.pairs[0][1])]
        return f"{word} {small(city.pairs[0][1])}", there

    def stands(self) -> None:
        """s"""
        self.add("s1 stand code", self._stand)

    def _stand(self, each: Exhibitor) -> tuple[str, Iterable[str]] | None:
        code = self.rng.choice(each.stands)
        part = self.rng.choice(code.split("/"))
        words_before, space, last = part.rpartition(" ")
        unlike = words_before + space + last.translate(_UNLIKE)
        pieces = re.findall(r"[^\W\d_]+|\d+", re.sub(r"\b(Hall|Stand)\b", " ", part))
        typed = self.rng.choice((" ".join(pieces), part.lower(), part, unlike, f"стенд {part}"))
        if len(pieces) == 2:
            typed = self.rng.choice(
                (typed, "-".join(pieces), "".join(pieces).lower(), f"stand {pieces[0]} {pieces[1]}")
            )
        return typed, self.it.codes[".".join(next(iter(code_keys(part))).split("."))]

    def places(self) -> None:
        """p"""
        self.add("p1 town in another language", self._abroad)

    def _abroad(self, _: Exhibitor) -> tuple[str, Iterable[str]] | None:
        town = self.rng.choice([town for town in words.TOWNS if town.country in ("BY", "RU")])
        gold = {each for name in (town.ru, town.be, town.en) for each in self.it.towns.get(small(name), ())}
        typed = small(self.rng.choice((town.be, town.en, misspelt.plain_ascii(town.en))))
        named = self.it.starting(self.it.named, words_of(town.ru)[0]) | self.it.starting(
            self.it.named, words_of(typed)[0]
        )
        return typed, gold | (named if gold else set())


_UNLIKE = str.maketrans("ABCEHKMOPTXYАВСЕНКМОРТХУ", "АВСЕНКМОРТХУABCEHKMOPTXY")


def is_cyrillic(text: str) -> bool:
    """Whether it starts with a Cyrillic letter."""
    return "\u0400" <= text[0] <= "\u052f"


def queries(catalogue: Catalogue, seed: int = 1, each: int = 40) -> list[Query]:
    """Queries of all classes for a fair, up to so many of each kind."""
    asking = Asking(catalogue, seed, each)
    for make in (
        asking.prefixes, asking.slips, asking.layouts, asking.alphabets, asking.spellings, asking.endings,
        asking.acronyms, asking.rankings, asking.stands, asking.places,
    ):  # fmt: skip
        make()
    return asking.made


def read(file: Path) -> list[Query]:
    """Queries from a file of lines "class TAB query TAB ids"."""
    rows = (line.rstrip("\n").split("\t") for line in file.open(encoding="utf-8") if line.strip())
    return [Query(kind, text, frozenset(gold.split())) for kind, text, gold in rows]


def write(asked: Iterable[Query], file: Path) -> None:
    """Queries into such a file."""
    file.write_text(
        "".join(f"{kind}\t{text}\t{' '.join(sorted(gold))}\n" for kind, text, gold in asked), encoding="utf-8"
    )
