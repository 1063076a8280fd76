"""Every private part of Textual 8.2.8 that the guide leans on: that it is there, and does what it is used for."""

import asyncio
import inspect
import os
import signal
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.app import App
from textual.strip import Strip

from guide.errors import Exit
from guide.faults import log_fault
from guide.tui import compat
from guide.tui.app import GuideApp
from guide.tui.remembered import Remembered
from tests import screen
from tests.visitor import SMALL


def written(file: str) -> str:
    """What stands in a log."""
    return Path(file).read_text(encoding="utf-8")


def test_textual_is_the_one_that_was_looked_into():
    assert version("textual") == "8.2.8"


def test_fatal_error_is_what_textual_calls_for_an_unhandled_exception():
    """``App._fatal_error``: overridden, so that no frame with its locals is printed."""
    assert "_fatal_error" in App.__dict__
    assert "self._fatal_error()" in inspect.getsource(App._handle_exception)


async def test_an_unhandled_exception_ends_the_app_with_code_70_and_keeps_the_fault():
    """``App._exception``, ``_return_code``, ``_close_messages_no_wait``: how the app ends by a fault."""
    app = GuideApp(SMALL, "en", remembered=Remembered())
    secret = "a note that nobody else should read"

    def fail():
        note = secret  # noqa: F841 - stands in the frame on purpose
        raise ZeroDivisionError("out of order")

    async def use():
        async with app.run_test(size=(80, 24)) as pilot:
            app.call_later(fail)
            await pilot.pause(0.2)

    with pytest.raises(ZeroDivisionError):
        await use()
    assert isinstance(app.fault, ZeroDivisionError)
    assert app.return_code == Exit.FAULT
    file = log_fault(app.fault)
    log = written(file)
    assert "ZeroDivisionError: out of order" in log
    assert secret not in log


async def test_on_event_sees_each_key_once_before_bindings_and_focus(visiting, monkeypatch):
    """``App.on_event`` and ``event.is_forwarded``: the one place that every key passes first."""
    seen: list[str] = []
    original = GuideApp.take_key
    monkeypatch.setattr(GuideApp, "take_key", lambda app, event: seen.append(event.key) or original(app, event))
    async with visiting() as visitor:
        await visitor.presses("a", "f1", "escape", "ctrl+f", "up")
    assert seen == ["a", "f1", "escape", "ctrl+f", "up"]


def test_alt_arrives_as_such_whatever_follows():
    """``textual._ansi_sequences.ANSI_SEQUENCES_KEYS``: else ESC 1 is ¡, and with an arrow behind it ^1."""
    from guide.tui.keyboard import ALT_LETTERS
    from tests.tui.test_keyboard import parsed

    compat.know_alt_keys(ALT_LETTERS)
    for key in "1234567890uгў":
        assert [event.key for event in parsed(f"\x1b{key}")] == [f"alt+{key}"]
        assert [event.key for event in parsed(f"\x1b{key}\x1b[B")] == [f"alt+{key}", "down"]
        assert [event.key for event in parsed(f"\x1b{key}a")] == [f"alt+{key}", "a"]
    assert [event.key for event in parsed("\x1b[B\x1bOP\x1bf")] == ["down", "f1", "ctrl+right"]


def test_character_to_key_names_signs_as_bindings_do():
    """``textual.keys._character_to_key``: ctrl+ж is ctrl+semicolon."""
    from guide.tui.keyboard import latin_key

    assert latin_key("ctrl+ж") == "ctrl+semicolon"
    assert latin_key("ctrl+б") == "ctrl+comma"


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signals on Windows")
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", Exit.TERMINATED), ("SIGHUP", Exit.HUNG_UP)])
async def test_end_signals_end_the_app_in_order(name, code):
    app = GuideApp(SMALL, "en", remembered=Remembered())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        os.kill(os.getpid(), getattr(signal, name))
        for _ in range(200):
            if not app.is_running:
                break
            await asyncio.sleep(0.02)
    assert app.return_code == code


def test_the_log_holds_no_local_variables(surroundings):
    def fail(secret):
        raise ValueError("words of the exception")

    try:
        fail("somebody's note")
    except ValueError as error:
        file = log_fault(error)
    assert file.startswith(str(surroundings))
    text = written(file)
    assert "words of the exception" in text
    assert "somebody's note" not in text.replace('fail("somebody\'s note")', "")


def test_a_log_that_cannot_be_written_is_no_second_fault(surroundings):
    (surroundings / "log").write_text("a file where a folder should be", encoding="utf-8")
    assert log_fault(ValueError("x")) == ""


async def test_the_compositor_gives_the_lines_that_the_tests_read(visiting):
    """``Screen._compositor.render_strips``: what tests/screen.py reads."""
    async with visiting(size=(70, 20)) as visitor:
        assert len(visitor.text.splitlines()) == 20


@pytest.mark.skipif(sys.platform == "win32", reason="the pump's own thread differs there")
async def test_the_driver_takes_messages_as_the_parser_gives_them(visiting):
    """``App._driver.send_message``: how tests/tui/test_keyboard.py feeds raw bytes."""
    async with visiting() as visitor:
        assert callable(visitor.app._driver.send_message)


async def test_a_box_shows_what_it_could_go_on_as_at_once(visiting):
    """``Input._suggestion``: the dim text behind what is typed, which a key of Textual's own would take over."""
    async with visiting() as visitor:
        await visitor.types("toys")
        compat.ghost(visitor.main.box, "toys and more")
        await visitor.pilot.pause()
        assert "toys and more" in visitor.text
        assert visitor.main.box.value == "toys"
        await visitor.types("s")
        assert "and more" not in visitor.text


def looks(strip: Strip) -> list[object]:
    """What a person sees of each cell: a blank has no colour but that behind it."""
    cells = [segment for cell in strip.divide(range(1, strip.cell_length + 1)) for segment in cell]
    return [
        (text, style.bgcolor, (style.color, style.bold, style.dim, style.underline) if text.strip() else None)
        for text, style, _ in cells
    ]


async def test_a_screen_under_an_overlay_is_shaded_as_textual_shades_it(visiting, monkeypatch):
    """``Screen.render`` gives a ``BackgroundScreen``, ``Compositor.render_strips`` its lines: ours are the same."""
    async with visiting(size=(90, 24)) as visitor:
        await visitor.presses("f1")
        ours = [looks(strip) for strip in screen.strips(visitor.app)]
        overlay = visitor.app.screen
        monkeypatch.setattr("guide.tui.screens.overlay.shaded", lambda rendered: rendered)
        overlay.refresh()
        await visitor.pilot.pause()
        assert ours == [looks(strip) for strip in screen.strips(visitor.app)]
