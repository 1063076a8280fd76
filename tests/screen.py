"""What the terminal shows, as plain text, and snapshots of it that can be read in a review."""

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App
from textual.strip import Strip


class ScreenText(SingleFileSnapshotExtension):
    """A snapshot of a screen in a text file of its own."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def strips(app: App[int]) -> list[Strip]:
    """The lines of the screen on top, styled."""
    return app.screen._compositor.render_strips()


def lines(app: App[int]) -> list[str]:
    """The lines of the screen on top, as a person reads them."""
    return [strip.text.rstrip() for strip in strips(app)]


def text(app: App[int]) -> str:
    """The whole screen, a line a row."""
    return "\n".join(lines(app)) + "\n"
