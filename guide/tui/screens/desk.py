"""The info desk: one box and one large card, for someone who stands in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from guide.catalogue.model import Ref
from guide.dates import clock, now
from guide.i18n import LANGUAGES, N_, NAMES, Tongue
from guide.text import clean, one_line
from guide.tui import asking, desk_answers, layout
from guide.tui.asking import Asked
from guide.tui.desk_keys import ANSWERED, ASKING, KEYS, NEWS_NEED, Key, help_card, key_parts
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.desk_view import DeskView
from guide.tui.widgets.fresh_line import FreshLine, saved_part
from guide.tui.widgets.search_box import SearchBox
from guide.tui.widgets.status_line import StatusLine
from guide.view import names, roles
from guide.view.desk_card import desk_card
from guide.view.desk_now import desk_now
from guide.view.overview import headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guide.tui.app import GuideApp
    from guide.tui.visiting import Visiting
    from guide.tui.world import World

CLOCK = 20.0
"""Seconds between two looks at the clock while nobody asks."""


class DeskScreen(Screen[None]):
    """Asks, answers, forgets."""

    BINDINGS: ClassVar[list[BindingType]] = []
    CSS_PATH = "../styles/desk.tcss"
    AUTO_FOCUS = "#desk-box"

    HEADING = N_("Info desk")
    QUESTION = N_("Who or what is asked for? Name, product, stand, service…")

    private = True
    """Whether fields for the staff are shown."""

    def __init__(self, visitor: str = "") -> None:
        super().__init__()
        self._visitor = visitor  # the language of who stands in front of it; "" as the desk's
        self.asked = Asked()

    def compose(self) -> ComposeResult:
        """A headline, the box, the answer, the keys."""
        yield Bar(id="desk-head", gap="")
        with Horizontal(id="desk-search"):
            yield SearchBox(id="desk-box")
            yield Bar(id="desk-reading")
        yield DeskView(id="desk-view")
        yield StatusLine(id="desk-status")
        yield FreshLine("desk:alt+u", id="desk-fresh")
        yield Bar(id="desk-keys", gap=" ")

    def on_mount(self) -> None:
        """Waits for the first question."""
        self.box.cursor_blink = False
        self.box.focus()
        self.say_again()
        self.set_interval(CLOCK, self._clock)

    # The parts.

    @property
    def guide(self) -> GuideApp:
        """The app."""
        return cast("GuideApp", self.app)

    @property
    def world(self) -> World:
        """The fair."""
        assert self.guide.world is not None
        return self.guide.world

    @property
    def tongue(self) -> Tongue:
        """The clerk's language."""
        return self.guide.tongue

    @property
    def visitor(self) -> Tongue:
        """The language of who stands in front of it."""
        return self.world.tongue(self._visitor or self.guide.tongue.code)

    @property
    def visiting(self) -> Visiting:
        """What keeps the journal."""
        browsing = self.guide.main.browsing
        assert browsing is not None
        return browsing.visiting

    @property
    def box(self) -> SearchBox:
        """The search box."""
        return self.query_one("#desk-box", SearchBox)

    @property
    def view(self) -> DeskView:
        """The answer."""
        return self.query_one("#desk-view", DeskView)

    # Showing.

    def say_again(self) -> None:
        """Says everything anew."""
        tongue = self.tongue
        self.box.placeholder = tongue.t(self.QUESTION)
        self._show_headline()
        self._show()

    def renew(self, world: World) -> None:
        """Goes on with a newer state of the catalogue: the question, the answer and the line marked stay."""
        self.asked = asking.again(self.asked, world, self.visiting.aliases())
        self._show_headline()
        self._show()

    def tell_news(self) -> None:
        """Says what changed by now: on the card, and by the key that shows it all."""
        self._show()

    def _show_headline(self) -> None:
        moment = now(self.world.catalogue.fair.timezone)
        parts = headline(self.world.catalogue, self.tongue, moment.date())
        left = (
            Text(" ").append(self.tongue.t(self.HEADING), roles.QUIET).append(" · ", roles.QUIET).append_text(parts[0])
        )
        visitor = self.visitor
        spoken = Text(f" {clock(moment.time())}  ", roles.QUIET)
        spoken.append(self.tongue.t("visitor: {language}", language=NAMES[visitor.code]), roles.ACCENT).append(" ")
        self.query_one("#desk-head", Bar).show((Part(left),), (Part(spoken, "desk:f2"),))

    def _show(self) -> None:
        asked = self.asked
        self.query_one("#desk-reading", Bar).show((), asking.reading(asked, self.world, self.tongue))
        self.show_freshness()
        if asked.ref is not None and self.world.catalogue.get(asked.ref) is None:
            self.view.show(lambda cells, _: asking.gone(asked, self.visitor).lines(cells))
        elif asked.ref is not None:
            self._show_card(asked.ref)
        elif asked.answer is not None and not asked.answer.everything:
            self.view.show(lambda cells, rows: asking.lines(asked, self.world, self.tongue, self.visitor, cells, rows))
        else:
            self.view.show(self._waiting)

    def _waiting(self, cells: int, rows: int) -> Sequence[Text]:
        moment = now(self.world.catalogue.fair.timezone)
        return desk_now(self.world.catalogue, self.tongue, moment).lines(cells, rows)

    def _show_card(self, ref: Ref) -> None:
        world, tongue, asked = self.world, self.tongue, self.asked
        moment = now(world.catalogue.fair.timezone)
        was = self.visiting.was(ref) if self.private else ()
        card = desk_card(world.catalogue, ref, tongue, self.visitor, now=moment, private=self.private, was=was)

        def laid(cells: int, rows: int) -> Sequence[Text]:
            others = asking.others(asked, world, tongue, cells)
            lines = list(card.lines(cells, max(rows - len(others), 1)))
            return [*lines, *[Text()] * max(rows - len(others) - len(lines), 0), *others]

        self.view.show(laid)

    def show_freshness(self) -> None:
        """The bottom line, with the catalogue's time, and the line over it while something is to be said of that."""
        self.query_one("#desk-fresh", FreshLine).say(self.guide, self.tongue)
        state = ANSWERED if self.asked.ref is not None else ASKING
        saved = saved_part(self.guide, self.tongue, self.size.width, "desk:alt+u")
        room = self.size.width - (saved[0].text.cell_len + 2 if saved else 0)
        self.query_one("#desk-keys", Bar).show(key_parts(self.keys(), state, self.tongue, room), saved)

    def on_resize(self) -> None:
        """The bottom line has what there is room for; on a low screen the box has no frame."""
        self.set_class(self.size.height < layout.LOW, "-low")
        self.show_freshness()

    def keys(self) -> Sequence[Key]:
        """The keys that work on this screen; where there are changes to look at, theirs keeps its place longest."""
        unseen = self.guide.main.browsing is not None and self.guide.main.browsing.compared.unseen
        return [each._replace(need=NEWS_NEED) if unseen and each.key == "ctrl+e" else each for each in KEYS]

    def tell(self, words: str, seconds: float = 4.0) -> None:
        """A line of words above the keys for a while."""
        self.query_one("#desk-status", StatusLine).tell(words, seconds)

    def _clock(self) -> None:
        self._show_headline()
        if self.asked.answer is None and self.asked.ref is None:
            self.view.show(self._waiting)

    # Asking and answering.

    @on(SearchBox.Changed)
    def _typed(self, message: SearchBox.Changed) -> None:
        message.stop()
        self.ask(self.box.value)  # the message of an earlier letter may come after the answer to all of them

    def ask(self, query: str) -> None:
        """Finds what is asked for, while one types."""
        query = one_line(clean(query))
        if query != self.asked.query:
            self.asked = asking.ask(self.world, query, self.visiting.aliases())
            self._show()

    def answer(self) -> None:
        """Shows the card of the line marked, and writes the question down."""
        self.ask(self.box.value)  # a name and Enter may arrive together
        if not self.asked.query.strip():
            return
        self.choose(self.asked.cursor)

    def choose(self, number: int) -> None:
        """Shows the card of one of the lines; says so where nothing was found."""
        asked = self.asked
        if number < 0 or not asked.refs:
            self._record(None)
            self.tell(self.tongue.t("Nothing found; it is written down in the journal."))
            return
        if number < len(asked.refs):
            self.asked = asked.chosen(number, names.name(self.world.catalogue, asked.refs[number], self.tongue))
            self._record(asked.refs[number])
            self._show()

    def show_thing(self, ref: Ref) -> None:
        """Shows the card of a thing that was come by through a link."""
        if self.world.catalogue.get(ref) is not None and names.has_card(ref):
            self.asked = self.asked.at(ref, names.name(self.world.catalogue, ref, self.tongue))
            self._show()

    def _record(self, ref: Ref | None) -> None:
        name = names.name(self.world.catalogue, ref, self.tongue) if ref is not None else ""
        self.asked = self.visiting.record(self.asked, ref, name, self.visitor.code)

    def wipe(self) -> None:
        """Forgets the person: the box, the card and their language."""
        asked = self.asked
        if asked.query.strip() and asked.answer is not None and not asked.refs and not asked.recorded:
            self._record(None)
        self._visitor = ""
        self.asked = Asked()
        self.query_one("#desk-status", StatusLine).silence()
        self.box.clear()
        self.say_again()

    # Keys.

    def take_key(self, event: events.Key) -> bool:
        """Does what a key means at the desk; False for what the box takes itself."""
        key = event.key
        if self.press(key):
            return True
        if event.is_printable and event.character and self.asked.ref is not None:
            if event.character.isdigit() and 0 < int(event.character) <= len(self.asked.likely):
                self.choose(self.asked.refs.index(self.asked.likely[int(event.character) - 1]))
                return True
            visitor = self._visitor
            self.wipe()  # someone begins to type: that is the next question
            self._visitor = visitor
            self.box.put(event.character)
            return True
        return key.startswith("alt+")

    def press(self, key: str) -> bool:
        """Does what a key of the bottom line means; False where it means nothing here."""
        answered = self.asked.ref is not None
        there = self.asked.ref is not None and self.world.catalogue.get(self.asked.ref) is not None
        match key:
            case "enter" if not answered:
                self.answer()
            case "enter" if there:
                self.more()
            case "escape":
                self.wipe()
            case "up" | "down":
                self.asked = self.asked.moved(-1 if key == "up" else 1)
                if answered and self.asked.refs:
                    self.choose(self.asked.cursor)
                else:
                    self._show()
            case "f2":
                self._visitor = LANGUAGES[(LANGUAGES.index(self.visitor.code) + 1) % len(LANGUAGES)]
                self.say_again()
            case "f3":
                self.guide.speak_next()
                self.say_again()
            case "f6" if there:
                desk_answers.show_qr(self)
            case "f7" if there:
                desk_answers.show_slip(self)
            case "f8" | "ctrl+c" if there:
                desk_answers.copy(self)
            case "f5" | "alt+w" if there:
                self.show_way()
            case "f11" | "alt+p" if there:
                self.show_plan()
            case "alt+u" | "alt+c":
                self.guide.open_freshness()
            case "f9":
                desk_answers.show_journal(self)
            case "ctrl+e" | "alt+e":
                self.show_news()
            case "f1":
                self.help()
            case "f12":
                self.leave()
            case "f10" | "ctrl+q":
                self.guide.leave()
            case "tab" | "shift+tab":
                pass
            case _:
                return False
        return True

    @on(Bar.Chosen)
    def _bar_chosen(self, message: Bar.Chosen) -> None:
        message.stop()
        what, _, key = message.action.partition(":")
        if what == "desk":
            self.press(key)

    @on(DeskView.Pressed)
    def _line_pressed(self, message: DeskView.Pressed) -> None:
        number = asking.number_at(self.asked, self.view.size.height, message.number)
        if number is not None:
            self.ask(self.box.value)
            self.choose(number)

    # What can be done with an answer.

    def more(self) -> None:
        """The whole card, over the answer."""
        from guide.tui.screens.card import CardScreen
        from guide.view.cards import card

        if self.asked.ref is not None:
            made = card(self.world.catalogue, self.asked.ref, self.tongue)
            self.app.push_screen(CardScreen(made), lambda ref: self.show_thing(ref) if ref else None)

    def show_plan(self) -> None:
        """The plan of the hall of the answer, its stand lit, over the desk."""
        from guide.tui.screens.plan import plan_from_desk

        plan_from_desk(self)

    def show_way(self) -> None:
        """The way to the answer in words, over the desk, in the visitor's language."""
        from guide.tui.screens.way import way_from_desk

        way_from_desk(self)

    def show_news(self) -> None:
        """What changed since the staff last looked, over the desk."""
        from guide.tui.screens.news import news_from_desk

        news_from_desk(self)

    def help(self) -> None:
        """Every key of the desk."""
        from guide.tui.screens.card import CardScreen

        self.app.push_screen(CardScreen(help_card(self.keys(), self.tongue), open_to_all=True))

    def leave(self) -> None:
        """Back to the guide, or out of it where it was opened for the desk only."""
        self.wipe()
        if self.guide.opened_for == "guide":
            self.app.pop_screen()
        else:
            self.guide.leave()
