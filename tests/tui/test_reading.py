"""Reading a catalogue beside the loop: the newest request counts, a fault ends in order, what one reads stays."""

import shutil
import threading
from pathlib import Path

import pytest
from textual.events import Key, Paste

from guide.catalogue.model import TABLES, Ref
from guide.errors import Exit
from guide.tui import world as worlds
from guide.tui.app import GuideApp
from guide.tui.remembered import Keeper, Remembered, recall
from guide.view.cards import _CARDS
from guide.view.names import CARDED
from tests.visitor import SMALL


@pytest.mark.parametrize("where", ["world_of", "completed"])
async def test_a_fault_while_reading_ends_the_guide_and_is_kept(monkeypatch, where):
    def breaks(*values: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(worlds, where, breaks)
    app = GuideApp(SMALL, "en", remembered=Remembered())
    with pytest.raises(RuntimeError):  # noqa: PT012 - it is raised when the app has ended
        async with app.run_test() as pilot:
            while app.is_running and app.fault is None:
                await pilot.pause(0.01)
    assert isinstance(app.fault, RuntimeError)
    assert app.return_code == Exit.FAULT


async def test_a_slow_read_does_not_win_over_a_later_one(visiting, monkeypatch, tmp_path):
    slow, go_on = tmp_path / "slow", threading.Event()
    shutil.copytree(SMALL, slow)
    at_once = worlds.world_of

    def slowly(path: Path, *more: object) -> object:
        if path == slow:
            go_on.wait(10)
        return at_once(path, *more)

    async with visiting() as visitor:
        monkeypatch.setattr(worlds, "world_of", slowly)
        visitor.app.open_catalogue(slow)
        visitor.app.open_catalogue(SMALL)
        first = visitor.app.world
        await visitor.until(lambda: visitor.app.world is not first and visitor.app.world.whole)
        go_on.set()
        await visitor.pilot.pause(0.3)
        assert visitor.app.world.path == SMALL


async def test_the_card_one_followed_a_link_to_survives_another_language(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("romashka")
        await visitor.presses("enter")
        visitor.here.go_to(Ref("exhibitor", "veras"))
        await visitor.presses("f2")
        await visitor.pilot.pause(0.2)
        assert visitor.card == Ref("exhibitor", "veras")
        await visitor.presses("alt+left")
        assert visitor.card == Ref("exhibitor", "romashka")


async def test_typing_goes_on_after_the_window_was_too_small_for_anything(visiting):
    async with visiting() as visitor:
        await visitor.resizes(10, 3)
        await visitor.resizes(120, 36)
        await visitor.types("toys")
        assert visitor.main.box.value == "toys"


async def test_a_name_with_spaces_and_enter_that_arrive_at_once_are_one_search(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        letters = ((letter, letter) for letter in "polesie")
        for key, letter in [*letters, ("space", " "), ("t", "t"), ("enter", "\r")]:
            visitor.app.post_message(Key(key, letter))
        await visitor.pilot.pause(0.2)
        assert visitor.main.box.value == "polesie t"
        assert visitor.main.pane == "card"
        assert visitor.card is not None
        assert visitor.card.id.startswith("polesie")


async def test_what_is_pasted_over_a_card_goes_to_the_box(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2", "enter")
        visitor.app.post_message(Paste("polesie\n\x1b[2J"))
        await visitor.pilot.pause(0.2)
        assert visitor.main.box.value.startswith("polesie")
        assert "\x1b" not in visitor.main.box.value


async def test_no_link_leads_where_there_is_no_card(visiting):
    async with visiting() as visitor:
        before = visitor.card
        for kind in {*TABLES, "figure"} - CARDED:
            visitor.here.go_to(Ref(kind, "anything"))
        assert visitor.card == before


def test_every_kind_that_is_said_to_have_a_card_has_one():
    assert set(_CARDS) | {"fair"} == CARDED


def test_the_last_setting_is_the_one_that_is_kept(monkeypatch):
    from guide.tui import remembered

    keeper, first, last = Keeper(Remembered()), Remembered(language="be"), Remembered(language="ru")
    write, begun, go_on = remembered.remember, threading.Event(), threading.Event()

    def slowly(what: Remembered) -> bool:
        begun.set()
        go_on.wait(10)
        return write(what)

    monkeypatch.setattr(remembered, "remember", slowly)
    earlier = threading.Thread(target=keeper.keep, args=(first,))
    earlier.start()
    begun.wait(10)
    later = threading.Thread(target=keeper.keep, args=(last,))
    later.start()
    go_on.set()
    earlier.join(10)
    later.join(10)
    assert recall() == last


def test_a_path_that_is_no_unicode_does_not_stop_the_settings():
    odd = Remembered(language="be", recent=("/fairs/\udcffodd",))
    assert Keeper(Remembered()).keep(odd)
    assert recall() == odd
