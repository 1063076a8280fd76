"""What an exported page is searched by: its script, the words of its articles as the guide folds them, its box.

The script runs only in the page, asks nothing of anybody and is told everything as data; without it the page is whole.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, NamedTuple

from guide.exchange.facts import Facts
from guide.exchange.selection import Selection
from guide.i18n import LANGUAGES, N_, Tongue
from guide.search import fold, layouts, stands
from guide.text import clean, one_line
from guide.view import names
from guide.view.cite import host
from guide.visit.items import spot_of

LEAST = 2
"""Articles that a page must have to be searched."""

_SCRIPTS = ("page_search.js", "page_box.js")
_ABOUT, _FACT, _NAME = 0, 1, 2  # LEVELS of the script
# What a data block could end with, and what is a line's end to old readers of JSON.
_UNSAFE = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
_NUMBERS = re.compile(r"(\d+)")
_FACETS = {"kind": N_("Kind"), "hall": N_("Hall"), "country": N_("Country")}


class Facet(NamedTuple):
    """What articles are chosen by: its name in the script, its title, its labels, and the numbers of each article's."""

    name: str
    title: str
    labels: tuple[str, ...]
    of: tuple[tuple[int, ...], ...]


@cache
def script() -> str:
    """The script of the page, the same for every page."""
    folder = files("guide.exchange")
    return "\n" + "".join((folder / name).read_text(encoding="utf-8") for name in _SCRIPTS)


def facets(selection: Selection, things: Sequence[Facts]) -> tuple[Facet, ...]:
    """The facets of some things: kinds in their order, halls and countries by name."""
    found = []
    for name, title in _FACETS.items():
        said = [_labels(selection, told, name) for told in things]
        labels = tuple(dict.fromkeys(label for each in said for label in each))
        if name != "kind":
            labels = tuple(sorted(labels, key=_counted))
        at = {label: number for number, label in enumerate(labels)}
        found.append(Facet(name, selection.tongue.t(title), labels, tuple(tuple(at[n] for n in each) for each in said)))
    return tuple(found)


def data_of(selection: Selection, things: Sequence[Facts], chosen: Iterable[Facet]) -> str:
    """What the script reads, as JSON that holds no markup: the words and codes of the things in their order.

    "words" and "sounds" stand side by side; "posts" has for each word what it is a word of, four times how many
    articles on from the one before, and the level (0 description, 1 fact, 2 name) added; "names" is how many words
    each thing's name has; "codes" leads from keys of stand codes to articles, "facets" to what each may be chosen by.
    """
    codes: dict[str, list[int]] = {}
    texts: list[tuple[Iterable[str], ...]] = []
    said = _Countries(selection)
    for at, told in enumerate(things):
        texts.append(_texts(selection, told, said[_country(selection, told)]))
        keys = (key for code in told.stands for key in _keys(code))
        for key in dict.fromkeys(keys):
            codes.setdefault(key, []).append(at)
    posts = _posts(texts)
    data = {
        "tables": {**fold.tables(), **layouts.tables(), **stands.tables()},
        "words": " ".join(plain for plain, _ in posts),
        "sounds": " ".join(sound for _, sound in posts),
        "posts": list(posts.values()),
        "names": [len(fold.words(told.name)) for told in things],
        "codes": codes,
        "facets": {facet.name: facet.of for facet in chosen},
        "say": _say(selection.tongue),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def box(tongue: Tongue, chosen: Iterable[Facet]) -> Iterator[str]:
    """The box as lines of HTML, hidden until the script runs."""
    search, clear = escape(tongue.t("Search")), escape(tongue.t("Clear the search"))
    yield '<div id="ask" role="search" hidden>'
    yield f'<p class="row"><label for="words">{search}</label>'
    yield '<input id="words" type="search" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200">'
    yield f'<button id="clear" type="button" aria-label="{clear}" title="{clear}" hidden>✕</button></p>'
    several = [facet for facet in chosen if len(facet.labels) > 1]
    if several:
        yield '<p class="row">'
        for facet in several:
            title = escape(facet.title)
            options = (f'<option value="{n}">{escape(clean(label))}</option>' for n, label in enumerate(facet.labels))
            yield f'<select name="{facet.name}" aria-label="{title}" autocomplete="off">'
            yield f'<option value="">{title}</option>{"".join(options)}</select>'
        yield "</p>"
    yield '<p id="count" class="quiet" role="status" aria-live="polite"></p>'
    yield "</div>"


def place_of_found(tongue: Tongue) -> Iterator[str]:
    """Where the script puts what is found, as lines of HTML."""
    title, more = escape(tongue.t("All that is found")), escape(tongue.t("Show more"))
    yield f'<section id="found" aria-label="{title}" hidden></section>'
    yield f'<p class="more"><button id="more" type="button" hidden>{more}</button></p>'


def _labels(selection: Selection, told: Facts, name: str) -> tuple[str, ...]:
    catalogue, tongue = selection.catalogue, selection.tongue
    match name:
        case "kind":
            return (told.kind,)
        case "hall":
            spot = spot_of(catalogue, told.ref)
            keys = (*(catalogue.stands[key].hall for key in spot.stands), spot.hall)
            halls = (catalogue.halls[key] for key in dict.fromkeys(keys) if key and key in catalogue.halls)
            return tuple(dict.fromkeys(one_line(tongue.d(hall.name)) for hall in halls))
    country = names.country(catalogue, _country(selection, told), tongue)
    return (country,) if country else ()


def _country(selection: Selection, told: Facts) -> str:
    """The code of the country that a thing is in or from, or ""."""
    thing = selection.catalogue.get(told.ref)
    place = getattr(thing, "place", None) or getattr(thing, "centre", None)
    return getattr(thing, "country", None) or (place.country if place else None) or ""


class _Countries(dict[str, tuple[str, ...]]):
    """The name of a country in every language, by its code; looked up once for all who come from there."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection

    def __missing__(self, code: str) -> tuple[str, ...]:
        catalogue = self._selection.catalogue
        tongues = (Tongue(each, catalogue.fair.languages) for each in LANGUAGES)
        found = self[code] = tuple(names.country(catalogue, code, tongue) for tongue in tongues)
        return found


def _counted(label: str) -> list[tuple[int, str]]:
    """Labels in the order in which people count: 2 before 10."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in _NUMBERS.split(label[:200])]


def _keys(code: str) -> Iterator[str]:
    keys = stands.code_keys(code)
    yield from keys.whole
    yield from keys.parts


def _texts(selection: Selection, told: Facts, country: Iterable[str]) -> tuple[Iterable[str], ...]:
    """What is said of a thing, by level: its description; facts, notes and addresses; its names in every language."""
    catalogue, thing = selection.catalogue, selection.catalogue.get(told.ref)
    further = (*getattr(thing, "aliases", ()), *catalogue.relations.aliases.get(told.ref, ()))
    legal = getattr(thing, "legal_name", None)
    called = (wording.texts() for wording in (*further, *((legal,) if legal else ())))
    sites = (host(site).removeprefix("www.") for site in told.sites)
    return (
        (told.about.text,),
        (
            told.kind,
            told.where,
            told.sign,
            told.note,
            *(line.text for line in told.lines),
            *sites,
            *told.emails,
            *country,
        ),
        (told.name, *told.names.values(), *(text for texts in called for text in texts)),
    )


def _posts(texts: Sequence[tuple[Iterable[str], ...]]) -> Mapping[fold.Form, list[int]]:
    """Each form of a word with the articles that have it and the highest level of it there, as the script has them."""
    forms = fold.forms_of(dict.fromkeys(text for levels in texts for level in levels for text in level))
    found: dict[fold.Form, list[int]] = {}
    last: dict[fold.Form, int] = {}
    for at, levels in enumerate(texts):
        here: dict[fold.Form, int] = {}
        for number, level in enumerate(levels):
            here |= dict.fromkeys((form for text in level for form in forms[text] if form[0]), number)
        for form, number in here.items():
            found.setdefault(form, []).append((at - last.get(form, 0)) * 4 + number)
            last[form] = at
    return found


def _say(tongue: Tongue) -> dict[str, Any]:
    """What the script says: a count in each plural form, how thousands are set apart and from how many digits on."""
    forms = [tongue.n("{count} found", "{count} found", count).replace(str(count), "{count}") for count in (1, 2, 5)]
    return {
        "forms": forms if tongue.code != "en" else forms[:2],
        "apart": tongue.number(10_000)[2],
        "least": 4 if len(tongue.number(1_000)) > len("1000") else 5,
        "none": tongue.t("Nothing found. Fewer letters find more."),
    }
