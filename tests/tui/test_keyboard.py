"""Keys reach their commands on every layout: as Textual names them, and as the bytes that terminals send."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from guide.catalogue.model import Ref
from guide.tui.commands import COMMANDS
from guide.tui.keyboard import TO_LATIN, latin_key, rewritten
from guide.tui.screens.palette import PaletteScreen


def parsed(data: str) -> list[events.Key]:
    """The keys that Textual reads from what a terminal sent."""
    parser = XTermParser()
    keys = [event for event in parser.feed(data) if isinstance(event, events.Key)]
    keys += [event for event in parser.feed("") if isinstance(event, events.Key)]
    return keys


async def send(visitor, data: str) -> None:
    """What a terminal sends, through Textual's parser and driver."""
    for event in parsed(data):
        event.set_sender(visitor.app)
        visitor.app._driver.send_message(event)
    await visitor.pilot.pause()


@pytest.mark.parametrize(
    ("pressed", "meant"),
    [
        ("ctrl+й", "ctrl+q"),
        ("ctrl+з", "ctrl+p"),
        ("ctrl+а", "ctrl+f"),
        ("ctrl+щ", "ctrl+o"),
        ("ctrl+ў", "ctrl+o"),
        ("ctrl+с", "ctrl+c"),
        ("ctrl+і", "ctrl+b"),
        ("ctrl+ы", "ctrl+s"),
        ("alt+ф", "alt+a"),
        ("ctrl+shift+п", "ctrl+shift+g"),
        ("й", "й"),
        ("ctrl+q", "ctrl+q"),
        ("f10", "f10"),
        ("shift+й", "shift+й"),
    ],
)
def test_a_cyrillic_letter_with_ctrl_or_alt_means_the_key_of_its_place(pressed, meant):
    assert latin_key(pressed) == meant


def test_every_command_on_a_letter_is_reached_on_both_cyrillic_layouts():
    reached = {latin_key(f"ctrl+{letter}") for letter in TO_LATIN}
    wanted = {key for command in COMMANDS for key in command.keys if key.startswith("ctrl+") and len(key) == 6}
    assert wanted <= reached


def test_a_letter_that_is_typed_stays_what_it_is():
    event = events.Key("й", "й")
    assert rewritten(event) is event


@pytest.mark.parametrize("key", ["ctrl+й", "ctrl+q"])
async def test_ctrl_and_the_place_of_q_leaves(visiting, key):
    async with visiting() as visitor:
        visitor.app.post_message(events.Key(key, None))
        await visitor.until(lambda: not visitor.app.is_running, "it leaves")
        assert visitor.app.return_code == 0


# The kitty protocol sends the letter of the layout that is on, 1081 for й; legacy terminals a control byte.
@pytest.mark.parametrize("data", ["\x1b[1081;5u", "\x11", "\x1b[113;5u", "\x1b[21~"])
async def test_the_bytes_of_ctrl_q_leave(visiting, data):
    async with visiting() as visitor:
        await send(visitor, data)
        await visitor.until(lambda: not visitor.app.is_running, "it leaves")


@pytest.mark.parametrize("data", ["\x1b[1079;5u", "\x10", "\x1b[112;5u", "\x1b[20~"])
async def test_the_bytes_of_ctrl_p_open_the_palette(visiting, data):
    async with visiting() as visitor:
        await send(visitor, data)
        await visitor.until(lambda: isinstance(visitor.app.screen, PaletteScreen), "the palette opens")


@pytest.mark.parametrize("data", ["\x1b[1072;5u", "\x06", "\x1b[102;5u", "\x1bOR", "\x1b[13~"])
async def test_the_bytes_of_ctrl_f_go_to_the_box(visiting, data):
    async with visiting() as visitor:
        await visitor.presses("alt+2", "enter")
        assert visitor.main.pane == "card"
        await send(visitor, data)
        await visitor.until(lambda: visitor.main.box.has_focus, "the box has the focus")


@pytest.mark.parametrize("digit", [*range(1, 8), 9, 0])
async def test_alt_and_a_digit_as_bytes(visiting, digit):
    from guide.tui.tabs import IDS

    async with visiting() as visitor:
        await visitor.presses("alt+3" if digit != 3 else "alt+4")
        await send(visitor, f"\x1b{digit}")
        await visitor.until(lambda: visitor.tab == IDS[digit - 1], "the tab is shown")
        await send(visitor, "\x1b[49;3u")  # Alt+1 by the kitty protocol
        await visitor.until(lambda: visitor.tab == IDS[0], "the first tab is shown")


@pytest.mark.parametrize(
    ("data", "tab"),
    [("\x1b[6;5~", "exhibitor"), ("\x1b[5;5~", "ties"), ("\x1b[C", "exhibitor"), ("\x1bOC", "exhibitor")],
)
async def test_the_bytes_of_tab_keys(visiting, data, tab):
    async with visiting() as visitor:
        await send(visitor, data)
        await visitor.until(lambda: visitor.tab == tab, "the tab is shown")


async def test_the_bytes_of_alt_left_go_back(visiting):
    async with visiting() as visitor:
        visitor.main.act("ref:exhibitor:veras")
        visitor.main.act("ref:region:BY")
        await visitor.settles()
        await send(visitor, "\x1b[1;3D")
        await visitor.until(lambda: visitor.card == Ref("exhibitor", "veras"), "the card before is shown")


async def test_russian_letters_as_bytes_are_typed(visiting):
    async with visiting() as visitor:
        await send(visitor, "ромашка")
        await visitor.until(lambda: visitor.main.box.value == "ромашка", "the letters stand in the box")


async def test_a_point_where_the_slash_is_goes_to_the_box_from_a_card(visiting):
    async with visiting() as visitor:
        for key in ("slash", "full_stop"):
            await visitor.presses("alt+2", "enter")
            assert visitor.main.pane == "card"
            await visitor.presses(key)
            assert visitor.main.box.has_focus
            assert visitor.main.box.value == ""


async def test_tab_goes_round_the_panes(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        for pane in ("card", "filters", "list", "card"):
            await visitor.presses("tab")
            assert visitor.main.pane == pane
        for pane in ("list", "filters"):
            await visitor.presses("shift+tab")
            assert visitor.main.pane == pane


async def test_what_is_typed_while_the_catalogue_is_read_is_not_lost(monkeypatch):
    import threading

    from guide.tui import world
    from guide.tui.app import GuideApp
    from guide.tui.remembered import Remembered
    from tests.visitor import SMALL, Visitor

    go_on, original = threading.Event(), world.load

    def slow(*arguments, **options):
        assert go_on.wait(30)
        return original(*arguments, **options)

    monkeypatch.setattr(world, "load", slow)
    app = GuideApp(SMALL, "en", remembered=Remembered())
    async with app.run_test(size=(100, 30)) as pilot:
        visitor = Visitor(pilot)
        await visitor.sees("Reading the catalogue")
        await pilot.press(*"roma", "down", "enter", "f4", "f6", "f8", "alt+left", "ctrl+g", "ctrl+o")
        go_on.set()
        await visitor.until(lambda: app.world is not None, "the catalogue is read")
        await visitor.settles()
        assert visitor.cursor == "romashka"
        await visitor.presses("f10")
