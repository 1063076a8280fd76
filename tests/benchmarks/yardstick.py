"""The measure: a minimal Textual app with a box, what is typed in it said again, and an empty list."""

from textual import on
from textual.app import App, ComposeResult
from textual.widgets import Input, OptionList, Static


class Yardstick(App[None]):
    """About the least that an app with a search box can do."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Three widgets."""
        yield Input(placeholder="yardstick")
        yield Static("", markup=False, id="echo")
        yield OptionList()

    def on_mount(self) -> None:
        """The cursor does not blink, so that all output is an answer to something."""
        box = self.query_one(Input)
        box.cursor_blink = False
        box.focus()

    @on(Input.Changed)
    def _echo(self, message: Input.Changed) -> None:
        self.query_one("#echo", Static).update(f"echo {message.value}.")


if __name__ == "__main__":
    Yardstick().run()
