"""Every use of a private part of Textual 8.2.8, each with its reason; tests/tui/test_compat.py holds them."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.app import App
from textual.color import Color
from textual.keys import _character_to_key
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import Input

from guide.errors import Exit

if TYPE_CHECKING:
    from rich.console import RenderableType


class QuietFaults(App[int]):
    """An app whose unhandled exceptions end in a short message and a log without local variables.

    Textual's own way takes seconds to print every frame with its locals, a person's notes among them.
    """

    fault: BaseException | None = None

    def _fatal_error(self) -> None:
        self.fault = sys.exception() or self._exception
        # Pilot raises what it finds in _exception again, so tests still see the fault itself.
        self._return_code = Exit.FAULT
        self._close_messages_no_wait()

    def give_up(self, error: Exception) -> None:
        """Ends the app because of an exception that came up beside the loop."""
        self._exception = error
        self.fault = error
        self._return_code = Exit.FAULT
        self._close_messages_no_wait()


class EarlyKeys(App[int]):
    """An app that sees each key once before Textual does; ``take_key`` returns True to keep it."""

    def take_key(self, event: events.Key) -> bool:
        """What is done with a key before anything else."""
        raise NotImplementedError

    def translate_key(self, event: events.Key) -> events.Key:
        """The key as it is to be understood."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Passes keys through ``translate_key`` and ``take_key``; everything else goes its usual way."""
        # Bindings cannot do it: a focused Input takes letters before bindings are looked at, and
        # a Cyrillic letter with Ctrl matches no binding.
        if isinstance(event, events.Key) and not event.is_forwarded:
            event = self.translate_key(event)
            if self.take_key(event):
                return
        await super().on_event(event)


def key_of_character(character: str) -> str:
    """What Textual calls the key of a character: "period" for "."."""
    return _character_to_key(character)


def ghost(box: Input, text: str) -> None:
    """Shows what the text of a box could go on as, dim and behind it; "" shows nothing.

    Textual's own suggester is asked in a worker, so that what it says comes late.
    """
    if box._suggestion != text:
        box._suggestion = text


class _Shaded(Visual):
    """A screen as it looks under an overlay; what it holds is painted by that screen itself."""

    def __init__(self, behind: BackgroundScreen) -> None:
        self._behind = behind

    def render_strips(self, width: int, height: int | None, style: object, options: object) -> list[Strip]:
        """Its lines."""
        color = self._behind.color
        return [
            Strip([Segment(piece.text, _shade(piece.style or Style.null(), color)) for piece in strip], width)
            for strip in self._behind.screen._compositor.render_strips()[:height]
        ]

    def get_optimal_width(self, rules: Mapping[str, object], container_width: int) -> int:
        """All there is."""
        return container_width

    def get_height(self, rules: Mapping[str, object], width: int) -> int:
        """That of the screen."""
        return self._behind.screen.size.height


@lru_cache(maxsize=1000)
def _shade(style: Style, color: Color) -> Style | None:
    return next(iter(BackgroundScreen.process_segments((Segment("", style),), color))).style


def shaded(rendered: "RenderableType") -> "RenderableType":
    """What an overlay's ``render`` gives: the screen beneath, each of whose styles is shaded once.

    Textual's own way works out the colours of every piece of every line at each painting, which holds the loop for
    longer than a keystroke may.
    """
    return cast("RenderableType", _Shaded(rendered)) if isinstance(rendered, BackgroundScreen) else rendered


def know_alt_keys(letters: str) -> None:
    """Lets Alt with a digit or one of some letters arrive as such, also where another key follows at once.

    Textual takes Alt+1 … Alt+0 for what a Mac's Option key types (¡ ™ £ …). Of letters it waits whether more of a
    sequence comes; where that is Esc or an arrow, as on a slow line, it takes both for typed: ^u.
    """
    known = cast("dict[str, Any]", ANSI_SEQUENCES_KEYS)
    for digit in "1234567890":
        known[f"\x1b{digit}"] = (SimpleNamespace(value=f"alt+{digit}"),)
    for letter in letters:
        known.setdefault(f"\x1b{letter}", (SimpleNamespace(value=f"alt+{letter}"),))


def on_end_signals(app: App[int], leave: Callable[[int], None]) -> None:
    """Ends the app in order when it is told to terminate or its terminal is gone; POSIX only, elsewhere nothing."""
    import asyncio

    loop = asyncio.get_running_loop()
    for name, code in (("SIGTERM", Exit.TERMINATED), ("SIGHUP", Exit.HUNG_UP), ("SIGINT", Exit.INTERRUPTED)):
        number = getattr(signal, name, None)
        if number is None:
            continue
        # Windows loops have no signal handlers, and one in a side thread refuses them.
        with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
            loop.add_signal_handler(number, leave, int(code))
    if hasattr(os, "openpty") and not app.is_headless:
        app.set_interval(1.0, lambda: _leave_if_hung_up(leave))


def _leave_if_hung_up(leave: Callable[[int], None]) -> None:
    # With SIGHUP ignored (nohup, some multiplexers) a closed terminal would keep the input thread
    # spinning on a core for ever.
    import select

    poll: Any = getattr(select, "poll", None)
    if poll is None or sys.__stdin__ is None:
        return
    try:
        watcher = poll()
        watcher.register(sys.__stdin__.fileno(), 0)
        gone = any(flags & select.POLLHUP for _, flags in watcher.poll(0))
    except (OSError, ValueError):
        gone = True
    if gone:
        leave(int(Exit.HUNG_UP))


def let_go_of_terminal() -> None:
    """Writes what is still to be written nowhere: Python could not flush it to a closed terminal, and would end 120."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            os.dup2(nowhere, cast("Any", stream).fileno())
