"""The open guide follows its catalogue: what one looks at stays, the last good one stays, doubts are asked about."""

import os
import re
import shutil
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guide.catalogue import losses
from guide.catalogue.model import Ref
from guide.catalogue.watch import Standing
from guide.tui import renewing
from guide.tui.kiosk import Kiosk
from guide.tui.remembered import Remembered
from guide.tui.screens.freshness import FreshnessScreen
from guide.tui.screens.note import NoteScreen
from tests.visitor import SMALL, Visitor

FIRST = '\n[[exhibitor]]\nid = "aaa"\nname = "Aa first"\n'


@pytest.fixture
def fair(tmp_path, monkeypatch) -> Path:
    """A copy of the small fair that a test may change; the guide looks at it often."""
    from guide.catalogue import following, watch

    monkeypatch.setattr(following, "EVERY", 0.02)
    monkeypatch.setattr(watch, "SETTLED", 0.05)
    monkeypatch.setattr(watch, "RETRY", 0.05)
    monkeypatch.setattr(watch, "GONE", 0.3)
    copy = tmp_path / "fair"
    shutil.copytree(SMALL, copy)
    return copy


def changed(fair: Path, before: str, after: str, file: str = "exhibitors.toml") -> None:
    """Saves a file of the fair with something else in it."""
    text = (fair / file).read_text(encoding="utf-8")
    assert before in text
    beside = fair / "new.tmp"
    beside.write_text(text.replace(before, after, 1), encoding="utf-8")
    beside.replace(fair / file)


def without(fair: Path, key: str) -> None:
    """Takes an exhibitor out, and what names it."""
    for file in fair.glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        records = re.split(r"(?m)^(?=\[\[)", text)
        kept = [each for each in records if f'id = "{key}"' not in each.split("\n\n")[0]]
        file.write_text("".join(kept).replace(f'"{key}", ', "").replace(f', "{key}"', ""), encoding="utf-8")


def standing(visitor: Visitor) -> Standing | None:
    fresh = visitor.app.renewing.fresh
    return fresh.standing if fresh else None


async def renewed(visitor: Visitor, before: object) -> None:
    await visitor.until(lambda: visitor.app.world is not before, "the catalogue is renewed")
    await visitor.pilot.pause()


async def test_what_one_looks_at_stays_where_it_is(visiting, fair):
    async with visiting(fair) as visitor:
        await visitor.presses("alt+2", "down", "down", "f5")
        cursor, card, before = visitor.cursor, visitor.card, visitor.app.world
        changed(fair, "", FIRST)
        await renewed(visitor, before)
        assert "aaa" in visitor.listed
        assert (visitor.cursor, visitor.card) == (cursor, card)
        assert visitor.listed.index(cursor) == 3
        assert visitor.visit.favourites() == (card,)
        assert "The catalogue was renewed." in visitor.text
        await visitor.presses("down")
        assert visitor.listed.index(visitor.cursor) == 4
        await visitor.types("romashka")
        await visitor.presses("enter")
        visitor.here.go_to(Ref("exhibitor", "veras"))
        await visitor.settles()
        before, top = visitor.app.world, visitor.main.card.position
        changed(fair, FIRST, FIRST.replace("first", "second"))
        await renewed(visitor, before)
        assert visitor.main.box.value == "romashka"
        assert (visitor.tab, visitor.card, visitor.main.pane) == ("exhibitor", Ref("exhibitor", "veras"), "card")
        assert visitor.main.card.position == top
        await visitor.presses("alt+left")
        assert visitor.card == Ref("exhibitor", "romashka")


async def test_the_card_of_a_thing_that_vanished_says_so(visiting, fair):
    async with visiting(fair) as visitor:
        await visitor.presses("alt+2", "down")
        gone, before = visitor.card, visitor.app.world
        name = visitor.app.world.catalogue.get(gone).name.choose(("en",))[0]
        without(fair, gone.id)
        await renewed(visitor, before)
        assert gone.id not in visitor.listed
        assert visitor.card == gone
        assert "no longer in the catalogue" in visitor.card_text
        assert name in visitor.card_text
        assert visitor.here.meant == gone
        await visitor.presses("down")
        assert visitor.card != gone


async def test_a_note_that_is_being_written_stays_open(visiting, fair):
    async with visiting(fair) as visitor:
        await visitor.presses("alt+2", "down")
        ref, before = visitor.card, visitor.app.world
        await visitor.presses("ctrl+n")
        await visitor.types("half a ")
        changed(fair, "", FIRST)
        await renewed(visitor, before)
        assert isinstance(visitor.app.screen, NoteScreen)
        await visitor.types("word")
        await visitor.presses("escape")
        assert visitor.visit.mark(ref).note == "half a word"


async def test_the_hall_one_looks_at_stays_as_near_as_it_is(visiting, fair):
    async with visiting(fair) as visitor:
        await visitor.presses("alt+9", "tab")
        await visitor.presses("plus", "plus", "shift+right")
        sight, before = visitor.here.floor.sight, visitor.app.world
        seen = (sight.sheet, sight.camera, sight.cursor)
        changed(fair, "", FIRST)
        await renewed(visitor, before)
        assert visitor.here.floor.sight is sight
        assert (sight.sheet, sight.camera, sight.cursor) == seen
        assert sight.catalogue is visitor.app.world.catalogue
        before = visitor.app.world
        changed(fair, 'id = "h2"', 'id = "h2"\nlevel = "1"', "fair.toml")
        await renewed(visitor, before)
        sight = visitor.here.floor.sight
        assert (sight.sheet, sight.camera, sight.cursor) == seen


async def test_a_broken_one_is_said_with_its_line_until_it_is_mended_or_put_away(visiting, fair):
    async with visiting(fair, size=(130, 30)) as visitor:
        before = visitor.app.world
        changed(fair, "[[exhibitor]]", "[[exhibitor", "exhibitors.toml")
        await visitor.sees("The catalogue was changed, and cannot be shown: exhibitors.toml, line")
        assert visitor.app.world is before
        assert "! data:" in visitor.text
        await visitor.pilot.press("alt+u")
        await visitor.sees("What is wrong", "It was changed and cannot be shown.")
        await visitor.pilot.press("enter")
        await visitor.no_longer_sees("cannot be shown")
        assert "! data:" in visitor.text  # the line is put away, the sign stays
        changed(fair, "[[exhibitor", "[[[exhibitor")
        await visitor.sees("cannot be shown")
        changed(fair, "[[[exhibitor", "[[exhibitor]]")
        await visitor.no_longer_sees("cannot be shown")
        assert "! data:" not in visitor.text
        assert standing(visitor) is Standing.FRESH


async def test_what_keeps_it_from_being_read_is_said_before_all_that_is_less(visiting, fair):
    async with visiting(fair, size=(50, 16)) as visitor:
        changed(fair, "", '[[exhibitor]]\nid = "aaa"\nname = "Aa"\nnmae = "Aa"\n\n[[exhibitor\nid = "bbb"\n')
        await visitor.sees("! exhibitors.toml:6: The header of", "Alt+U")
        await visitor.presses("alt+u")
        await visitor.until(lambda: isinstance(visitor.app.screen, FreshnessScreen))
        first = visitor.text.index("exhibitors.toml:6:")
        assert "exhibitors.toml:4:" not in visitor.text[:first]


async def test_there_is_room_for_the_list_and_for_the_keys_on_a_small_screen(visiting, fair):
    async with visiting(fair, size=(50, 16)) as visitor:
        await visitor.presses("alt+2", "down", "f5")
        before = visitor.app.world
        changed(fair, "", FIRST)
        await renewed(visitor, before)
        await visitor.sees("1 change since")
        await visitor.presses("f5", "ctrl+n", *"tea", "escape")
        ref = visitor.card
        without(fair, ref.id)  # what one wrote about counts like a favourite
        await visitor.sees("! Meant so? 1 thing of yours vanishes")
        assert "1 change since" not in visitor.text  # one line at a time, the graver one
        status, keys = visitor.main.query_one("#status").region, visitor.main.query_one("#keys").region
        assert status.bottom == keys.y - 1  # what is said for a while hides neither that line nor the keys
        await visitor.presses("alt+u")
        await visitor.sees("Enter: new one · Del: old one · Esc: back")
        await visitor.presses("delete")
        await visitor.sees("1 change since")
        await visitor.presses("alt+9")
        visitor.main.tell("For a while")
        status = visitor.main.query_one("#status")  # right above the keys a drawing says what is lit
        await visitor.until(lambda: status.region.y == keys.y, "it is said over the keys")
        assert "1 change since" in visitor.text
        await visitor.presses("alt+2", "alt+u")
        await visitor.sees("you keep the one before", "Enter: show the new one · Esc: back")
        await visitor.presses("delete")
        assert isinstance(visitor.app.screen, FreshnessScreen)
        before = visitor.app.world
        await visitor.pilot.click(offset=visitor.where("show the new one"))
        await renewed(visitor, before)


async def test_nobody_who_asks_for_the_main_screen_of_a_guide_that_has_ended_stumbles(visiting, fair):
    async with visiting(fair) as visitor:
        await visitor.presses("alt+2", "down", "f5")
        app, ref = visitor.app, visitor.card
    assert app.main.browsing.visiting.visit.favourites() == (ref,)
    app.wait_for_visit(0.1)  # as the thread that compares does


async def test_a_new_mistake_is_asked_about_with_what_may_be_meant(visiting, fair):
    async with visiting(fair, size=(160, 30)) as visitor:
        before = visitor.app.world
        changed(fair, "", '\n[[exhibitor]]\nid = "aaa"\nnmae = "Аа"\n')
        await visitor.sees("The catalogue was changed, with a mistake: exhibitors.toml, line", "name")
        assert visitor.app.world is before
        await visitor.pilot.press("alt+u")
        await visitor.sees("Enter: show the new one")
        await visitor.pilot.press("enter")
        await renewed(visitor, before)
        assert standing(visitor) is Standing.FRESH


async def test_a_favourite_that_would_vanish_is_asked_about(visiting, fair):
    async with visiting(fair, size=(160, 30)) as visitor:
        await visitor.presses("alt+2", "down", "f5")
        ref, before = visitor.card, visitor.app.world
        without(fair, ref.id)
        await visitor.sees("Is the new catalogue meant so?", "1 thing of yours vanishes")
        assert visitor.app.world is before
        await visitor.pilot.press("alt+u")
        await visitor.sees("Your favourites and what you planned:", "Del: keep the old one")
        await visitor.pilot.press("delete")
        await visitor.until(lambda: standing(visitor) is Standing.KEPT)
        assert "Is the new" not in visitor.text
        assert visitor.app.world is before
        changed(fair, "", FIRST)
        await visitor.sees("Is the new catalogue meant so?")
        await visitor.pilot.press("alt+u", "enter")
        await renewed(visitor, before)
        assert "aaa" in {ref.id for ref in visitor.app.world.listed["exhibitor"]}
        assert visitor.app.world.catalogue.get(ref) is None


async def test_the_desk_goes_on_with_its_question(visiting, fair):
    async with visiting(fair) as visitor:
        await visitor.pilot.press("f12")
        await visitor.until(lambda: hasattr(visitor.app.screen, "asked"))
        desk = visitor.app.screen
        await visitor.pilot.press(*"romashka", "enter")
        await visitor.until(lambda: desk.asked.ref == Ref("exhibitor", "romashka"))
        before = visitor.app.world
        changed(fair, "", FIRST)
        await renewed(visitor, before)
        assert desk.asked.ref == Ref("exhibitor", "romashka")
        assert desk.box.value == "romashka"
        before = visitor.app.world
        without(fair, "romashka")
        await visitor.until(lambda: visitor.app.world is not before)
        await visitor.sees("no longer in the catalogue")
        await visitor.pilot.press("f6", "f8", "f5", "f11", "enter", "up")
        assert visitor.app.screen is desk
        await visitor.pilot.press("alt+u")
        assert isinstance(visitor.app.screen, FreshnessScreen)


async def test_in_public_nobody_is_asked(fair):
    from guide.tui.app import GuideApp

    app = GuideApp(fair, "ru", remembered=Remembered(), opened_for="kiosk", kiosk=Kiosk("", 60.0))
    async with app.run_test(size=(120, 30)) as pilot:
        visitor = Visitor(pilot)
        await visitor.until(lambda: app.renewing.fresh is not None and app.screen is not app.main)
        before = app.world
        changed(fair, "[[exhibitor]]", "[[exhibitor")
        await visitor.until(lambda: standing(visitor) is Standing.BROKEN)
        await pilot.pause()
        assert "!" not in visitor.text.splitlines()[-1]
        assert "Alt+U" not in visitor.text
        await pilot.press("alt+u")
        assert not isinstance(app.screen, FreshnessScreen)
        assert app.world is before
        changed(fair, "[[exhibitor", '[[exhibitor]]\nid = "aaa"\nname = "Аа"\nnmae = "Аа"\n\n[[exhibitor]]')
        await visitor.until(lambda: app.world is not before, "a mistake in one record is taken")


async def test_one_that_is_away_is_said_and_a_fault_in_reading_it_ends_nothing(visiting, fair, monkeypatch):
    from guide.tui import world as worlds

    def breaks(*values: object) -> None:
        raise RuntimeError("out of order")

    async with visiting(fair) as visitor:
        before = visitor.app.world
        fair.rename(fair.with_name("aside"))
        await visitor.sees("The catalogue is not there, or cannot be opened.")
        changed(fair.with_name("aside"), "", FIRST)
        fair.with_name("aside").rename(fair)
        await renewed(visitor, before)
        await visitor.no_longer_sees("not there")
        monkeypatch.setattr(worlds, "completed", breaks)
        changed(fair, FIRST, FIRST.replace("first", "second"))
        await visitor.sees("a fault of its own")
        assert visitor.app.is_running
        assert visitor.app.fault is None


async def test_the_same_saved_anew_is_as_fresh_as_that(visiting, fair):
    async with visiting(fair) as visitor:
        before, moment = visitor.app.world, datetime(2025, 9, 30, 7, 4, tzinfo=UTC).timestamp()
        for file in fair.glob("*.toml"):
            os.utime(file, (moment, moment))
        await visitor.sees("data: today 10:04")
        assert visitor.app.world is before


async def test_another_catalogue_is_followed_instead(visiting, fair, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(SMALL, other)
    async with visiting(fair) as visitor:
        first = visitor.app.world
        visitor.app.open_catalogue(other)
        await visitor.until(lambda: visitor.app.world.path == other and visitor.app.world.whole)
        await visitor.until(lambda: visitor.app.world is not first)
        second = visitor.app.world
        changed(fair, "", FIRST)
        changed(other, "", FIRST.replace("aaa", "bbb"))
        await visitor.until(lambda: visitor.app.world not in (first, second))
        assert "bbb" in {ref.id for ref in visitor.app.world.listed["exhibitor"]}
        assert visitor.app.world.path == other


async def test_what_was_doubtful_in_another_catalogue_is_not_held(visiting, fair, tmp_path, monkeypatch):
    other = tmp_path / "other"
    shutil.copytree(SMALL, other)
    judged, opened, found = threading.Event(), threading.Event(), losses.losses

    def followers() -> int:
        return sum(each.name == "guide-following" for each in threading.enumerate())

    def slowly(*given):
        judged.set()
        opened.wait(10)
        return found(*given)

    monkeypatch.setattr(losses, "losses", slowly)
    async with visiting(fair) as visitor:
        await visitor.presses("alt+2", "down", "f5")
        without(fair, visitor.card.id)
        await visitor.until(judged.is_set, "the first one is judged")
        visitor.app.open_catalogue(other)
        await visitor.until(lambda: visitor.app.world.path == other and visitor.app.world.whole)
        await visitor.until(lambda: followers() == 2, "the other is followed")
        opened.set()
        await visitor.until(lambda: followers() == 1, "the first is no longer")
        assert visitor.app.renewing.held is None


async def test_worlds_that_are_no_longer_shown_are_let_go(visiting, fair):
    import gc
    import weakref

    async with visiting(fair) as visitor:
        await visitor.presses("alt+9", "alt+2", "enter", "escape", "alt+0")
        shown = weakref.ref(visitor.app.world.catalogue)
        for number in range(2):
            before = visitor.app.world
            changed(fair, "", FIRST.replace("aaa", f"a{number}"))
            await renewed(visitor, before)
            del before
        await visitor.presses("alt+9", "alt+2")
        gc.collect()
        await visitor.until(lambda: shown() is None, "the first one is let go")


def test_the_loop_goes_first_while_a_catalogue_is_read():
    import sys

    was = sys.getswitchinterval()
    with renewing._yielding():
        assert sys.getswitchinterval() == pytest.approx(renewing.TURN)
    assert sys.getswitchinterval() == was
