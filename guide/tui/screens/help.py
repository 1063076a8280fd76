"""Help, built from the commands themselves: the pane one came from first."""

from collections.abc import Container, Sequence

from rich.text import Text
from textual.app import ComposeResult

from guide.catalogue.model import Ref
from guide.i18n import N_, Tongue
from guide.search.filters import FILTERS, names
from guide.tui.commands import COMMANDS, FLOOR, PANES, Command, key_name
from guide.tui.screens.overlay import Overlay
from guide.tui.tabs import TABS
from guide.tui.widgets.card_view import CardView
from guide.view import roles
from guide.view.blocks import Blank, Block, Card, Heading, Pairs, Paragraph, styled

_ABOUT = (
    N_("Type anywhere: every tab narrows as you type. Words unfinished and in any order, in any keyboard layout, in "
       "Cyrillic or Latin letters, with typing mistakes; initials; a stand code in any spelling."),
    N_("Up and Down move the list while you type; Enter goes into the card, Esc comes back. Everything can be "
       "clicked too: tabs, filters, links, the keys below."),
    N_("Beside a tab, “4/31+2” says: 4 of the 31 were found, and 2 more that are known from ties only and do "
       "not count."),
    N_("Nothing is sent anywhere: the guide works without a network and without an account."),
)  # fmt: skip


_LANGUAGE = (
    (N_('"machine tools"'), N_("These words exactly, side by side.")),
    (N_("-lathe"), N_("Leaves out what has this word; a minus before quotes or a filter does the same.")),
    ("{country}:BY,RU", N_("A filter: any of the values, by name or code.")),
    (N_('{region}:"Brest Region"'), N_("A value with spaces stands in quotes.")),
    ("{kind}: {hall}: {day}:", N_("Behind the colon the values are offered: Down and Up choose, Tab or Enter takes, "
                                  "Esc closes. Right completes the name of a filter, and mends a wrong one.")),
)  # fmt: skip


Signs = Sequence[tuple[str, str]]
"""Signs of a drawing, each with what it means."""


class HelpScreen(Overlay[None]):
    """Every key and what it does; of a drawing its signs first."""

    def __init__(self, pane: str, signs: Signs = ()) -> None:
        super().__init__()
        self._pane = pane
        self._signs = signs

    @property
    def card(self) -> Card:
        """What is said."""
        return help_card(self._pane, self.tongue, self._signs)

    def compose(self) -> ComposeResult:
        """One card."""
        yield CardView(id="help")

    def on_mount(self) -> None:
        """Fills it."""
        view = self.query_one(CardView)
        view.show(self.card)
        view.border_title = Text(self.tongue.t("Help"))
        view.border_subtitle = Text(self.tongue.t("Esc: back"))
        view.focus()

    def take(self, key: str) -> bool:
        """Scrolls, or goes back."""
        key = key.lower().removeprefix("upper_")
        if self.query_one(CardView).moved_by(key):
            return True
        if key in ("f1", "enter", "question_mark", "q"):
            self.dismiss(None)
            return True
        return False


class SignsScreen(HelpScreen):
    """The signs of a plan and the keys that move it, in the language of its visitor."""

    def __init__(self, signs: Signs, spoken: Tongue, known: Container[str]) -> None:
        super().__init__(FLOOR, signs)
        self._spoken = spoken
        self._known = known  # the commands there are

    @property
    def tongue(self) -> Tongue:
        """The visitor's language."""
        return self._spoken

    @property
    def card(self) -> Card:
        """The signs, then the keys."""
        t = self.tongue.t
        mine = [command for command in COMMANDS if FLOOR in command.panes and command.id in self._known]
        keys = (Heading(t(PANES[FLOOR])), _pairs(mine, self.tongue))
        return Card(Ref("help", FLOOR), t("Help"), (*_meanings(self._signs, self.tongue), *keys))


def _meanings(signs: Signs, tongue: Tongue) -> tuple[Block, ...]:
    if not signs:
        return ()
    return Heading(tongue.t("What the signs mean")), Pairs(tuple((sign, Text(word)) for sign, word in signs))


def help_card(pane: str, tongue: Tongue, signs: Signs = ()) -> Card:
    """The help as a card, with what the signs of a drawing mean and the commands of a pane first."""
    t = tongue.t
    about: list[Block] = [Paragraph(Text(t(words)), hang=0) for words in _ABOUT]
    blocks: list[Block] = [part for block in about for part in (block, Blank())][:-1]
    if signs:
        blocks = [*_meanings(signs, tongue), Blank(), *blocks]
    for each in (pane, *(other for other in PANES if other != pane)):
        mine = [command for command in COMMANDS if each in command.panes]
        if mine:
            blocks += [Heading(t(PANES[each])), _pairs(mine, tongue)]
        if each == pane:
            blocks += [Heading(t("What can be typed")), _typed(tongue)]
    blocks += [Heading(t("Everywhere")), _pairs([command for command in COMMANDS if not command.panes], tongue)]
    tabs = tuple((f"Alt+{at % 10}", Text(t(title))) for at, (_, title, _) in enumerate(TABS, 1))
    blocks += [Heading(t("Tabs")), Pairs(tabs)]
    return Card(Ref("help", pane), t("Help"), tuple(blocks))


def _typed(tongue: Tongue) -> Pairs:
    """The language of the search box, with the names of the filters as they are in this language."""
    called = {each: names(each, tongue.code)[0] for each in FILTERS}
    pairs = [(tongue.t(example).format(**called), Text(tongue.t(words))) for example, words in _LANGUAGE]
    pairs.append((tongue.t("Filters"), Text(", ".join(f"{name}:" for name in called.values()))))
    return Pairs(tuple(pairs))


def _pairs(commands: list[Command], tongue: Tongue) -> Pairs:
    pairs = []
    for command in commands:
        keys = [tongue.t(name) if (name := key_name(key)) == "Space" else name for key in command.keys]
        words = styled(tongue.t(command.title), "bold").append(f" · {tongue.t(command.help)}", roles.QUIET)
        pairs.append((", ".join(keys) or "—", words))
    return Pairs(tuple(pairs))
