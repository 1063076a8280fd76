"""The best order of a day, offered over the plan: Enter takes it, Esc leaves everything, Ctrl+Z takes it back."""

from dataclasses import replace
from datetime import date

import pytest

from guide import places
from guide.catalogue.model import Ref
from guide.tui.remembered import Remembered
from guide.tui.screens.best_order import BestOrderScreen
from guide.visit.changes import merged
from guide.visit.state import Stop, Visit

EXAMPLE = places.bundled("example-fair")
TWO, THREE = date(2026, 9, 30), date(2026, 10, 1)
FAR_AND_NEAR = ("traktor-polymya", "gvozdika", "uchet-prosto", "smazka-sever")


@pytest.fixture(autouse=True)
def during(monkeypatch):
    monkeypatch.setenv("GUIDE_NOW", "2026-09-30T10:05")


async def plans(visitor, *names: str, day: date | None = TWO) -> None:
    """Puts exhibitors into the plan, each under its id."""
    await visitor.presses("alt+8")
    await visitor.sees("planned")
    keeping = visitor.here.visiting.keeping
    stops = [Stop(f"{day}-{name}", Ref("exhibitor", name), day, name=name) for name in names]
    visitor.here.visiting.do(merged(keeping.visit, Visit(plan=tuple(stops))))
    await visitor.settles()


def order(visitor) -> list[str]:
    return [stop.name for stop in visitor.visit.plan]


async def test_it_is_offered_and_taken_and_taken_back(visiting):
    async with visiting(EXAMPLE, size=(120, 40)) as visitor:
        await plans(visitor, *FAR_AND_NEAR)
        assert "Alt+O order" in visitor.bar("keys")
        await visitor.presses("alt+o")
        await visitor.sees("Best order", "instead of", "Enter: take this order", "from: Main entrance")
        assert "7А1" in visitor.text
        assert "7А1; " not in visitor.text  # of two stands the one that is gone to
        assert order(visitor) == list(FAR_AND_NEAR)
        await visitor.presses("enter")
        await visitor.sees("The day was put in its best order")
        after = order(visitor)
        assert sorted(after) == sorted(FAR_AND_NEAR)
        assert after != list(FAR_AND_NEAR)
        await visitor.presses("alt+o")
        await visitor.sees("The order that you have is the best")
        await visitor.presses("enter")
        assert isinstance(visitor.app.screen, BestOrderScreen)
        await visitor.presses("escape", "ctrl+z")
        assert order(visitor) == list(FAR_AND_NEAR)


async def test_esc_leaves_everything_as_it_was(visiting):
    async with visiting(EXAMPLE, size=(80, 24)) as visitor:
        await plans(visitor, *FAR_AND_NEAR)
        await visitor.presses("alt+o")
        await visitor.sees("Enter: take this order")
        await visitor.presses("escape")
        assert order(visitor) == list(FAR_AND_NEAR)
        assert not isinstance(visitor.app.screen, BestOrderScreen)


async def test_it_is_that_of_the_day_under_the_cursor(visiting):
    async with visiting(EXAMPLE, size=(120, 50)) as visitor:
        await plans(visitor, *FAR_AND_NEAR)
        await plans(visitor, *FAR_AND_NEAR[:2], day=THREE)
        await visitor.presses("ctrl+end", "alt+o")
        await visitor.sees("Thu, 1 October", "On foot")
        assert "Smazka" not in visitor.text


async def test_it_ends_where_one_says(visiting):
    async with visiting(EXAMPLE, size=(120, 40)) as visitor:
        await plans(visitor, *FAR_AND_NEAR)
        await visitor.presses("alt+o")
        await visitor.sees("Enter: take this order", "F3: where it ends")
        last = visitor.text
        await visitor.presses("f3")
        await visitor.sees("Where does the day end?", "At the last stop")
        await visitor.types("mostik")
        await visitor.presses("enter")
        await visitor.sees("Enter: take this order", "Café Mostik")
        await visitor.presses("f3")
        await visitor.sees("At the last stop")
        await visitor.presses("enter")
        await visitor.sees("Enter: take this order")
        await visitor.no_longer_sees("Café Mostik")
        assert visitor.text == last
        await visitor.presses("f3", "escape", "enter")
        await visitor.sees("The day was put in its best order")


async def test_it_takes_the_ways_that_one_chose(visiting):
    walking = Remembered(walking="no_stairs_up,slowly,step_free")
    async with visiting(EXAMPLE, size=(120, 40), remembered=walking) as visitor:
        await plans(visitor, *FAR_AND_NEAR)
        await visitor.presses("alt+o")
        await visitor.sees("On foot", "Ways as you chose them: step-free, no stairs up, slowly.")


async def test_without_anything_planned_it_says_so(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("alt+8", "alt+o")
        await visitor.sees("there is nothing to put in order")
        assert not isinstance(visitor.app.screen, BestOrderScreen)


async def test_where_nothing_is_measured_it_goes_by_hall_and_number(visiting, monkeypatch):
    monkeypatch.setenv("GUIDE_NOW", "2025-09-28T11:00")
    async with visiting() as visitor:
        await visitor.presses("alt+8")
        await visitor.sees("planned")
        things = list(visitor.here.world.catalogue.exhibitors)[:3]
        day = visitor.here.world.catalogue.fair.starts
        stops = [Stop(name, Ref("exhibitor", name), day, name=name) for name in things]
        visitor.here.visiting.do(merged(visitor.visit, Visit(plan=tuple(stops))))
        await visitor.settles()
        await visitor.presses("alt+o")
        await visitor.sees("the walking is not", "by hall and number")


async def test_it_waits_for_the_halls_and_leaves_with_the_catalogue(visiting):
    async with visiting(EXAMPLE, size=(120, 40)) as visitor:
        await plans(visitor, *FAR_AND_NEAR)
        world = visitor.here.world
        visitor.here.world = replace(world, floors=None)
        await visitor.presses("alt+o")
        await visitor.sees("Working out the best order")
        visitor.here.world = world
        await visitor.sees("Enter: take this order")
        await visitor.presses("escape")
        visitor.here.world = replace(world, floors=None)
        await visitor.presses("alt+o")
        await visitor.sees("Working out the best order")
        visitor.here.world = replace(world, catalogue=replace(world.catalogue))
        await visitor.until(lambda: not isinstance(visitor.app.screen, BestOrderScreen), "it leaves")
        visitor.here.world = world
        assert order(visitor) == list(FAR_AND_NEAR)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 16)])
async def test_it_fits_into_any_terminal(visiting, size):
    async with visiting(EXAMPLE, size=size) as visitor:
        await plans(visitor, *FAR_AND_NEAR)
        await visitor.presses("alt+o")
        await visitor.sees("On foot")
        await visitor.presses("pagedown", "end", "home", "down")
        await visitor.sees("Best order")


async def test_it_is_in_the_palette(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await plans(visitor, *FAR_AND_NEAR)
        await visitor.presses("f9")
        await visitor.types("best order")
        await visitor.presses("enter")
        await visitor.sees("Enter: take this order")
