"""Visits to try exports with: one that has everything, and any that a person could make."""

from datetime import date, time
from types import MappingProxyType

from hypothesis import strategies as st

from guide.catalogue.load import load
from guide.catalogue.model import Catalogue, Ref
from guide.i18n import Tongue
from guide.text import clean
from guide.view import names
from guide.visit.compact import KINDS
from guide.visit.state import LONGEST_LINE, Mark, Stop, Visit
from tests.cli.run import SMALL
from tests.hostile import TEXTS

CATALOGUE: Catalogue = load(SMALL).catalogue
ENGLISH = Tongue("en", CATALOGUE.fair.languages)
RUSSIAN = Tongue("ru", CATALOGUE.fair.languages)
REFS = tuple(ref for kind in KINDS for ref in CATALOGUE.refs(kind))
GONE = Ref("exhibitor", "left-long-ago")


def called(ref: Ref) -> str:
    """What a thing of the small fair is called in English."""
    return names.name(CATALOGUE, ref, ENGLISH)


FULL = Visit(
    MappingProxyType(
        {
            Ref("exhibitor", "polesie"): Mark(True, True, 4, "Ask for prices;\nmeet Anna, again", "Polesie Toys"),
            Ref("exhibitor", "veras"): Mark(favourite=True, name="Veras"),
            Ref("session", "tools"): Mark(note="bring questions", name="Machine tools today"),
            Ref("person", "ivanova"): Mark(favourite=True, name="Anna Ivanova"),
            GONE: Mark(favourite=True, note="owes me a pen", name="Left Long Ago Ltd"),
        }
    ),
    (
        Stop("a1", Ref("session", "opening"), date(2025, 9, 29), name="Opening"),
        Stop("a2", Ref("exhibitor", "polesie"), date(2025, 9, 29), time(12, 30), 45, name="Polesie Toys"),
        Stop("b1", Ref("session", "tools"), date(2025, 9, 30), name="Machine tools today"),
        Stop("b2", None, date(2025, 9, 30), time(16, 7), 20, "Ivan Petrov", "café at the entrance", "parts; terms",
             meeting=True),
        Stop("b3", Ref("exhibitor", "veras"), date(2025, 9, 30), name="Veras"),
        Stop("c1", GONE, date(2025, 10, 1), time(9, 0), name="Left Long Ago Ltd"),
        Stop("d1", Ref("exhibitor", "romashka"), name="Romashka"),
    ),
)  # fmt: skip
"""A visit with everything that a visit can have."""

WORDS = st.one_of(
    st.just(""),
    st.sampled_from(sorted(TEXTS.values())),
    st.text(max_size=40),
    st.text("абвгўіёЖЪ «»—-=+@;,:\\\"'\n\t", max_size=60),
).map(lambda text: clean(text).strip()[:LONGEST_LINE].strip())
"""Words that a person typed or pasted, as the guide keeps them."""

DAYS = st.one_of(st.none(), st.dates(date(2025, 9, 27), date(2025, 10, 3)), st.dates())
STARTS = st.one_of(
    st.none(), st.builds(time, st.integers(0, 23), st.sampled_from([0, 5, 30, 55])),
    st.builds(time, st.integers(0, 23), st.integers(0, 59)), st.times(),
)  # fmt: skip
MINUTES = st.one_of(st.none(), st.sampled_from([5, 10, 15, 30, 120, 125]), st.integers(1, 1440))
THINGS = st.one_of(st.sampled_from(REFS), st.sampled_from([GONE, Ref("session", "called-off")]))


@st.composite
def marks(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS) -> Mark:
    """A mark that says something."""
    mark = draw(st.builds(Mark, st.booleans(), st.booleans(), st.integers(0, 5), words))
    return Mark(True, mark.visited, mark.rating, mark.note) if mark.empty else mark


@st.composite
def stops(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS) -> Stop:
    """A stop about a thing, or in one's own words, or both."""
    ref = draw(st.one_of(st.none(), THINGS))
    title = draw(words) or ("Someone" if ref is None else "")
    return Stop(
        draw(st.uuids()).hex[:16], ref, draw(DAYS), draw(STARTS), draw(MINUTES), title, draw(words), draw(words),
        draw(st.booleans()), (called(ref) if ref in REFS else "A Firm") if ref else "",
    )  # fmt: skip


@st.composite
def visits(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS, most: int = 8) -> Visit:
    """A visit as a person may have it."""
    kept = draw(st.dictionaries(THINGS, marks(words), max_size=most))
    named = {
        ref: Mark(mark.favourite, mark.visited, mark.rating, mark.note, called(ref) if ref in REFS else "A Firm")
        for ref, mark in kept.items()
    }
    plan = draw(st.lists(stops(words), max_size=most, unique_by=lambda stop: stop.id))
    return Visit(MappingProxyType(named), tuple(plan))
