"""The terminal app: it holds the world, the language and the theme, and shows the one main screen."""

from __future__ import annotations

import os
import sys
import time
import warnings
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.binding import BindingType
from textual.theme import Theme

from guide.errors import Exit, GuideError, NotSavedError
from guide.i18n import LANGUAGES, N_, NAMES, Tongue, language
from guide.text import clean
from guide.tui.compat import EarlyKeys, QuietFaults, know_alt_keys, let_go_of_terminal, on_end_signals
from guide.tui.keyboard import ALT_LETTERS, rewritten
from guide.tui.kiosk import Kiosk
from guide.tui.reading import Reading
from guide.tui.remembered import Keeper, Remembered, recall
from guide.tui.renewing import Renewing
from guide.tui.screens.main import MainScreen
from guide.tui.theme import OURS, rich_theme
from guide.tui.tidying import Tidying

if TYPE_CHECKING:
    from guide.tui.world import World

THEMES = ("guide-dark", "guide-light", "textual-dark", "textual-light", "nord", "gruvbox", "solarized-light")
"""The themes that the key goes through; the palette has all of them."""

CLOSING = 10.0
"""Seconds that leaving may wait for a slow disk to take what was marked last."""


class GuideApp(EarlyKeys, QuietFaults):
    """The guide on one catalogue."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/main.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    ESCAPE_TO_MINIMIZE = False
    AUTO_FOCUS = None

    def __init__(
        self,
        path: Path,
        lang: str | None = None,
        *,
        remembered: Remembered | None = None,
        opened_for: str = "guide",
        kiosk: Kiosk | None = None,
        here: str = "",
    ) -> None:
        super().__init__()
        self.path = path
        self.here = here  # where it stands, as it was said on the command line
        self.aspect = 0.0  # how many times higher than wide a cell is; 0: the terminal does not say
        self.opened_for = opened_for  # "guide", "desk" or "kiosk"
        self._kiosk = kiosk
        self.touched = time.monotonic()  # when somebody last pressed a key or moved the mouse
        self.remembered = recall() if remembered is None else remembered
        self.world: World | None = None
        self.tongue = Tongue(language(lang, self.remembered.language or None))
        self._main: MainScreen | None = None
        self._reading = Reading(self)
        self.renewing = Renewing(self)
        self._kept = Keeper(self.remembered)
        for theme in OURS:
            self.register_theme(theme)
        self.theme = self.remembered.theme if self.remembered.theme in self.available_themes else OURS[0].name

    def get_default_screen(self) -> MainScreen:
        """The one screen that everything is shown on."""
        self._main = MainScreen(id="main")
        return self._main

    @property
    def main(self) -> MainScreen:
        """The main screen, whatever lies over it; it is there to be asked also when the app has ended."""
        assert self._main is not None
        return self._main

    def on_mount(self) -> None:
        """Paints the frame first, then reads the catalogue."""
        self.console.push_theme(rich_theme(self.current_theme, mono=self.no_color))
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        know_alt_keys(ALT_LETTERS)
        self._tidying = Tidying(self)
        on_end_signals(self, self._told_to_end)
        self.call_after_refresh(self.open_catalogue, self.path)
        self.call_after_refresh(self._read_styles)

    def _read_styles(self) -> None:
        # Those of the screens that come later: Textual would parse all styles anew when the first of them opens.
        for screen in ("overlays", "desk"):
            self.stylesheet.read(Path(__file__).parent / "styles" / f"{screen}.tcss")

    def _theme_changed(self, theme: Theme) -> None:
        self.console.pop_theme()
        self.console.push_theme(rich_theme(theme, mono=self.no_color))
        for screen in self.screen_stack:
            for widget in screen.walk_children():
                widget.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Learns the shape of a cell from terminals that tell their size in pixels too."""
        pixels, cells = event.pixel_size, event.size
        if pixels is not None and pixels.area and cells.area:
            self.aspect = min(max(pixels.height * cells.width / (pixels.width * cells.height), 1.0), 4.0)

    # Keys.

    def translate_key(self, event: events.Key) -> events.Key:
        """A key as the Latin layout has it where Ctrl or Alt is held."""
        return rewritten(event)

    async def on_event(self, event: events.Event) -> None:
        """Notes that somebody is there; until the public screen is open, nobody in public can do anything."""
        if isinstance(event, events.Key | events.MouseEvent | events.Paste):
            self.touched = time.monotonic()
            if self.locked and isinstance(self.screen, MainScreen):
                return
        await super().on_event(event)

    def take_key(self, event: events.Key) -> bool:
        """Offers a key to the screen on top before its widgets."""
        self._tidying.key()
        take = getattr(self.screen, "take_key", None)
        return bool(take and take(event))

    # The catalogue.

    def open_catalogue(self, path: Path) -> None:
        """Reads a catalogue in the background and shows it; the present one stays until then."""
        self.main.progress(N_("Reading the catalogue…"))
        self._reading.begin(path)

    def show(self, world: World) -> None:
        """Shows a catalogue that was read."""
        first, self.world = self.world is None, world
        self.tongue = world.tongue(self.tongue.code)
        self.main.show_world(world)
        if not first:
            self._begin_again_above()
        if first and self.opened_for != "guide":
            self.open_desk()
        encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
        if first and encoding.lower().replace("-", "") != "utf8":
            message = N_("This terminal’s encoding is {encoding}, not UTF-8: some signs may look wrong.")
            self.main.tell(self.tongue.t(message, encoding=encoding))
        self._remember(self.remembered.opened(world.path))

    def _begin_again_above(self) -> None:
        """Puts away what lies over the main screen and speaks of the catalogue before; a desk begins anew.

        What is being written stays open: it belongs to the fair that it was begun at.
        """
        for screen in reversed(self.screen_stack[1:]):
            begin = getattr(screen, "wipe", None)
            if begin is not None:
                begin()
            elif self.screen is screen and not hasattr(screen, "keep"):
                self.pop_screen()

    def swap(self, before: World, after: World) -> None:
        """Puts a world in the place of the one that it was made from, if that is still shown."""
        if self.world is before:
            self.world = after
            if self.main.browsing is not None:
                self.main.browsing.world = after
                self.main.browsing.redraw()

    def renew(self, before: World, after: World) -> None:
        """Puts a newer state of the catalogue in the place of the one shown; all that one looks at stays."""
        self.world = after
        self.tongue = after.tongue(self.tongue.code)
        for screen in self.screen_stack:
            take = getattr(screen, "renew", None)
            if take is not None:
                take(after)
        self.renewed(before, after)

    def renewed(self, before: World, after: World) -> None:
        """Says that the catalogue on the screen was replaced, by itself, by a newer one of the same path."""
        self.main.tell(self.tongue.t("The catalogue was renewed."))

    def refuse(self, error: GuideError) -> None:
        """Says that a catalogue cannot be read; where none is shown yet, there is nothing to stay for."""
        self.main.progress("")
        if self.world is None:
            self.refusal = error
            self.exit(int(error.exit_code))
        else:
            self.main.tell(clean(self.tongue.t(error.message, **error.values)))

    refusal: GuideError | None = None

    def wait_for_visit(self, seconds: float) -> None:
        """Waits until the visit is read, for at most so long; not to be called on the loop."""
        browsing = self.main.browsing
        if browsing is not None and browsing.visiting.keeping is not None:
            browsing.visiting.keeping.wait_till_read(seconds)

    def keep_visit(self) -> bool:
        """Writes what of the visit is not written yet; False where that could not be done."""
        browsing = self._main.browsing if self._main is not None else None
        if browsing is None:
            return True
        browsing.compared.close(CLOSING)
        return browsing.visiting.close(CLOSING)

    # The desk.

    @property
    def locked(self) -> bool:
        """Whether it stands in public, so that it cannot be left by its usual keys."""
        return self._kiosk is not None

    @property
    def spoken(self) -> Tongue:
        """The language of what is on the screen: on a public one the visitor's."""
        spoken = (getattr(screen, "visitor", None) for screen in self.screen_stack if self.locked)
        return next((tongue for tongue in spoken if tongue is not None), self.tongue)

    def open_desk(self) -> None:
        """Shows the desk, or the public screen that it was opened for."""
        if self.world is None:
            return
        if self._kiosk is not None:
            from guide.tui.screens.kiosk import KioskScreen

            self.push_screen(KioskScreen(self._kiosk.code, self._kiosk.idle))
        else:
            from guide.tui.screens.desk import DeskScreen

            self.push_screen(DeskScreen())

    def open_freshness(self) -> None:
        """Shows how what is on the screen stands to the catalogue on the disk."""
        if self.world is not None and not self.locked:
            from guide.tui.screens.freshness import FreshnessScreen

            self.push_screen(FreshnessScreen())

    # Links.

    @work(thread=True, group="browser", exit_on_error=False)
    def visit(self, url: str) -> None:
        """Opens an address in the browser, or copies it where there is none, and says which."""
        import webbrowser

        # Without a screen of windows webbrowser would start a text browser on top of the guide.
        windows = sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        opened = bool(windows) and webbrowser.open(url)
        self.call_from_thread(self._visited, url, opened)

    def _visited(self, url: str, opened: bool) -> None:
        if opened:
            self.main.tell(self.tongue.t("Opened in the browser."))
        else:
            self.copy_to_clipboard(url)
            self.main.tell(self.tongue.t("No browser could be opened; the address is copied."))

    # Settings.

    def speak(self, code: str) -> None:
        """Says everything in another language from now on."""
        fair = self.world.catalogue.fair.languages if self.world else ()
        self.tongue = Tongue(code, fair)
        self._remember(replace(self.remembered, language=code))
        self.main.show_language()
        if self.world and self.world.whole:
            self.sort_anew(self.world, code)
        self.main.tell(self.tongue.t("Language: {name}", name=NAMES[code]))

    @work(thread=True, exclusive=True, group="sort", exit_on_error=False)
    def sort_anew(self, world: World, code: str) -> None:
        """Works out beside the loop how a world is sorted in a language, if that is the one spoken by then."""
        from guide.tui.world import resorted

        after = resorted(world, code)
        if self.tongue.code == code:
            self.call_from_thread(self.swap, world, after)

    def speak_next(self) -> None:
        """The next language in turn."""
        self.speak(LANGUAGES[(LANGUAGES.index(self.tongue.code) + 1) % len(LANGUAGES)])

    def wear(self, theme: str) -> None:
        """Puts on a theme and remembers it."""
        self.theme = theme
        self._remember(replace(self.remembered, theme=theme))
        self.main.tell(self.tongue.t("Theme: {name}", name=theme))

    def wear_next(self) -> None:
        """The next theme in turn."""
        known = [name for name in THEMES if name in self.available_themes]
        at = known.index(self.theme) if self.theme in known else -1
        self.wear(known[(at + 1) % len(known)])

    def remember_here(self, fair: str, place: str) -> None:
        """Remembers where the person is at a fair; "" forgets it."""
        self._remember(self.remembered.being(fair, place))

    def remember_walking(self, choices: str) -> None:
        """Remembers what one's ways have to be."""
        self._remember(replace(self.remembered, walking=choices))

    def _remember(self, what: Remembered) -> None:
        if what != self.remembered:
            self.remembered = what
            self._write(what)

    @work(thread=True, group="remember", exit_on_error=False)
    def _write(self, what: Remembered) -> None:
        if not self._kept.keep(what) and self._kept.first_failure():
            message = self.tongue.t("Settings could not be saved: they hold until you leave.")
            self.call_from_thread(self.main.tell, message)

    def keep_settings(self) -> None:
        """Writes what was remembered last, if that did not happen yet."""
        self._kept.keep(self.remembered)

    def _told_to_end(self, code: int) -> None:
        if not (self.locked and code == Exit.INTERRUPTED):  # in public nothing is interrupted; it can be terminated
            self.leave(code)

    def leave(self, code: int = 0) -> None:
        """Ends the app with an exit code, the screen restored; what is just being written is kept."""
        for screen in self.screen_stack:
            keep = getattr(screen, "keep", None)
            if keep is not None:
                keep()
        self.exit(code, return_code=code)


def run(
    path: Path,
    lang: str | None = None,
    color: bool = True,
    opened_for: str = "guide",
    kiosk: Kiosk | None = None,
    here: str = "",
) -> int:
    """Shows the guide on a catalogue until it is left; the exit code.

    ``opened_for`` is "guide", "desk" or, with ``kiosk``, "kiosk"; ``here`` says where it stands, as people name a
    place (:func:`guide.search.meant.place_meant`).
    """
    if not color:
        os.environ["NO_COLOR"] = "1"
    warnings.simplefilter("ignore")
    _write_utf8()
    app = GuideApp(path, lang, opened_for=opened_for, kiosk=kiosk, here=here)
    app.run()
    app.keep_settings()
    saved = app.keep_visit()
    if app.return_code == Exit.HUNG_UP:
        let_go_of_terminal()
    if app.fault is not None:
        return _report(app.fault, app.tongue)
    if app.refusal is not None:
        raise app.refusal
    if not saved:
        raise NotSavedError(
            N_("Your last marks and notes could not be saved."), N_("What was saved before is still there.")
        )
    return app.return_code or 0


def _write_utf8() -> None:
    # Textual draws with line and block signs; where the locale cannot write them, a wrong sign
    # on the screen is better than an exception in the writer's thread.
    for stream in (sys.__stderr__, sys.__stdout__):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _report(fault: BaseException, tongue: Tongue) -> int:
    from guide.faults import log_fault

    file = log_fault(fault)
    print(tongue.t("The guide had to stop: a fault of its own ({name}).", name=type(fault).__name__), file=sys.stderr)
    if file:
        print(tongue.t("What happened is written down in {file}", file=file), file=sys.stderr)
    return int(Exit.FAULT)
