"""A visit from elsewhere, pasted into the guide: what it would change, and the question whether it is to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import work
from textual.app import ComposeResult

from guide.catalogue.model import Ref
from guide.errors import GuideError
from guide.text import one_line
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.card_view import CardView
from guide.view import roles
from guide.view.blocks import Blank, Block, Card, Items, Paragraph, styled
from guide.visit.changes import Change

if TYPE_CHECKING:
    from guide.catalogue.model import Catalogue
    from guide.exchange.incoming import Account
    from guide.visit.state import Visit


def is_visit(text: str) -> bool:
    """Whether a pasted text is a visit of the guide: the text of its QR codes, or its JSON."""
    from guide.exchange.visitfile import FORMAT
    from guide.visit.parts import holds_parts

    return (text.lstrip().startswith("{") and FORMAT in text) or holds_parts(text)


class BringScreen(Overlay[Change]):
    """Says what would change; Enter gives the change back."""

    def __init__(self, text: str, catalogue: Catalogue, visit: Visit) -> None:
        super().__init__()
        self._text = text
        self._catalogue = catalogue
        self._visit = visit
        self._account: Account | None = None

    def compose(self) -> ComposeResult:
        """One card."""
        yield CardView(id="help")

    def on_mount(self) -> None:
        """Reads it, beside the event loop."""
        view = self.query_one(CardView)
        view.border_title = Text(self.tongue.t("A visit from elsewhere"))
        view.focus()
        self._read()

    @work(thread=True, exclusive=True, group="bring", exit_on_error=False)
    def _read(self) -> None:
        from guide.exchange.incoming import account, brought

        try:
            made = account(self._catalogue, self._visit, brought(self._text, self._catalogue, self.tongue), self.tongue)
        except GuideError as error:
            said = self.tongue.t(error.message, **error.values)
            hint = self.tongue.t(error.hint, **error.values) if error.hint else ""
            self.app.call_from_thread(self._show, None, (said, hint))
        else:
            self.app.call_from_thread(self._show, made, ())

    def _show(self, made: Account | None, wrong: tuple[str, ...]) -> None:
        if not self.is_attached:
            return
        t, view = self.tongue.t, self.query_one(CardView)
        self._account = made
        blocks: list[Block] = [Paragraph(styled(one_line(words), roles.WARN)) for words in wrong if words]
        if made is not None:
            said = t("This would change:") if made else t("Nothing of this is new.")
            blocks += [Paragraph(Text(said)), Blank()]
            blocks += [Items((Text(one_line(words)),), sign) for sign, words in made.lines]
        view.show(Card(Ref("visit", ""), t("A visit from elsewhere"), tuple(blocks)))
        keys = [t("Enter: bring it in")] if made else []
        view.border_subtitle = Text(" · ".join((*keys, t("Esc: back"))))

    def take(self, key: str) -> bool:
        """Scrolls, or brings it in."""
        if not self.query_one(CardView).moved_by(key) and key == "enter":
            self.dismiss(self._account.change if self._account else None)
        return True
