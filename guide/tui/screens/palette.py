"""The palette: every command, every tab, theme and language, recent catalogues, and every item of the catalogue."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from guide.i18n import LANGUAGES, N_, NAMES
from guide.search.fold import fold, words
from guide.text import clean, one_line
from guide.tui.commands import COMMANDS, key_name
from guide.tui.screens.overlay import Overlay
from guide.tui.tabs import TABS
from guide.tui.widgets.pick_list import Entry, PickList
from guide.tui.widgets.search_box import SearchBox
from guide.view import names, roles

ITEMS = 60
"""How many items of the catalogue it lists for a query."""


class PaletteScreen(Overlay[str]):
    """Finds a command or a thing by its name; gives back what to do, such as ``ref:region:BY-BR``.

    ``things_only``: no commands; ``query``: what stands in the box at first; ``title``: what is asked for; ``first``:
    the things that are listed before anything is typed.
    """

    def __init__(
        self, *, things_only: bool = False, query: str = "", title: str = "", first: Sequence[Entry] = ()
    ) -> None:
        super().__init__()
        self._things_only = things_only
        self._query = query
        self._heading = title
        self._first = list(first)

    def compose(self) -> ComposeResult:
        """A box over a list."""
        with Vertical(id="palette"):
            yield SearchBox(id="palette-box")
            yield PickList(id="palette-list")

    def on_mount(self) -> None:
        """Lists every command until something is typed."""
        box = self.query_one(SearchBox)
        box.cursor_blink = False
        placeholder = N_("Which thing is it?") if self._things_only else N_("A command, a theme, a name…")
        box.placeholder = self.tongue.t(placeholder)
        box.value = self._query
        box.focus()
        box.select_all()  # what is typed stands in its place
        self.query_one("#palette").border_title = Text(self._heading)
        self._fixed = self._first if self._things_only else self._commands()
        self._list(self._query)

    @on(SearchBox.Changed)
    def _typed(self, message: SearchBox.Changed) -> None:
        message.stop()
        self._list(message.value)

    @on(PickList.Picked)
    def _clicked(self) -> None:
        self.take("enter")

    def take(self, key: str) -> bool:
        """Moves, picks, or goes back."""
        entries = self.query_one(PickList)
        page = max(entries.size.height - 1, 1)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, "ctrl+home": -9999, "ctrl+end": 9999}
        if key in steps:
            entries.move(steps[key])
        elif key == "enter":
            if entries.current or not self._things_only:
                self.dismiss(entries.current.action if entries.current else None)
        elif key in ("f9", "ctrl+p"):
            self.dismiss(None)
        else:
            return False
        return True

    def _list(self, query: str) -> None:
        asked = [fold(word) for word in words(query)]
        entries = [entry for entry in self._fixed if matches(asked, entry.name, entry.beside)]
        world = self.guide.world
        if asked and world is not None:
            for ref in world.index.search(query).best(limit=ITEMS):
                name = names.name(world.catalogue, ref, self.tongue)
                kind = names.kind_word(world.catalogue, ref, self.tongue)
                entries.append(Entry(name, kind, f"ref:{ref}", roles.KINDS.get(ref.kind, "")))
        self.query_one(PickList).show(entries)

    def _commands(self) -> list[Entry]:
        t = self.tongue.t
        entries = [
            Entry(t(each.title), ", ".join(map(key_name, each.keys)), f"command:{each.id}")
            for each in COMMANDS
            if each.palette
        ]
        entries += [
            Entry(t("Go to: {tab}", tab=t(title)), f"Alt+{at % 10}", f"tab:{tab}")
            for at, (tab, title, _) in enumerate(TABS, 1)
        ]
        entries += [Entry(t("Language: {name}", name=NAMES[code]), code, f"language:{code}") for code in LANGUAGES]
        entries += [
            Entry(t("Theme: {name}", name=name), "", f"theme:{name}") for name in sorted(self.guide.available_themes)
        ]
        for path in self.guide.remembered.recent:
            shown = one_line(clean(Path(path).name))
            entries.append(Entry(t("Catalogue: {name}", name=shown), one_line(clean(path)), f"catalogue:{path}"))
        return entries


def matches(asked: list[str], *texts: str) -> bool:
    """Whether every word asked for begins a word of the texts."""
    there = [fold(word) for text in texts for word in words(text)]
    return all(any(word.startswith(each) for word in there) for each in asked)
