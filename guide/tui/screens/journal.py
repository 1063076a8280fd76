"""The desk's journal over the desk: what was asked, and other names tied to what was not found under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult

from guide.catalogue.model import Ref
from guide.errors import GuideError
from guide.i18n import Tongue
from guide.text import clean, one_line
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.card_view import CardView
from guide.view import names
from guide.view.journal_card import NOT_FOUND, TIED, journal_card
from guide.visit.journal import Report, Tied, aliases_toml, report
from guide.visit.keeping import Journal

if TYPE_CHECKING:
    from guide.tui.visiting import Visiting
    from guide.tui.world import World

FILE = "desk-aliases.toml"
"""What the file of collected names is called."""


class JournalScreen(Overlay[Ref]):
    """The report; Enter on what was not found ties it to a thing, on a thing gives that back."""

    def __init__(self, world: World, visiting: Visiting) -> None:
        super().__init__()
        self._world = world
        self._visiting = visiting
        self._report: Report | None = None

    def compose(self) -> ComposeResult:
        """One card."""
        yield CardView(id="help")

    def on_mount(self) -> None:
        """Fills it."""
        view = self.query_one(CardView)
        view.border_subtitle = Text(self._keys(self.tongue))
        view.focus()
        self._fill()

    @staticmethod
    def _keys(tongue: Tongue) -> str:
        t = tongue.t
        tie, untie, write = t("Enter: tie a name"), t("Del: untie"), t("F8: write the names to a file")
        return " · ".join((tie, untie, write, t("Esc: back")))

    def _fill(self) -> None:
        self._visiting.read_journal(self._show)

    def _show(self, journal: Journal) -> None:
        self._report_on(journal)

    @work(thread=True, exclusive=True, group="report", exit_on_error=False)
    def _report_on(self, journal: Journal) -> None:
        made = report(journal.questions, journal.aliases)
        self.app.call_from_thread(self._reported, made)

    def _reported(self, made: Report) -> None:
        if not self.is_attached:
            return
        view = self.query_one(CardView)
        self._report = made
        top, marked = view.position
        view.show(journal_card(self._report, self._world.catalogue, self.tongue), top=top, marked=marked)

    def take(self, key: str) -> bool:
        """Scrolls, follows, writes the names, or goes back."""
        view = self.query_one(CardView)
        if view.moved_by(key):
            return True
        if key == "enter":
            view.follow()
        elif key == "f8":
            self._write()
        elif key == "delete":
            self._untie()
        elif key == "f9":
            self.dismiss(None)
        else:
            return False
        return True

    @on(CardView.Followed)
    def _followed(self, message: CardView.Followed) -> None:
        message.stop()
        if self._report is None:
            return
        if message.ref.kind == TIED:
            self.dismiss(self._report.aliases[int(message.ref.id)].ref)
            return
        if message.ref.kind != NOT_FOUND:
            self.dismiss(message.ref)
            return
        from guide.tui.screens.palette import PaletteScreen

        asked = self._report.not_found[int(message.ref.id)]

        def tie(action: str | None) -> None:
            what, _, which = (action or "").partition(":")
            if what == "ref":
                ref = Ref(*which.split(":", 1))
                name = names.name(self._world.catalogue, ref, self.tongue)
                self._visiting.tie(Tied(ref, asked.text, name))
                self._fill()

        title = self.tongue.t("What was meant by {words}?", words=self.tongue.quoted(one_line(asked.text)))
        self.app.push_screen(PaletteScreen(things_only=True, query=one_line(asked.text), title=title), tie)

    def _untie(self) -> None:
        marked = self.query_one(CardView).marked_ref
        if marked is not None and marked.kind == TIED and self._report is not None:
            self._visiting.untie(self._report.aliases[int(marked.id)])
            self._fill()

    @work(thread=True, exclusive=True, group="journal", exit_on_error=False)
    def _write(self) -> None:
        from guide.tui.taking import put

        if self._report is None or not self._report.aliases:
            nothing = self.tongue.t("No name is tied yet: press Enter on one that was not found.")
            self.app.call_from_thread(self._say, nothing)
            return
        heading = self.tongue.t("Names that people used at the desk; put this file into the catalogue’s folder.")
        try:
            file = put(FILE, aliases_toml(self._report.aliases, heading))
        except GuideError as error:
            said = self.tongue.t(error.message, **error.values)
        else:
            said = self.tongue.t("Written: {file}", file=clean(str(file)))
        self.app.call_from_thread(self._say, said)

    def _say(self, words: str) -> None:
        if not self.is_attached:
            return
        self.query_one(CardView).border_title = Text(words)
