"""The public screen: it answers, keeps nothing of the last person, and only its code leaves it."""

from contextlib import asynccontextmanager

import pytest

from guide.tui.app import GuideApp
from guide.tui.kiosk import Kiosk
from guide.tui.screens.kiosk import KioskScreen
from tests.thoroughness import times
from tests.tui.test_desk import EXAMPLE, Clerk, during  # noqa: F401
from tests.visitor import NOTHING_REMEMBERED

CODE = "2580-out"


@asynccontextmanager
async def in_public(idle=600.0, size=(120, 36)):
    app = GuideApp(EXAMPLE, "en", remembered=NOTHING_REMEMBERED, opened_for="kiosk", kiosk=Kiosk(CODE, idle))
    async with app.run_test(size=size) as pilot:
        clerk = Clerk(pilot)
        await clerk.until(lambda: app.world is not None and app.world.whole, "the catalogue is read")
        await clerk.until(lambda: isinstance(app.screen, KioskScreen), "the public screen is open")
        await clerk.settles()
        yield clerk


def left(clerk) -> bool:
    return clerk.app._exit


@pytest.mark.parametrize("typed", [CODE, "2580-OUT", "2580-щге"])
async def test_the_code_leaves_it_in_any_layout(typed):
    async with in_public() as clerk:
        await clerk.pilot.press("f10", *typed)
        assert "2580" not in clerk.text
        await clerk.pilot.press("enter")
        await clerk.until(lambda: left(clerk), "it is left")


async def test_a_wrong_code_leads_back_and_stands_nowhere():
    async with in_public() as clerk:
        await clerk.pilot.press("f10", *"2580-ouy", "enter")
        await clerk.until(lambda: clerk.app.screen is clerk.desk, "it is asked for no longer")
        assert not left(clerk)
        assert "2580" not in clerk.text
        assert not await clerk.journal()


KEYS = [
    *(f"f{number}" for number in range(1, 13)), *(f"ctrl+{letter}" for letter in "abcdefghklnopqrstuvwxyz"),
    *(f"alt+{letter}" for letter in "fqxp1238"), "ctrl+й", "ctrl+с", "escape", "tab", "shift+tab", "delete",
    "ctrl+pagedown", "alt+left", "pageup", "home",
]  # fmt: skip


@pytest.mark.parametrize(
    "before", [(), (*"vektrus", "enter"), (*"vektrus", "enter", "enter"), (*"vektrus", "enter", "f6"), ("f1",)]
)
async def test_no_key_leaves_it_or_opens_what_is_not_for_everyone(before):
    async with in_public() as clerk:
        clerk.app.copy_to_clipboard("untouched")
        await clerk.pilot.press(*before)
        for key in KEYS:
            await clerk.pilot.press(key)
            assert not left(clerk), key
            assert any(isinstance(screen, KioskScreen) for screen in clerk.app.screen_stack), key
            assert clerk.app.clipboard == "untouched", key
            names = {type(screen).__name__ for screen in clerk.app.screen_stack}
            assert names <= {"MainScreen", "KioskScreen", "CardScreen", "QrScreen", "CodeScreen"}, key


async def test_private_fields_never_show():
    async with in_public() as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter")
        assert "a.sokolov@example.org" not in clerk.text
        await clerk.presses("enter")
        assert "a.sokolov@example.org" not in clerk.text


async def test_it_goes_back_to_the_start_by_itself_with_its_own_language():
    async with in_public(idle=1.0) as clerk:
        await clerk.pilot.press(*"vektrus", "enter", "f2", "f1")
        await clerk.until(lambda: clerk.app.screen is clerk.desk and clerk.desk.box.value == "", "it starts again")
        assert clerk.shown is None
        assert clerk.desk.visitor.code == "en"
        assert "ektrus" not in clerk.text


async def test_the_whole_screen_speaks_the_visitors_language():
    async with in_public() as clerk:
        await clerk.presses("f2", "f1")
        await clerk.sees("Esc: назад" if clerk.desk.visitor.code != "en" else "Esc: back")


async def test_clicks_everywhere_do_not_leave_it():
    async with in_public(size=(60, 20)) as clerk:
        await clerk.pilot.press(*"vektrus", "enter")
        for y in range(0, 20, times(4, 2)):
            for x in range(0, 60, times(10, 6)):
                await clerk.pilot.click(offset=(x, y))
        assert not left(clerk)
        names = {type(screen).__name__ for screen in clerk.app.screen_stack}
        assert names <= {"MainScreen", "KioskScreen", "CardScreen", "QrScreen", "CodeScreen"}
