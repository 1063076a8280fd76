"""What is done with the desk's answer: a QR code, a slip, a copy; and the journal of what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.dates import now
from guide.view import names
from guide.view.desk_card import desk_card

if TYPE_CHECKING:
    from guide.tui.screens.desk import DeskScreen


def show_qr(desk: DeskScreen) -> None:
    """The answer as a QR code over the desk."""
    from guide.tui.screens.qr import QrScreen
    from guide.tui.taking import card_side

    if desk.asked.ref is not None:
        desk.app.push_screen(QrScreen([card_side(desk.world.catalogue, desk.asked.ref, desk.visitor)]))


def show_slip(desk: DeskScreen) -> None:
    """The answer as a slip, to be looked at and kept as a file that a receipt printer takes."""
    from guide.tui.screens.slip import SlipScreen

    if desk.asked.ref is not None:
        desk.app.push_screen(SlipScreen(desk.world.catalogue, desk.asked.ref, desk.visitor))


def copy(desk: DeskScreen) -> None:
    """The answer as plain text to the clipboard."""
    catalogue, ref = desk.world.catalogue, desk.asked.ref
    if ref is not None:
        moment = now(catalogue.fair.timezone)
        made = desk_card(catalogue, ref, desk.tongue, desk.visitor, now=moment, private=False)
        desk.app.copy_to_clipboard(made.text())
        desk.tell(desk.tongue.t("Copied: {name}", name=names.name(catalogue, ref, desk.tongue)))


def show_journal(desk: DeskScreen) -> None:
    """What was asked so far, over the desk."""
    from guide.tui.screens.journal import JournalScreen

    screen = JournalScreen(desk.world, desk.visiting)
    desk.app.push_screen(screen, lambda ref: desk.show_thing(ref) if ref else None)
