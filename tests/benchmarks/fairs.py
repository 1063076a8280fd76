"""Fairs of any size from a seed: invented firms of many countries, with what a visitor may ask about them."""

import json
from collections.abc import Callable, Sequence
from datetime import date, time
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

from guide.catalogue.model import Catalogue, Exhibitor, Fair, Place, Ref, Region, Stand
from guide.i18n import Wording
from tests.benchmarks import words
from tests.benchmarks.misspelt import adjective_forms, in_cyrillic, in_latin, noun_forms, plain_ascii
from tests.benchmarks.words import TOWNS, Town

T = TypeVar("T")


class Zipf(Generic[T]):
    """Draws things so that a few come often and most come rarely, as words do."""

    def __init__(self, things: Sequence[T], flat: float = 5.0) -> None:
        self._things = things
        self._weights = list(accumulate(1 / (rank + flat) for rank in range(len(things))))

    def draw(self, rng: Random) -> T:
        """One of them."""
        return rng.choices(self._things, cum_weights=self._weights)[0]


class Noun:
    """What is made: its forms and its plural."""

    def __init__(self, entry: str, feminine: bool) -> None:
        self.one, _, stem = entry.partition(":")
        stem = stem or (self.one[:-1] if self.one[-1] in "аяьйо" else self.one)
        soft = self.one[-1] in "ьйя"
        self.many = stem + ("и" if soft or stem[-1] in "кгхжшщч" else "ы")
        self.forms = noun_forms(self.one, stem, feminine)
        if feminine and not soft and len(stem) > 2 and stem[-1] == "к" and stem[-2] not in "аеиоуыэюя":
            # A vowel comes in where two consonants would end the word: игрушка, игрушек.
            self.forms[3] = stem[:-1].removesuffix("ь") + ("е" if stem[-2] in "жшчць" else "о") + "к"
        self.of_many = self.forms[(2 if soft else 3) if feminine else 4]


@cache
def nouns() -> list[Noun]:
    """Everything that is made, in no order that means anything."""
    made = [Noun(entry, False) for entry in words.MASCULINE] + [Noun(entry, True) for entry in words.FEMININE]
    Random("nouns").shuffle(made)
    return made


@cache
def adjectives() -> list[str]:
    """Stems of adjectives of goods."""
    return [entry.partition(":")[0] for entry in words.ADJECTIVES]


def plural(stem: str) -> str:
    """The nominative plural of an adjective."""
    return stem + ("ие" if stem[-1] in "кгхщш" else "ые")


_HE = words.some("завод комбинат холдинг концерн центр институт")
_SHE = words.some("фабрика компания мастерская лаборатория")


class Maker:
    """Makes one fair; everything it draws comes from its seed."""

    def __init__(self, size: int, seed: int) -> None:
        self.size = size
        self.rng = Random(f"{seed}/{size}")
        self._kinds = Zipf([entry.partition(":")[0] for entry in words.KINDS if entry not in ("агрегаты", "бюро")])
        self._nouns, self._adjectives = Zipf(nouns(), 20), Zipf(adjectives(), 20)
        self._starts, self._middles, self._ends = Zipf(words.STARTS, 12), Zipf(words.MIDDLES, 12), Zipf(words.ENDS, 8)
        self._extra = Zipf(words.SHOP_WORDS, 3)
        self._towns = {
            country: Zipf([town for town in TOWNS if town.country == country], 2) for country in words.COUNTRIES
        }
        self._said: dict[str, Wording] = {}
        self._known: list[str] = []
        self._taken: set[str] = set()

    def same(self, text: str) -> Wording:
        """One wording for one text, as texts that repeat are one value in a catalogue that was read."""
        return self._said.setdefault(text, Wording.same(text))

    def some(self, chance: float) -> bool:
        """Whether something of this likelihood happens."""
        return self.rng.random() < chance

    # Names by country. Each gives the name, and the aliases that everybody uses.

    def _town_firm(self, town: Town) -> tuple[str, list[str]]:
        kind = self._kinds.draw(self.rng)
        end = "ий" if kind in _HE else "ая" if kind in _SHE else "ое"
        first = f"{town.stem}{end}".capitalize()
        if self.some(0.35):
            adjective, noun = self._adjectives.draw(self.rng), self._nouns.draw(self.rng)
            name = f"{first} {kind} {adjective_forms(adjective)[3]} {noun.of_many}"
        else:
            adjective = self._adjectives.draw(self.rng)
            hard = {"ий": "ый" if adjective[-1] not in "кгхщш" else "ий", "ая": "ая", "ое": "ое"}[end]
            if adjective[-1] in "щш" and end == "ое":
                hard = "ее"
            name = f"{first} {adjective}{hard} {kind}"
        return name, [_initials(name)] if self.some(0.4) else []

    def _compound(self, _: Town) -> tuple[str, list[str]]:
        end = self._ends.draw(self.rng)
        made = self._starts.draw(self.rng) + (self._middles.draw(self.rng) if self.some(0.75) else "") + end
        return self._with_more(made), []

    def _with_more(self, brand: str) -> str:
        if self.some(0.3):
            more = self._extra.draw(self.rng)
            return f"{brand}-{more.capitalize()}" if self.some(0.4) else f"{brand} {more.capitalize()}"
        return brand

    def _brand(self, _: Town) -> tuple[str, list[str]]:
        count = self.rng.choice((1, 2, 2, 3))
        brand = "".join(self.rng.choices(words.SYLLABLES, k=count)) + self.rng.choice(words.TAILS)
        name = self._with_more(brand.capitalize())
        return name, [in_latin(brand).capitalize()] if self.some(0.2) else []

    def _family(self, _: Town) -> tuple[str, list[str]]:
        name = self._surname(False)
        if self.some(0.5):
            first, father = self.rng.choices(words.FIRST_NAMES, k=2)
            return f"{self.rng.choice(('ИП', 'КФХ'))} {name} {first[0]}. {father[0]}.", []
        return f"{self.rng.choice(('Мастерская', 'Пекарня', 'Ферма', 'Торговый дом'))} {name}", []

    def _belarusian(self, _: Town) -> tuple[str, list[str]]:
        if self.some(0.4):
            brand = "".join(self.rng.choices(words.SYLLABLES, k=2)) + self.rng.choice(
                ("ўка", "іца", "анка", "ычы", "ўшчына")
            )
            return brand.capitalize(), []
        return f"{self.rng.choice(words.BELARUSIAN_ADJECTIVES)} {self.rng.choice(words.BELARUSIAN_NOUNS)}", []

    def _latin(self, _: Town) -> tuple[str, list[str]]:
        brand = "".join(self.rng.choices(words.LATIN_SYLLABLES, k=self.rng.choice((1, 2, 2, 3))))
        brand = (brand + self.rng.choice(words.LATIN_TAILS)).capitalize()
        name = f"{brand} {self.rng.choice(words.LATIN_WORDS)}" if self.some(0.5) else brand
        return name, [in_cyrillic(brand).capitalize()] if self.some(0.1) else []

    def _german(self, _: Town) -> tuple[str, list[str]]:
        name = self.rng.choice(words.GERMAN_STARTS) + self.rng.choice(words.GERMAN_ENDS)
        if self.some(0.15):
            name += f" & {self.rng.choice(words.GERMAN_STARTS)}{self.rng.choice(words.GERMAN_ENDS)}"
        return (f"{name} {self.rng.choice(words.GERMAN_WORDS)}" if self.some(0.6) else name), []

    def _chinese(self, _: Town) -> tuple[str, list[str]]:
        brand = "".join(self.rng.choices(words.CHINESE, k=self.rng.choice((2, 2, 3)))).capitalize()
        return f"{self.rng.choice(words.CHINESE_TOWNS)} {brand} {self.rng.choice(words.LATIN_WORDS)}", []

    def _turkish(self, _: Town) -> tuple[str, list[str]]:
        first, *more = self.rng.sample(words.TURKISH, self.rng.choice((1, 2)))
        return " ".join([first, *(one.lower() for one in more), self.rng.choice(words.TURKISH_WORDS)]), []

    def _polish(self, _: Town) -> tuple[str, list[str]]:
        name = self.rng.choice(words.POLISH) + self.rng.choice(("", "-Bis", "pol"))
        return f"{self.rng.choice(words.POLISH_WORDS)} {name}", []

    def _kazakh(self, _: Town) -> tuple[str, list[str]]:
        return f"{self.rng.choice(words.KAZAKH)}-{self._ends.draw(self.rng).capitalize()}", []

    def _uzbek(self, _: Town) -> tuple[str, list[str]]:
        return f"{self.rng.choice(words.UZBEK)} {self.rng.choice(words.UZBEK)} {self.rng.choice(words.UZBEK_WORDS)}", []

    def named(self) -> tuple[str, list[str], str, Town]:
        """A name that nobody has yet where that can be, its aliases, a legal form and a town."""
        for _ in range(6):
            ways = self.rng.choices(_WAYS, weights=_SHARES)[0]
            town = self._towns[self.rng.choice(ways[1])].draw(self.rng)
            if ways[0] == Maker._town_firm and not town.stem:
                continue
            name, aliases = ways[0](self, town)
            if name not in self._taken:
                break
        self._taken.add(name)
        return name, aliases, self.rng.choice(ways[2]), town

    def _surname(self, woman: bool) -> str:
        name = self.rng.choice(words.SURNAME_ROOTS) + self.rng.choice(words.SURNAME_ENDS)
        if woman and name.endswith(("ов", "ев", "ёв", "ин")):
            return name + "а"
        return name[:-2] + "ая" if woman and name.endswith("ий") else name

    def _person(self) -> str:
        woman = self.some(0.4)
        first = self.rng.choice(words.WOMEN if woman else words.FIRST_NAMES)
        father = self.rng.choice([name for name in words.FIRST_NAMES if name[-1] not in "йьр"][:18])
        father = {"Павел": "Павл", "Михаил": "Михайл"}.get(father, father)
        return f"{self._surname(woman)} {first} {father}{'овна' if woman else 'ович'}, {self.rng.choice(words.ROLES)}"

    def _goods(self) -> list[str]:
        made = []
        for _ in range(self.rng.choice((1, 2, 2, 3, 4, 6))):
            noun = self._nouns.draw(self.rng)
            made.append(noun.many if self.some(0.2) else f"{plural(self._adjectives.draw(self.rng))} {noun.many}")
        return made

    def _about(self) -> str:
        said = ", ".join(self.rng.sample(words.PHRASES, self.rng.choice((1, 2, 3))))
        if self._known and self.some(0.3):
            # The firms that came first are the ones that everybody works with.
            partners = {self._known[min(int(self.rng.paretovariate(0.6)), len(self._known)) - 1] for _ in range(2)}
            said += "; партнёры: " + ", ".join(sorted(partners))
        return said

    def exhibitor(self, number: int, codes: Callable[[int], str]) -> Exhibitor:
        """The next firm."""
        name, aliases, form, town = self.named()
        latin = plain_ascii(name).isascii()
        city = self.same(town.en if latin else town.be if self.some(0.05) and town.country == "BY" else town.ru)
        self._known.append(name)
        return Exhibitor(
            f"x{number}",
            self.same(name),
            legal_name=self.same(f"{name} {form}" if latin else f"{form} «{name}»")
            if form and self.some(0.8)
            else None,
            aliases=tuple(map(self.same, aliases)),
            place=Place(city, Ref("region", town.region) if town.region else None, town.country),
            products=tuple(map(self.same, self._goods())),
            people=tuple(self.same(self._person()) for _ in range(self.rng.choice((0, 1, 1, 2)))),
            stands=(codes(number),),
            about=self.same(self._about()),
        )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).upper()


_RU = ("ООО", "ОАО", "ЗАО", "АО", "ПАО", "НПО", "")
_BY = ("ООО", "ОАО", "ЗАО", "ЧУП", "РУП", "ОДО", "СООО", "")
_HOME = ("BY", "BY", "RU", "RU", "RU")
_WAYS: list[tuple[Callable[[Maker, Town], tuple[str, list[str]]], tuple[str, ...], tuple[str, ...]]] = [
    (Maker._town_firm, _HOME, (*_RU, *_BY)),
    (Maker._compound, (*_HOME, "KZ"), (*_RU, *_BY)),
    (Maker._brand, _HOME, (*_RU, *_BY)),
    (Maker._family, _HOME, ("",)),
    (Maker._belarusian, ("BY",), ("ТАА", "ААТ", "ПУП", "")),
    (Maker._latin, ("RU", "BY", "IT", "TR", "PL"), ("Ltd.", "LLC", "S.r.l.", "Sp. z o.o.", "")),
    (Maker._german, ("DE",), ("GmbH", "AG", "GmbH & Co. KG")),
    (Maker._chinese, ("CN",), ("Co., Ltd.",)),
    (Maker._turkish, ("TR",), ("A.Ş.", "San. ve Tic. Ltd. Şti.")),
    (Maker._polish, ("PL",), ("Sp. z o.o.", "S.A.")),
    (Maker._kazakh, ("KZ",), ("ТОО", "АО")),
    (Maker._uzbek, ("UZ",), ("MChJ", "AJ")),
]
_SHARES = (19, 22, 16, 6, 5, 14, 6, 6, 2, 2, 2, 1)


def stand_code(number: int) -> str:
    """The code of the stand of that number, in one of five ways of writing such codes; all differ."""
    way, at = number % 5, number // 5
    near = at // 8 + 1
    if way == 0:
        return f"{'AВCDЕFGН'[at % 8]}-{near}"
    if way == 1:
        return f"{at % 7 + 1}{'АВСЕKM'[at // 7 % 6]}{at // 42 + 1}.{number % 3 + 1}"
    if way == 2:
        return f"{'RSTUVWYZ'[at % 8]}{near * 2 + 1:03}/{'STUVWYZR'[at % 8]}{near * 2:03}"
    if way == 3:
        return f"Hall {at % 20 + 9}, Stand {'ABCDEFGH'[at // 20 % 8]}{at // 160 + 10}"
    return f"{'KLMNOPQX'[at % 8]}{near:03}"


@cache
def fair(size: int, seed: int = 1) -> Catalogue:
    """A fair of so many exhibitors."""
    maker = Maker(size, seed)
    regions = {
        key: Region(
            key,
            Wording.of(dict(zip(("ru", "be", "en"), names, strict=True))),
            country,
            kind,
            participation="background",
        )
        for names_of, kind in ((words.COUNTRIES, "country"), (words.REGIONS, "region"))
        for key, names in names_of.items()
        for country in (key[:2] if kind == "region" else None,)
    }
    exhibitors = [maker.exhibitor(number, stand_code) for number in range(size)]
    stands = {stand_code(number): Stand(stand_code(number), stand_code(number)) for number in range(size)}
    return Catalogue(
        Fair(
            f"made-{size}-{seed}",
            maker.same("Выдуманная выставка"),
            date(2026, 6, 1),
            date(2026, 6, 4),
            "Europe/Minsk",
            ("ru",),
        ),
        stands=stands,
        regions=regions,
        exhibitors={each.id: each for each in exhibitors},
    )


def write(catalogue: Catalogue, file: Path) -> None:
    """What a made fair holds, as a catalogue file."""
    it = catalogue.fair
    lines = [f'[fair]\nid = "{it.id}"\nname = {_text(it.name)}\nstarts = {it.starts}\nends = {it.ends}']
    lines.append(f'timezone = "{it.timezone}"\nlanguages = {_text(it.languages)}')
    for hours in it.hours:
        lines.append(
            f"[[fair.hours]]\ndate = {hours.date}\nopens = {hours.opens}\ncloses = {hours.closes}\n"
            f"trade_only = {_text(hours.trade_only)}"
        )
    lines.append("")
    lines += [_table("hall", id=hall.id, name=hall.name) for hall in catalogue.halls.values()]
    lines += [
        _table("stand", code=each.code, hall=each.hall, polygon=each.polygon) for each in catalogue.stands.values()
    ]
    for region in catalogue.regions.values():
        lines.append(_table("region", id=region.id, name=region.name, country=region.country, kind=region.kind,
                            participation=region.participation))  # fmt: skip
    for each in catalogue.exhibitors.values():
        place = each.place
        assert place is not None
        within = f', region = "{place.region.id}"' if isinstance(place.region, Ref) else ""
        lines.append(
            _table("exhibitor", id=each.id, name=each.name, legal_name=each.legal_name, aliases=each.aliases,
                   products=each.products, people=each.people, stands=each.stands, about=each.about)
            + f'place = {{ city = {_text(place.city)}{within}, country = "{place.country}" }}\n'
        )  # fmt: skip
    for talk in catalogue.sessions.values():
        lines.append(_table("session", id=talk.id, title=talk.title, date=talk.date, starts=talk.starts,
                            ends=talk.ends, hall=talk.hall))  # fmt: skip
    for service in catalogue.services.values():
        lines.append(_table("service", id=service.id, name=service.name, kind=service.kind, hall=service.hall))
    file.write_text("\n".join(lines), encoding="utf-8")


def _table(table: str, /, **fields: object) -> str:
    return f"[[{table}]]\n" + "".join(f"{key} = {_text(value)}\n" for key, value in fields.items() if value)


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_text, value))}]"
    if isinstance(value, Wording):
        if len(value.pairs) > 1:
            return "{ " + ", ".join(f"{tag} = {_text(text)}" for tag, text in value.pairs) + " }"
        return _text(value.pairs[0][1])
    if isinstance(value, date | time):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
