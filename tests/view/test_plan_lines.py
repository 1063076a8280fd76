"""The plan as lines: what stands in each, that it fits, and what it looks like at 50, 80 and 120 columns."""

from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from guide import places
from guide.catalogue.load import load
from guide.catalogue.model import Catalogue, Ref
from guide.i18n import LANGUAGES, Tongue, Wording
from guide.view.plan_lines import CHOOSABLE, PlanLine, plan_lines
from guide.view.plan_text import plan_text
from guide.view.plan_told import spot_said
from guide.visit.changes import applied
from guide.visit.day import NOWHERE, Spot
from guide.visit.state import EMPTY, Mark, Stop, Visit
from tests import hostile
from tests.visitor import SMALL

MON, TUE, WED = date(2025, 9, 29), date(2025, 9, 30), date(2025, 10, 1)
NOW = datetime(2025, 9, 30, 11, 5)
ENGLISH = Tongue("en", ("ru", "be", "en"))
KEYS = {"favourite": "F5", "plan": "Ctrl+D", "meeting": "Ctrl+K"}
CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))}


@cache
def small() -> Catalogue:
    return load(SMALL).catalogue


@cache
def example() -> Catalogue:
    return load(places.bundled("example-fair")).catalogue


def exhibitor(key: str) -> Ref:
    return Ref("exhibitor", key)


@cache
def day_at_the_fair() -> Visit:
    """A plan of three days of the example fair in which much is wrong."""
    first, second, third = date(2026, 9, 29), date(2026, 9, 30), date(2026, 10, 1)
    stops = (
        Stop("plenary", Ref("session", "plenary"), first),
        Stop("bobr", exhibitor("bobr-shina"), first),
        Stop("tour", Ref("session", "tour-1"), second),
        Stop("vision", Ref("session", "machine-vision"), second),
        Stop("dron", exhibitor("dron-vid"), second, time(12, 10), 30),
        Stop("talk", None, second, time(13), 45, "Ivan Mostovoy", "the café in hall 2", "terms for 2027", meeting=True),
        Stop("vektrus", exhibitor("vektrus"), second),
        Stop("svarta", exhibitor("svarta"), second, None, 20),
        Stop("evening", Ref("session", "evening"), second),
        Stop("ostriyo", exhibitor("ostriyo"), second, time(17, 50), 30),
        Stop("closing", Ref("session", "closing"), third),
        Stop("vanished", exhibitor("vanished"), third, time(12), 30, name="Vanished JSC"),
        Stop("kalina", exhibitor("kalina-lift"), None),
    )
    marks = {
        exhibitor("mikron-12"): Mark(favourite=True),
        exhibitor("ruchey-nasos"): Mark(favourite=True, note="ask for the price\nand when", rating=4),
        exhibitor("trosov"): Mark(visited=True, rating=2),
        exhibitor("lost"): Mark(note="good people", name="The Lost"),
        exhibitor("vektrus"): Mark(favourite=True, note="take a catalogue"),
        Ref("session", "packaging"): Mark(favourite=True),
    }
    return Visit(marks, stops)


THEN = datetime(2026, 9, 30, 11, 5)


def small_plan() -> Visit:
    return Visit(
        {exhibitor("veras"): Mark(favourite=True)},
        (
            Stop("a", exhibitor("polesie"), TUE),
            Stop("b", exhibitor("traktor"), TUE, None, 20),
            Stop("c", Ref("session", "tools"), TUE),
            Stop("d", exhibitor("stankozavod"), TUE),
            Stop("e", None, TUE, title="Lunch"),
        ),
    )


def drawn(lines: list[PlanLine]) -> str:
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def of_kind(lines: list[PlanLine], kind: str) -> list[str]:
    return [line.plain.strip() for line in lines if line.kind == kind]


# What it looks like.


@pytest.mark.parametrize("width", [50, 80, 120])
def test_a_plan_in_which_much_is_wrong(width, screen_snapshot):
    assert drawn(plan_lines(example(), day_at_the_fair(), ENGLISH, THEN, width)) == screen_snapshot


@pytest.mark.parametrize("width", [50, 80])
def test_a_plan_by_hall(width, screen_snapshot):
    assert drawn(plan_lines(small(), small_plan(), ENGLISH, NOW, width, grouped_by_hall=True)) == screen_snapshot


def test_a_plan_as_text(screen_snapshot):
    assert plan_text(example(), day_at_the_fair(), ENGLISH, THEN, 60) == screen_snapshot


def test_nothing_is_planned_yet(screen_snapshot):
    assert drawn(plan_lines(small(), EMPTY, ENGLISH, NOW, 50, keys=KEYS)) == screen_snapshot


# What stands in a line.


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("grouped", [False, True])
def test_every_line_fits_in_every_language_at_every_width(code, grouped):
    tongue = Tongue(code, example().fair.languages)
    for width in (20, 30, 50, 59, 60, 75, 76, 100, 200):
        for line in plan_lines(example(), day_at_the_fair(), tongue, THEN, width, grouped_by_hall=grouped, keys=KEYS):
            assert cell_len(line.plain) <= width, (width, line.plain)
            assert line.text.plain == line.plain


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_what_a_person_wrote_stays_text(text, width):
    thing, lost = exhibitor("veras"), exhibitor("lost")
    stops = (
        Stop("a", None, TUE, time(12), 60, text, text, text, meeting=True, name=text),
        Stop("b", lost, TUE, time(12, 30), 60, name=text),
        Stop("c", thing, TUE, time(11), 5, where=text),
    )
    visit = Visit({thing: Mark(note=text, name=text), exhibitor("luch"): Mark(note=text), lost: Mark(note=text)}, stops)
    lines = plan_lines(small(), visit, ENGLISH, NOW, width)
    for line in lines:
        assert not CONTROLS & set(line.plain), line.plain
        assert cell_len(line.plain) <= width
        assert line.text.plain == line.plain
        assert text not in repr(line) or len(text) < 3
    assert not (CONTROLS - {"\n", "\t"}) & set(plan_text(small(), visit, ENGLISH, NOW, width))


def test_the_cursor_goes_to_what_something_can_be_done_with():
    lines = plan_lines(example(), day_at_the_fair(), ENGLISH, THEN, 80)
    for line in lines:
        assert line.choosable is (line.kind in CHOOSABLE)
        assert (line.change is not None) is (line.kind in ("fix", "offer"))
    items = [line for line in lines if line.kind == "item"]
    assert [line.stop for line in items] == [stop.id for stop in day_at_the_fair().plan]
    assert [line.ref for line in items] == [stop.ref for stop in day_at_the_fair().plan]


def test_fixes_stand_beneath_what_is_wrong_and_each_once_for_an_item():
    lines = plan_lines(example(), day_at_the_fair(), ENGLISH, THEN, 80)
    for stop in {line.stop for line in lines}:
        fixes = [line.plain.strip() for line in lines if line.kind == "fix" and line.stop == stop and stop]
        assert len(fixes) == len(set(fixes))
    for before, line in pairwise(lines):
        if line.kind == "fix":
            assert before.kind in ("trouble", "fix")
            assert before.stop == line.stop


def test_choosing_a_fix_mends_it():
    visit = day_at_the_fair()
    lines = plan_lines(example(), visit, ENGLISH, THEN, 80)
    (move,) = [line for line in lines if line.stop == "dron" and "move it to 12:30" in line.plain]
    assert move.change is not None
    after = plan_lines(example(), applied(visit, move.change), ENGLISH, THEN, 80)
    assert not [line for line in after if line.stop == "dron" and "at the same time" in line.plain]
    assert [line.plain[:11] for line in after if line.stop == "dron" and line.kind == "item"] == ["12:30–13:00"]


def test_choosing_an_offer_fills_the_gap():
    visit = day_at_the_fair()
    offer = next(line for line in plan_lines(example(), visit, ENGLISH, THEN, 80) if line.kind == "offer")
    assert (offer.stop, offer.change is not None) == ("vektrus", True)
    assert offer.change is not None
    after = applied(visit, offer.change).stop("vektrus")
    assert after is not None
    assert after.starts == time(11, 5)


def test_now_stands_between_what_was_and_what_comes():
    stops = (
        Stop("a", None, TUE, time(10), 30, "a"),
        Stop("b", None, TUE, time(11), 30, "b"),
        Stop("c", None, TUE, time(12), 30, "c"),
    )
    lines = plan_lines(small(), Visit({}, stops), ENGLISH, NOW, 80)
    seen = [line.stop or line.kind for line in lines if line.kind in ("item", "now")]
    assert seen == ["a", "b", "now", "c"]
    (now,) = of_kind(lines, "now")
    assert now.startswith("now 11:05 · in 55 min: “c” ─")
    assert not of_kind(plan_lines(small(), Visit({}, stops), ENGLISH, datetime(2025, 10, 2), 80), "now")


def test_a_day_says_what_is_known_of_it():
    lines = plan_lines(small(), small_plan(), ENGLISH, NOW, 90)
    assert [" ".join(line.split()) for line in of_kind(lines, "day")] == [
        "Mon, 29 September · past 10:00–18:00 · trade visitors only",
        "Tue, 30 September · today 10:00–18:00 · 5 items · 20 min",
        "Wed, 1 October",
    ]


def test_of_many_days_those_are_shown_that_something_is_planned_for():
    long = replace(small(), fair=replace(small().fair, ends=date(2025, 10, 25)))
    lines = plan_lines(long, Visit({}, (Stop("a", None, date(2025, 10, 20), title="a"),)), ENGLISH, NOW, 80)
    assert [line.day for line in lines if line.kind == "day"] == [TUE, date(2025, 10, 20)]


def test_a_note_on_what_is_planned_stands_beneath_it():
    visit = Visit({exhibitor("veras"): Mark(note="buy\ntables")}, (Stop("a", exhibitor("veras"), TUE),))
    lines = plan_lines(small(), visit, ENGLISH, NOW, 80)
    assert of_kind(lines, "detail") == ["✎ buy tables"]
    assert not of_kind(lines, "heading")


def test_what_has_left_the_catalogue_keeps_its_name_and_note():
    visit = Visit({exhibitor("nosuch"): Mark(note="a good lunch", name="Nosuch Ltd"), exhibitor("bare"): Mark(True)})
    lines = plan_lines(small(), visit, ENGLISH, NOW, 80)
    assert of_kind(lines, "gone") == ["✎ Nosuch Ltd  a good lunch", "★  bare"]
    assert of_kind(lines, "heading") == ["No longer in the catalogue 2"]


def test_no_note_gets_into_a_repr():
    visit = Visit({exhibitor("veras"): Mark(note="secret")}, (Stop("a", exhibitor("veras"), TUE, about="secret"),))
    assert "secret" not in repr(plan_lines(small(), visit, ENGLISH, NOW, 80))


def test_many_marks_are_cut_and_counted():
    marks = {exhibitor(f"gone-{number}"): Mark(visited=True, name="x") for number in range(1000)}
    lines = plan_lines(small(), Visit(marks), ENGLISH, NOW, 80, most=10)
    assert len(of_kind(lines, "gone")) == 10
    assert of_kind(lines, "more") == ["and 990 more"]
    assert of_kind(lines, "heading") == ["No longer in the catalogue 1,000"]
    assert not of_kind(plan_lines(small(), Visit(marks), ENGLISH, NOW, 80, most=1000), "more")


def test_of_many_overlaps_three_are_named():
    stops = tuple(Stop(str(at), None, TUE, time(12), 60, f"n{at}") for at in range(6))
    first = next(line for line in plan_lines(small(), Visit({}, stops), ENGLISH, NOW, 200) if line.kind == "trouble")
    assert "“n1” (12:00–13:00), “n2” (12:00–13:00), “n3” (12:00–13:00) and 2 more" in first.plain


# Only some of it.


def test_a_search_hides_but_what_is_hidden_still_overlaps():
    stops = (
        Stop("a", exhibitor("veras"), TUE, time(12), 60),
        Stop("b", None, TUE, time(12, 30), 60, title="Anna", meeting=True),
        Stop("c", exhibitor("polesie"), WED),
    )
    visit = Visit({exhibitor("luch"): Mark(True), exhibitor("romashka"): Mark(True)}, stops)

    def kept(what: Stop | Ref) -> bool:
        return what.id in ("a", "luch")

    lines = plan_lines(small(), visit, ENGLISH, NOW, 80, kept=kept)
    assert [line.stop for line in lines if line.kind == "item"] == ["a"]
    assert [line.day for line in lines if line.kind == "day"] == [TUE]
    assert of_kind(lines, "trouble") == ["! at the same time as “Meeting: Anna” (12:30–13:30): you can’t be in both"]
    assert of_kind(lines, "marked") == ["★  [A-12] Luch  Hall 1 · A2"]
    assert not {"gap", "now", "offer"} & {line.kind for line in lines}
    (nothing,) = plan_lines(small(), EMPTY, ENGLISH, NOW, 80, kept=kept)
    assert nothing.text.plain.startswith("Nothing of your visit has this.")


# As text.


def test_the_text_has_everything_that_a_person_wrote():
    text = plan_text(example(), day_at_the_fair(), ENGLISH, THEN)
    for words in ("the café in hall 2", "terms for 2027", "take a catalogue", "ask for the price", "and when",
                  "The Lost", "good people", "Vanished JSC", "★★★★☆"):  # fmt: skip
        assert words in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_the_text_of_an_empty_visit_is_empty():
    assert plan_text(small(), EMPTY, ENGLISH, NOW) == ""


@settings(deadline=None)
@given(st.integers(24, 140), st.sampled_from(LANGUAGES))
def test_the_text_fits(cells, code):
    text = plan_text(example(), day_at_the_fair(), Tongue(code, example().fair.languages), THEN, cells)
    assert all(cell_len(line) <= cells for line in text.split("\n"))


@pytest.mark.parametrize(
    ("spot", "said", "in_hall"),
    [
        (Spot("h1", ("h1#A1", "h1#A2")), "Hall 1 · A1, A2", "A1, A2"),
        (Spot("h1", ("h1#A1", "h2#B7", "h1#A2")), "Hall 1 · A1, A2; Hall 2 · B7", "A1, A2; Hall 2 · B7"),
        (Spot("h1", (), Wording.same("stage")), "Hall 1 · stage", "stage"),
        (Spot("yard", ("machines",)), "The Yard · The machine ground", "The machine ground"),
        (Spot("h1"), "Hall 1", ""),
        (NOWHERE, "", ""),
    ],
)
def test_a_place_in_words(spot, said, in_hall):
    assert spot_said(small(), spot, ENGLISH) == said
    assert spot_said(small(), spot, ENGLISH, in_hall=True) == in_hall
