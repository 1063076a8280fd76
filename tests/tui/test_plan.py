"""The plan of a visit in its tab: stops, times, conflicts with what mends them, order, meetings."""

from datetime import date, time

import pytest

from guide import places
from guide.catalogue.model import Ref
from guide.tui.widgets.status_line import StatusLine

EXAMPLE = places.bundled("example-fair")
TWO = date(2026, 9, 30)


@pytest.fixture(autouse=True)
def during(monkeypatch):
    monkeypatch.setenv("GUIDE_NOW", "2026-09-30T11:00")


async def plans(visitor, query: str, when: str = "") -> None:
    """Finds a thing by its name in the tab shown and puts it into the plan."""
    await visitor.types(query)
    await visitor.presses("ctrl+d")
    if when:
        await visitor.presses("end", "ctrl+u")
        await visitor.types(when)
    await visitor.presses("enter", "escape")


def titles(visitor) -> list[str]:
    """The names of the stops in the plan's order."""
    return [stop.title or stop.name for stop in visitor.visit.plan]


async def goes_down_to(visitor, line: int) -> None:
    """Moves the cursor of the plan down to a line."""
    for _ in range(60):
        if visitor.main.plan.cursor == line:
            return
        await visitor.presses("down")
    raise AssertionError(f"the cursor does not come to line {line}:\n{visitor.text}")


async def test_an_empty_visit_says_how_to_begin_with_the_keys_that_do_it(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+8")
        await visitor.sees("Nothing is planned yet.", "F5", "Ctrl+D", "Ctrl+K")


async def test_a_thing_is_planned_with_its_day_time_and_length_from_one_line(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+2")
        await plans(visitor, "vektrus", "2 12:10 1 h")
        (stop,) = visitor.visit.plan
        assert (stop.ref, stop.day, stop.starts, stop.minutes) == (
            Ref("exhibitor", "vektrus"), TWO, time(12, 10), 60,
        )  # fmt: skip
        await visitor.presses("alt+8")
        await visitor.sees("12:10–13:10", "Vektrus", "today")


async def test_what_is_no_time_is_refused_with_an_example_and_nothing_is_lost(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+2")
        await visitor.types("vektrus")
        await visitor.presses("ctrl+d")
        await visitor.types("noonish 99")
        await visitor.presses("enter")
        await visitor.sees("noonish", "For example")
        assert not visitor.visit.plan
        await visitor.presses(*["backspace"] * 10)
        await visitor.types("noon")
        await visitor.presses("enter")
        assert visitor.visit.plan[0].starts == time(12)


async def test_a_session_brings_its_own_time_and_two_at_once_are_told_with_what_mends_them(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+6")
        first, second = Ref("session", "plenary"), Ref("session", "sharing-stand")
        for ref in (first, second):
            visitor.main.list.move(visitor.listed.index(ref.id))
            await visitor.settles()
            await visitor.presses("ctrl+d")
        await visitor.presses("alt+8")
        await visitor.sees("11:15–12:45", "11:00–12:00", "you can’t be in both")
        plan = visitor.main.plan
        fix = next(
            at for at, line in enumerate(plan._lines) if line.kind == "fix" and "out of the plan" in line.text.plain
        )
        await goes_down_to(visitor, fix)
        await visitor.presses("enter")
        await visitor.no_longer_sees("you can’t be in both")
        assert len(visitor.visit.plan) == 1
        await visitor.presses("ctrl+z")
        await visitor.sees("you can’t be in both")


async def test_stops_are_moved_among_those_of_their_day_and_taken_out(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+2")
        for name in ("vektrus", "mikron-12", "ostriyo"):
            await plans(visitor, name, "30.09")
        before = titles(visitor)
        await visitor.presses("alt+8")
        visitor.main.plan.keep(visitor.visit.plan[2].id)
        await visitor.presses("alt+up")
        assert titles(visitor) == [before[0], before[2], before[1]]
        assert visitor.main.plan.current_stop.name == before[2]
        await visitor.presses("ctrl+up")
        assert titles(visitor) == [before[2], before[0], before[1]]
        await visitor.presses("alt+down", "delete")
        assert titles(visitor) == [before[0], before[1]]
        await visitor.presses("ctrl+z")
        assert titles(visitor) == [before[0], before[2], before[1]]


async def test_a_planned_stop_is_changed_where_it_stands(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+2")
        await plans(visitor, "vektrus", "2 12:10 1 h")
        await visitor.presses("alt+8", "ctrl+d")
        await visitor.sees("In the plan: Vektrus", "12:10")
        await visitor.presses("end", "ctrl+u")
        await visitor.types("3 10:15")
        await visitor.presses("enter")
        (stop,) = visitor.visit.plan
        assert (stop.day, stop.starts, stop.minutes) == (date(2026, 10, 1), time(10, 15), None)


async def test_a_meeting_takes_part_in_the_conflicts(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+2")
        await plans(visitor, "vektrus", "2 12:00 1 h")
        await visitor.presses("alt+1", "ctrl+k")
        await visitor.sees("With whom", "When", "Where", "What about")
        await visitor.types("Ivan")
        await visitor.presses("tab")
        await visitor.types("2 12:30 30 min")
        await visitor.presses("tab")
        await visitor.types("the café")
        await visitor.presses("tab")
        await visitor.types("prices")
        await visitor.presses("enter")
        await visitor.presses("alt+8")
        await visitor.sees("Ivan", "the café", "you can’t be in both")


async def test_a_meeting_without_anybody_and_anything_is_asked_for_again(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("ctrl+k", "enter")
        await visitor.sees("With whom is it, or what about?")
        await visitor.presses("escape")
        assert not visitor.visit.plan


async def test_free_time_is_offered_and_filled_with_one_key(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+2")
        await plans(visitor, "vektrus", "2 12:00 1 h")
        await plans(visitor, "mikron-12", "2 15:00 1 h")
        await plans(visitor, "ostriyo", "30.09")
        await visitor.presses("alt+8")
        plan = visitor.main.plan
        offers = [at for at, line in enumerate(plan._lines) if line.kind == "offer"]
        assert offers
        await goes_down_to(visitor, offers[0])
        await visitor.presses("enter")
        assert all(stop.starts for stop in visitor.visit.plan if stop.name == "Ostriyo")


async def test_what_is_typed_narrows_the_visit_by_things_and_by_ones_own_words(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+2")
        await plans(visitor, "vektrus", "2 12:00 1 h")
        await plans(visitor, "mikron-12", "2 15:00 1 h")
        await visitor.presses("alt+8")
        await visitor.types("vektr")
        await visitor.sees("Vektrus")
        assert "Mikron" not in "\n".join(line.text.plain for line in visitor.main.plan._lines)


async def test_favourites_that_are_not_planned_stand_beneath_the_plan(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+2")
        await visitor.types("vektrus")
        await visitor.presses("f5", "escape", "alt+8")
        await visitor.sees("Favourites not in the plan yet", "Vektrus")
        await visitor.presses("down")
        assert visitor.card == Ref("exhibitor", "vektrus")
        await visitor.presses("ctrl+d", "enter")
        assert visitor.visit.plan[0].ref == Ref("exhibitor", "vektrus")


@pytest.mark.parametrize(("width", "height"), [(120, 36), (80, 24), (50, 16)])
async def test_the_visit(visiting, screen_snapshot, width, height):
    async with visiting(EXAMPLE, lang="ru", size=(120, 36)) as visitor:
        await visitor.presses("alt+2")
        await plans(visitor, "вектрус", "2 12:00 1 ч")
        await plans(visitor, "микрон-12", "2 12:30")
        await plans(visitor, "острие", "01.10")
        await visitor.types("робосад")
        await visitor.presses("f5", "escape", "alt+8")
        await visitor.resizes(width, height)
        await visitor.is_saved()
        await visitor.settles()
        visitor.main.query_one(StatusLine).silence()  # what was done last would be gone sooner or later
        await visitor.settles()
        assert visitor.text == screen_snapshot


async def test_a_search_that_finds_nothing_of_the_visit_says_so(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+2")
        await plans(visitor, "vektrus", "30.09 12:00")
        await visitor.presses("alt+8")
        await visitor.types("qqqq")
        await visitor.sees("Nothing of your visit has this.")
