"""Asks before a link leaves the guide: the host is shown, nothing opens by itself."""

import re
from urllib.parse import urlsplit

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from guide.text import clean, cut
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.view import roles
from guide.view.blocks import styled

_SAFE = re.compile(r"[!-~]+\Z")


def safe_url(url: str) -> bool:
    """Whether a browser may be given this: http, https, mailto or tel, a host, no user name, no odd signs.

    ``webbrowser.open`` hands its argument to other programs, so nothing that could be taken for an
    option or an action passes.
    """
    if not _SAFE.match(url) or any(sign in url for sign in "\"'<>\\^`{|}"):
        return False
    try:
        parts = urlsplit(url)
        host = parts.hostname
        user = parts.username
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return host is not None and host != "" and user is None and not host.startswith("-")
    return parts.scheme in ("mailto", "tel") and bool(parts.path) and not parts.path.startswith("-")


class AskScreen(Overlay[None]):
    """«Open tass.ru in the browser?»"""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._safe = safe_url(url)

    def compose(self) -> ComposeResult:
        """The question, the whole address, the keys."""
        with Vertical(id="ask"):
            yield Bar(id="ask-question")
            yield Bar(id="ask-address")
            yield Bar(id="ask-gap")
            yield Bar(id="ask-keys", gap="   ")

    def on_mount(self) -> None:
        """Says it in the person's language."""
        t = self.tongue.t
        host = urlsplit(self._url).hostname if self._safe else None
        if not self._safe:
            question = t("This address is not opened: it is not an ordinary link.")
        elif host:
            question = t("Open {host} in the browser?", host=host)
        else:
            question = t("Open this in its program?")
        self.query_one("#ask-question", Bar).show((Part(styled(question, roles.TITLE)),))
        address = cut(clean(self._url), max(self.app.size.width - 8, 20))
        self.query_one("#ask-address", Bar).show((Part(styled(address, roles.QUIET)),))
        keys = [
            Part(styled("Esc ", roles.ACCENT).append(t("no")), "no"),
            Part(styled("C ", roles.ACCENT).append(t("copy it")), "copy"),
        ]
        if self._safe:
            keys.insert(0, Part(styled("Enter ", roles.ACCENT).append(t("yes")), "yes"))
        self.query_one("#ask-keys", Bar).show(tuple(keys))

    @on(Bar.Chosen)
    def _chosen(self, message: Bar.Chosen) -> None:
        message.stop()
        self.take({"yes": "enter", "copy": "c"}.get(message.action, "n"))

    def take(self, key: str) -> bool:
        """Yes, copy, or no."""
        key = key.lower().removeprefix("upper_")
        if key == "enter" and self._safe:
            self.guide.visit(self._url)
        elif key in ("c", "с", "ctrl+c", "f8"):
            self.app.copy_to_clipboard(clean(self._url))
            self.guide.main.tell(self.tongue.t("The address is copied."))
        elif key not in ("n", "т", "enter", "escape"):
            return True
        self.dismiss(None)
        return True
