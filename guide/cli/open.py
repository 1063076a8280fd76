"""``guide`` and ``guide open``: the app in the terminal, where there is one."""

import sys
from typing import TYPE_CHECKING

from guide.cli.arguments import Parsed
from guide.cli.opened import catalogue_path, here_asked
from guide.cli.streams import is_plain_terminal
from guide.errors import UsageError
from guide.i18n import N_, Tongue

if TYPE_CHECKING:
    from guide.tui.kiosk import Kiosk


def open_app(parsed: Parsed, tongue: Tongue) -> int:
    """Opens the app."""
    return open_in_terminal(parsed, tongue)


def open_in_terminal(parsed: Parsed, tongue: Tongue, *, opened_for: str = "guide", kiosk: "Kiosk | None" = None) -> int:
    """Opens the app for visitors, for a desk or for the public.

    Raises UsageError without a terminal to read keys from and draw on, NoPlaceError for a place that is none.
    """
    drawn_on = sys.stdout if sys.platform == "win32" else sys.stderr
    if is_plain_terminal() or not _is_terminal(sys.stdin) or not _is_terminal(drawn_on):
        raise UsageError(
            N_("The app needs a terminal to read keys from and to draw on; “guide find” and “guide show” do without.")
        )
    here = here_asked(parsed)
    if parsed.value("here"):
        from guide.cli.opened import opened
        from guide.search.meant import place_meant

        # Whoever says a place wrong is told before the screen is taken; GUIDE_HERE may be of another fair.
        place_meant(opened(parsed, tongue)[0].catalogue, here)
    # Textual takes a third of a second to import, so nothing before this line may.
    from guide.tui.app import run

    language = tongue.code if parsed.value("lang") else None
    return run(catalogue_path(parsed), language, not parsed.flag("no_color"), opened_for, kiosk, here)


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]
    except ValueError:
        return False
