"""The public screen, pressed, clicked and pasted at by people who want more of it than is for everyone."""

import asyncio
import webbrowser

import pytest
from textual import events

from guide.catalogue.load import load
from guide.catalogue.model import Ref
from guide.tui.app import GuideApp
from guide.tui.kiosk import Kiosk
from guide.tui.screens.kiosk import KioskScreen
from guide.tui.widgets.card_view import CardView
from guide.visit.changes import noted
from guide.visit.state import EMPTY
from guide.visit.store import Store
from tests import hostile
from tests.thoroughness import times
from tests.tui.test_desk import EXAMPLE, Clerk, during  # noqa: F401
from tests.tui.test_kiosk import CODE, in_public, left
from tests.visitor import NOTHING_REMEMBERED

FOR_EVERYONE = {"MainScreen", "KioskScreen", "CardScreen", "QrScreen", "CodeScreen", "PlanScreen", "WayScreen"}
PRIVATE = "a.sokolov@example.org"
STATES = {"nobody asks": "", "asked": "a", "answered": "ab", "more": "abb", "QR": "abq", "help": "h", "code": "c"}
"""What the screen shows -> the steps that lead there."""

KEYS = [
    *(f"f{number}" for number in range(1, 25)), *(f"ctrl+{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"),
    *(f"ctrl+{letter}" for letter in "йяачмзщц"), *(f"alt+{letter}" for letter in "fqxpcehlmnotuw123456789"), "alt+й",
    "ctrl+shift+c", "ctrl+shift+v", "super+c", "ctrl+backslash", "ctrl+@", "escape", "tab", "shift+tab", "delete",
    "insert", "shift+insert", "ctrl+insert", "ctrl+pagedown", "alt+left", "alt+f4", "pageup", "home", "shift+end",
    "question_mark", "slash", "full_stop", "enter", "up", "down", "space", "backspace",
]  # fmt: skip


@pytest.fixture
def browser(monkeypatch):
    """The addresses that were opened in a browser."""
    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    return opened


def screens(clerk) -> set[str]:
    return {type(screen).__name__ for screen in clerk.app.screen_stack}


def stand(clerk, state: str, name: str = "vektrus") -> None:
    """Puts the screen into a state, without keys."""
    desk = clerk.desk
    while clerk.app.screen is not desk:
        clerk.app.pop_screen()
    desk.wipe()
    for step in STATES[state]:
        if step == "a":
            desk.box.value = name
            desk.ask(name)
        else:
            desk.press({"b": "enter", "q": "f6", "h": "f1", "c": "f10"}[step])


async def turns() -> None:
    """A few turns of the loop."""
    for _ in range(30):
        await asyncio.sleep(0)


async def presses(clerk, key: str) -> None:
    """A key as the terminal's driver gives it."""
    character = {"question_mark": "?", "slash": "/", "full_stop": ".", "space": " "}.get(key)
    await clerk.app.on_event(events.Key(key, character))
    await turns()


async def clicks(clerk, x: int, y: int) -> None:
    """A click as the terminal's driver gives it."""
    for kind in (events.MouseDown, events.MouseUp):
        await clerk.app.on_event(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
    await turns()


@pytest.mark.parametrize("state", STATES)
async def test_no_key_leaves_it_or_opens_what_is_not_for_everyone(state, browser):
    async with in_public() as clerk:
        clerk.app.copy_to_clipboard("untouched")
        theme = clerk.app.theme
        every = times(2, 1)  # each key in every other state
        for key in KEYS[list(STATES).index(state) % every :: every]:
            stand(clerk, state)
            await turns()
            await presses(clerk, key)
            assert not left(clerk), key
            assert screens(clerk) <= FOR_EVERYONE, key
            assert "KioskScreen" in screens(clerk), key
            assert clerk.app.clipboard == "untouched", key
            assert not clerk.app._notifications, key
        assert (clerk.app.theme, browser, len(clerk.visit.marks)) == (theme, [], 0)


async def test_keys_that_are_held_down_do_not_pile_screens_up():
    async with in_public() as clerk:
        for keys in (["enter"] * 8, ["f6"] * 5, ["f1"] * 5, ["escape"] * 5, ["f10"] * 3, ["f10", "escape"] * 3):
            stand(clerk, "asked")
            await clerk.pilot.press(*keys)
            assert not left(clerk)
            assert len(clerk.app.screen_stack) <= 3, keys


async def test_nothing_can_be_done_before_it_is_open():
    app = GuideApp(EXAMPLE, "en", remembered=NOTHING_REMEMBERED, opened_for="kiosk", kiosk=Kiosk(CODE, 600.0))
    async with app.run_test(size=(120, 36)) as pilot:
        clerk = Clerk(pilot)
        await pilot.press("f9", "f10", "ctrl+q", "f7", "f12")
        await clerk.until(lambda: "KioskScreen" in screens(clerk), "the public screen is open")
        assert not left(clerk)
        assert screens(clerk) <= FOR_EVERYONE


@pytest.mark.parametrize("state", STATES)
async def test_no_click_leaves_it(state, browser):
    async with in_public(size=(60, 20)) as clerk:
        clerk.app.copy_to_clipboard("untouched")
        every, first = times(5, 2), list(STATES).index(state)  # other cells in each state: together they are all
        for y in range(20):
            for at, x in enumerate(range((first + 3 * y) % every, 60, every)):
                if at % 6 == 0:
                    stand(clerk, state)
                    await turns()
                await clicks(clerk, x, y)
                assert not left(clerk), (x, y)
                assert screens(clerk) <= FOR_EVERYONE, (x, y)
        assert (clerk.app.clipboard, browser) == ("untouched", [])


async def test_links_that_leave_the_guide_do_nothing(browser):
    async with in_public(size=(100, 60)) as clerk:
        stand(clerk, "more", "ostriyo")
        await clerk.settles()
        view = clerk.app.screen.query_one(CardView)
        outside = [link for link in view._links if link.url]
        assert outside
        for link in outside:
            view._go(link)
        await clerk.settles()
        assert screens(clerk) == {"MainScreen", "KioskScreen", "CardScreen"}
        assert (browser, clerk.app.clipboard) == ([], "")


async def test_dragging_the_mouse_selects_nothing_that_could_be_copied():
    async with in_public() as clerk:
        for state in ("answered", "more"):
            stand(clerk, state)
            await clerk.settles()
            await clerk.app.on_event(events.MouseDown(None, 20, 8, 0, 0, 1, False, False, False, 20, 8))
            await clerk.app.on_event(events.MouseMove(None, 60, 14, 40, 6, 1, False, False, False, 60, 14))
            await clerk.app.on_event(events.MouseUp(None, 60, 14, 0, 0, 1, False, False, False, 60, 14))
            await clerk.settles()
            assert not clerk.app.screen.get_selected_text()


@pytest.mark.parametrize("state", ["answered", "more", "QR"])
async def test_private_fields_never_show(state):
    async with in_public(size=(120, 60)) as clerk:
        stand(clerk, state)
        await clerk.settles()
        assert "ektrus" in clerk.text
        assert PRIVATE not in clerk.text


async def test_notes_of_the_same_computer_never_show():
    fair = load(EXAMPLE).catalogue.fair.id
    store = Store.open()
    store.write(fair, noted(EMPTY, Ref("exhibitor", "vektrus"), "Vektrus", "they owe me a drill"))
    store.close()
    async with in_public(size=(120, 60)) as clerk:
        await clerk.until(lambda: bool(clerk.visit.marks), "the note is read")
        for state in STATES:
            stand(clerk, state)
            await clerk.settles()
            assert "owe me" not in clerk.text
            assert "✎" not in clerk.text


async def test_what_is_pasted_is_cleaned():
    async with in_public() as clerk:
        for name, text in hostile.TEXTS.items():
            for state in ("nobody asks", "code"):
                stand(clerk, state)
                await turns()
                box = clerk.app.screen.focused
                box.value = ""
                box.post_message(events.Paste(text * 3))
                await clerk.settles()
                assert not set(box.value) & hostile.FORBIDDEN, name
                assert not set(clerk.text.replace("\n", "")) & hostile.FORBIDDEN, name
                assert not left(clerk), name


@pytest.mark.parametrize("state", [state for state in STATES if STATES[state]])
async def test_after_an_idle_time_it_is_back_at_the_start(state):
    async with in_public(idle=1.0) as clerk:
        fresh = clerk.text
        clerk.desk.press("f2")
        stand(clerk, state)
        clerk.desk.press("f2")
        await clerk.until(lambda: clerk.app.screen is clerk.desk and clerk.desk.visitor.code == "en", "it starts again")
        await clerk.settles()
        assert (clerk.desk.box.value, clerk.shown, clerk.desk.asked.query) == ("", None, "")
        assert clerk.text == fresh


async def test_nothing_of_the_last_person_is_left():
    async with in_public() as clerk:
        fresh = clerk.text
        await clerk.pilot.press(
            *"qzwxvkjq", "enter", "ctrl+u", *"vektrus", "shift+home", "ctrl+c", "enter", "f2", "enter"
        )
        await clerk.presses("escape", "escape")
        assert clerk.text == fresh
        desk = clerk.desk
        assert (desk.box.value, desk.box.selected_text, clerk.app.clipboard) == ("", "", "")
        assert (desk.asked.query, desk.asked.refs, desk.asked.recorded) == ("", (), None)
        await clerk.presses("up", "down", "ctrl+z", "ctrl+y", "ctrl+v", "end", "tab")
        assert clerk.text == fresh


async def test_whoever_is_still_typing_is_not_interrupted():
    async with in_public(idle=2.0) as clerk:
        for letter in "vektrus":
            await clerk.pilot.press(letter)
            await clerk.pilot.pause(0.5)
        assert clerk.desk.box.value == "vektrus"


async def test_the_clock_of_the_desk_runs_once():
    async with in_public() as clerk:
        assert isinstance(clerk.desk, KioskScreen)
        assert len([timer for timer in clerk.desk._timers if timer._interval > 10]) == 1
