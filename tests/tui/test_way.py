"""The way there, over a list, a card, the hall plan and the desk."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from guide import places
from guide.tui.app import GuideApp
from guide.tui.commands import FLOOR
from guide.tui.kiosk import Kiosk
from guide.tui.remembered import Remembered, recall
from guide.tui.screens.palette import PaletteScreen
from guide.tui.screens.plan import PlanScreen
from guide.tui.screens.way import WayScreen
from guide.tui.widgets.bar import Bar
from guide.tui.widgets.card_view import CardView
from guide.venue.ways import Ways
from tests.tui.test_desk import at_desk
from tests.venue.fairs import HEAD
from tests.visitor import Visitor

EXAMPLE = places.bundled("example-fair")
DURING = "2026-09-30T11:00"


class Asker(Visitor):
    """Someone who asks for the way."""

    @property
    def way(self) -> WayScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, WayScreen))

    @property
    def words(self) -> str:
        """What the way says."""
        card = self.way.query_one(CardView).card
        return "" if card is None else " ".join(line.plain for line in card.lines(200))

    def bar(self, name: str) -> str:
        return self.way.query_one(f"#way-{name}", Bar).text

    async def is_told(self, words: str) -> None:
        await self.until(lambda: words in self.words, f"the way says {words!r}")

    async def asks(self, name: str) -> None:
        """Looks for something and asks for the way to it."""
        await self.types(name)
        await self.presses("alt+w")
        await self.until(lambda: isinstance(self.app.screen, WayScreen), "the way is open")


@asynccontextmanager
async def at_fair(path=EXAMPLE, lang="en", *, size=(120, 36), here="", remembered=None):
    app = GuideApp(path, lang, remembered=remembered or Remembered(), here=here)
    async with app.run_test(size=size) as pilot:
        asker = Asker(pilot)
        await asker.until(lambda: app.world is not None and app.world.whole, "the catalogue is read")
        await asker.settles()
        yield asker


@pytest.fixture(autouse=True)
def during(monkeypatch):
    monkeypatch.setenv("GUIDE_NOW", DURING)


async def test_from_the_main_entrance_where_nobody_said_where_they_are():
    async with at_fair() as asker:
        await asker.asks("ruchey")
        await asker.is_told("You want the third stand on your left: “Ruchey Pumps” (A7).")
        assert "“Main entrance”" in asker.bar("from")
        assert "About 45 metres, 1 minute." in asker.words
        await asker.presses("escape")
        assert not isinstance(asker.app.screen, WayScreen)


async def test_from_where_one_is():
    async with at_fair(here="A1", lang="ru") as asker:
        await asker.asks("ручей")
        await asker.is_told("Начало пути: «Стенд Могилёвской области» (A1)")


async def test_who_takes_no_stairs_says_so_once():
    async with at_fair() as asker:
        await asker.asks("korpus")
        await asker.is_told("stairs")
        await asker.presses("1")
        await asker.is_told("Take the lift up")
        assert "■ step-free" in asker.bar("options")
        await asker.until(lambda: recall().walking == "step_free", "it is remembered")
        remembered = asker.app.remembered
    async with at_fair(remembered=remembered) as asker:
        await asker.asks("korpus")
        await asker.is_told("Take the lift up")
        await asker.presses("1")
        await asker.is_told("stairs")


async def test_who_walks_slowly_takes_longer():
    async with at_fair() as asker:
        await asker.asks("ruchey")
        await asker.is_told("About 45 metres, 1 minute.")
        await asker.presses("4")
        await asker.is_told("About 45 metres, 2 minutes.")
        await asker.until(lambda: recall().walking == "slowly", "it is remembered")


async def test_from_somewhere_else():
    async with at_fair() as asker:
        await asker.asks("ruchey")
        await asker.is_told("Ruchey")
        await asker.presses("f3")
        assert isinstance(asker.app.screen, PaletteScreen)
        await asker.presses("down", "enter")  # the doors are listed before anything is typed
        await asker.until(lambda: "Main entrance" not in asker.bar("from"), "another door")
        await asker.presses("f3")
        await asker.types("vitok")
        await asker.presses("enter")
        await asker.is_told("Start: “Vitok” (B3), Hall 1.")


async def test_on_the_hall_plan():
    async with at_fair() as asker:
        await asker.asks("ruchey")
        await asker.is_told("Ruchey")
        await asker.presses("f11")
        assert asker.here.tab == FLOOR
        assert asker.here.floor.route is not None
        assert asker.here.floor.route.goal.stand == "h1#A7"
        assert "way: 45 m, 1 min" in asker.here.floor.pane.under.text  # as the way said
        await asker.presses("alt+w")  # from the plan itself, to what is lit there
        await asker.settles()


async def test_the_words_can_be_taken_along():
    async with at_fair() as asker:
        await asker.asks("ruchey")
        await asker.is_told("Ruchey")
        await asker.presses("f8")
        assert "You want the third stand on your left" in " ".join(asker.app.clipboard.split())


@pytest.mark.parametrize("size", [(50, 16), (80, 24), (32, 10)])
async def test_on_a_small_screen_all_of_it_can_be_read(size):
    async with at_fair(size=size) as asker:
        await asker.asks("korpus")
        await asker.is_told("7В2.2")
        await asker.presses("end")
        await asker.settles()
        shown = "\n".join(asker.lines) if hasattr(asker, "lines") else asker.words
        assert "7В2.2" in shown


async def test_what_is_nowhere_has_no_way():
    async with at_fair(places.bundled_fair()) as asker:
        await asker.types("полесье")
        await asker.presses("alt+w")
        await asker.settles()
        if isinstance(asker.app.screen, WayScreen):
            await asker.until(lambda: bool(asker.words), "it says what is known")
            assert "Walk" not in asker.words


async def test_at_the_desk_in_the_visitor_s_language():
    async with at_desk() as clerk:
        await clerk.types("ruchey")
        await clerk.presses("enter")
        await clerk.presses("f2")
        await clerk.presses("f5")
        asker = Asker(clerk.pilot)
        assert isinstance(clerk.app.screen, WayScreen)
        await asker.is_told("(A7)")
        language = clerk.desk.visitor.code
        assert {"ru": "Вам нужен третий стенд слева", "be": "Вам патрэбны трэці стэнд злева"}[language] in asker.words
        await asker.presses("1")
        await asker.settles()
        assert recall().walking == ""  # it was the visitor's choice
        await asker.presses("f11")
        await asker.until(lambda: isinstance(clerk.app.screen, PlanScreen), "the plan is open")
        await asker.presses("escape")
        assert clerk.shown is not None


async def test_in_public_nothing_is_copied():
    app = GuideApp(EXAMPLE, "en", remembered=Remembered(), opened_for="kiosk", kiosk=Kiosk("2580", 600.0), here="info")
    async with app.run_test(size=(100, 30)) as pilot:
        asker = Asker(pilot)
        await asker.until(lambda: app.world is not None and app.world.whole, "the catalogue is read")
        await asker.settles()
        await asker.types("ruchey")
        await asker.presses("enter")
        await asker.presses("alt+w")
        await asker.is_told("Start: “Information desk”")
        await asker.presses("f8")
        assert app.clipboard == ""


async def test_what_goes_wrong_is_said_and_the_next_time_may_go_right(monkeypatch):
    def broken(*_: object) -> None:
        raise RuntimeError("out of order")

    async with at_fair() as asker:
        with monkeypatch.context() as patched:
            patched.setattr(Ways, "of", broken)
            await asker.asks("ruchey")
            await asker.until(lambda: "fault" in str(asker.way.query_one("#way").border_subtitle), "it is said")
            await asker.presses("escape")
        await asker.presses("alt+w")
        await asker.is_told("Ruchey")
        monkeypatch.setattr(Ways, "route", broken)
        await asker.presses("1")
        await asker.until(lambda: "fault" in str(asker.way.query_one("#way").border_subtitle), "it is said again")


async def test_halls_that_are_not_known_yet_are_waited_for():
    async with at_fair() as asker:
        browsing = asker.app.main.browsing
        whole = browsing.world
        browsing.world = replace(whole, floors=None)
        await asker.asks("ruchey")
        await asker.settles()
        assert "Ruchey" not in asker.words
        browsing.world = whole
        await asker.is_told("Ruchey")


async def test_who_takes_no_steps_comes_in_by_the_door_without_any(tmp_path):
    fair = tmp_path / "fair.toml"
    fair.write_text(HEAD + DOORS, encoding="utf-8")
    async with at_fair(fair) as asker:
        await asker.asks("A1")
        await asker.is_told("Start: “Front”")
        await asker.presses("1")
        await asker.is_told("Start: “Side”")
        assert "Side" in asker.bar("from")


DOORS = """
[[hall]]
id = "h"
name = "Hall"
outline = [[0, 0], [30, 0], [30, 20], [0, 20]]

[[stand]]
code = "A1"
hall = "h"
polygon = [[5, 5], [8, 5], [8, 8], [5, 8]]

[[passage]]
id = "main"
kind = "door"
name = "Front"
step_free = false
ends = [{ hall = "h", at = [10, 0] }]

[[passage]]
id = "side"
kind = "door"
name = "Side"
step_free = true
ends = [{ hall = "h", at = [30, 10] }]
"""
