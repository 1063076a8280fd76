"""What a person does to their visit on the main screen: marks, notes, the plan; kept beside the event loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message import Message

from guide.catalogue.model import Ref
from guide.dates import now
from guide.text import clean
from guide.tui.planning import Planning
from guide.tui.tabs import VISIT
from guide.view import names, roles
from guide.view.blocks import Card, Paragraph
from guide.view.own import SIGNS, gone_card, own_block, signs, stars
from guide.view.was import Was, with_was
from guide.visit import changes
from guide.visit.changes import Change
from guide.visit.journal import Question, Tied, folded
from guide.visit.keeping import Changed, Event, Journal, Keeping, Opened, Saved, Trouble
from guide.visit.state import EMPTY, MOST_STARS, Mark, Visit

if TYPE_CHECKING:
    from guide.tui.asking import Asked
    from guide.tui.browsing import Browsing
    from guide.tui.screens.main import MainScreen

MARKABLE = frozenset(("exhibitor", "stand", "region", "venture", "session", "person", "hall", "service"))
"""The kinds of things that can be marked."""

CLOCK = 30.0
"""Seconds between two looks at the fair's clock."""

LONG = 20.0
"""Seconds that trouble with saving is shown."""


class Told(Message):
    """The thread that keeps the visit has something to tell."""

    def __init__(self, keeping: Keeping, event: Event) -> None:
        super().__init__()
        self.keeping = keeping
        self.event = event


def _post(screen: MainScreen, message: Told) -> None:
    screen.post_message(message)


class Visiting:
    """The visit to the fair that is shown; each change is seen at once and called saved only after it is."""

    def __init__(self, me: Browsing) -> None:
        self._me = me
        self.keeping: Keeping | None = None
        self._fair = ""
        self._planned: tuple[Visit, frozenset[Ref]] = (EMPTY, frozenset())
        self._favourites: tuple[Mapping[Ref, Mark], Mapping[str, set[str]]] = (EMPTY.marks, {})
        self._unsaved: frozenset[Ref] = frozenset()
        self._said = ""  # what was done last, until it is saved
        self._keepings: dict[str, Keeping] = {}
        self.plan = Planning(me, self)
        self._listener: Callable[[Journal], None] | None = None

    @property
    def visit(self) -> Visit:
        """The visit as it is now, what is not saved yet included."""
        return EMPTY if self.keeping is None else self.keeping.visit

    def begin(self) -> None:
        """Reads the visit to the fair that is shown, if that is another one than before."""
        fair = self._me.world.catalogue.fair.id
        if fair == self._fair:
            return
        if not self._fair:
            self._me.screen.set_interval(CLOCK, self._look_at_the_clock)
        self._fair = fair
        # That of a fair shown before goes on: what waits there is still written.
        if fair not in self._keepings:
            self._keepings[fair] = self._started(fair)
        self.keeping = self._keepings[fair]

    def _look_at_the_clock(self) -> None:
        self._me.refresh_headline()
        self._me.screen.refresh_keys()
        if self._me.tab == VISIT:
            self.plan.show()

    def _started(self, fair: str) -> Keeping:
        # It tells things in the thread that keeps the visit; a message is handled on the loop.
        screen = self._me.screen
        keeping = Keeping(fair, lambda event: _post(screen, Told(keeping, event)))
        keeping.start()
        return keeping

    def told(self, keeping: Keeping, event: Event) -> None:
        """Shows what the thread tells; of another fair's visit only that there is trouble."""
        tongue, screen = self._me.tongue, self._me.screen
        if keeping is not self.keeping and not isinstance(event, Trouble):
            return
        match event:
            case Opened() | Changed():
                self.refresh()
            case Saved():
                self.refresh_signs()
                if self._said and keeping.saved:
                    screen.tell(tongue.t("{what} · saved", what=self._said), 3.0)
                    self._said = ""
            case Trouble():
                self._said = ""
                said = tongue.t(event.message, **event.values)
                hint = tongue.t(event.hint, **event.values) if event.hint else ""
                self._tell_on_top(clean(f"{said} {hint}".strip()))
                self.refresh_signs()
            case Journal():
                listener, self._listener = self._listener, None
                if listener is not None:
                    listener(event)

    def _tell_on_top(self, words: str) -> None:
        """Tells it where it is seen: at the desk while that is open, to nobody on a public screen."""
        app = self._me.screen.guide
        if not app.locked:
            tell = getattr(app.screen, "tell", self._me.screen.tell)
            tell(words, LONG)

    # How it looks.

    @property
    def planned(self) -> frozenset[Ref]:
        """The things that the plan is about."""
        if self._planned[0] is not self.visit:
            self._planned = (self.visit, frozenset(stop.ref for stop in self.visit.plan if stop.ref is not None))
        return self._planned[1]

    @property
    def favourites(self) -> Mapping[str, set[str]]:
        """Kind -> the ids of the favourites of that kind; worked out once for a visit."""
        if self._favourites[0] is not self.visit.marks:
            ids: dict[str, set[str]] = {}
            for ref in self.visit.favourites():
                ids.setdefault(ref.kind, set()).add(ref.id)
            self._favourites = (self.visit.marks, ids)
        return self._favourites[1]

    def signs(self, ref: Ref) -> tuple[str, str]:
        """A row's signs, and their role: quiet until they are saved."""
        said = signs(self.visit.mark(ref), planned=ref in self.planned)
        return said, roles.QUIET if ref in self._unsaved else roles.ACCENT

    def with_own(self, card: Card) -> Card:
        """A card with what the person made of its thing, under its name, and with where and when it was before."""
        card = with_was(card, self.was(card.ref), self._me.tongue)
        mark, stops = self.visit.mark(card.ref), self.visit.stops(card.ref)
        own = own_block(mark, stops, self._me.tongue)
        if not own:
            return card
        at = next((at for at, block in enumerate(card.blocks) if not isinstance(block, Paragraph)), len(card.blocks))
        return replace(card, blocks=(*card.blocks[:at], *own, *card.blocks[at:]))

    def was(self, ref: Ref) -> Was:
        """Where and when a thing was before, as far as that changed since the person last looked."""
        return self._me.compared.was(ref)

    def knows(self, ref: Ref) -> bool:
        """Whether a thing is marked or planned, be it in the catalogue or not."""
        return ref in self.visit.marks or ref in self.planned

    def gone(self, ref: Ref, name: str = "") -> Card:
        """The card of a thing that left the catalogue, where it had a name."""
        mark = self.visit.mark(ref)
        return gone_card(ref, replace(mark, name=mark.name or name), self.visit.stops(ref), self._me.tongue)

    def refresh_signs(self) -> None:
        """Paints the signs of the list anew."""
        self._unsaved = frozenset() if self.keeping is None else self.keeping.unsaved_refs()
        self._me.screen.list.show_signs(SIGNS if self.visit.marks or self.visit.plan else 0)
        self._me.screen.plan.refresh()

    def refresh(self) -> None:
        """Shows the visit as it is now: the signs, the card, the counts, the plan."""
        me = self._me
        me.compared.refresh()
        self.refresh_signs()
        if me.only:
            me.redraw()
            return
        me.refresh_tabs()
        if me.tab == VISIT:
            self.plan.show()
        if me.shown_ref is not None and me.shown_ref.kind != "fair":
            me.show_card(me.shown_ref, *me.screen.card.position)

    # What is done.

    def do(self, change: Change, more: str = "", keeping: Keeping | None = None) -> None:
        """Does something to the visit that is shown, or to the one given, and says so."""
        keeping = keeping or self.keeping
        if not change or keeping is None:
            return
        keeping.do(change)
        self._say(self._sentence(change) + more)
        self.refresh()

    def _sentence(self, change: Change) -> str:
        said = change.said(self._me.tongue)
        return said[:1].upper() + said[1:]

    def _say(self, said: str) -> None:
        self._said = said
        self._me.screen.tell(said, 4.0)

    def meant(self) -> tuple[Ref, str] | None:
        """What a mark is put on: the card's thing while one reads it, else the one under the cursor."""
        me = self._me
        ref = me.meant
        if ref is None or ref.kind not in MARKABLE:
            me.screen.tell(me.tongue.t("Go to a thing first: then it can be marked."), 3.0)
            return None
        if me.world.catalogue.get(ref) is None:
            return ref, self.visit.mark(ref).name
        return ref, names.name(me.world.catalogue, ref, me.tongue)

    def favourite(self) -> None:
        """Makes what is meant a favourite, or takes that back."""
        if meant := self.meant():
            self.do(changes.favoured(self.visit, *meant))

    def been(self) -> None:
        """Marks what is meant as visited, or takes that back."""
        if meant := self.meant():
            self.do(changes.been(self.visit, *meant))

    def rate(self) -> None:
        """Gives what is meant one star more; after the most there is no rating."""
        if meant := self.meant():
            rating = (self.visit.mark(meant[0]).rating + 1) % (MOST_STARS + 1)
            self.do(changes.rated(self.visit, *meant, rating), f" {stars(rating)}")

    def note(self) -> None:
        """Opens the note on what is meant; it is kept while it is written."""
        keeping = self.keeping
        if keeping is None or not (meant := self.meant()):
            return
        from guide.tui.screens.note import NoteScreen

        ref, name = meant
        before = keeping.visit.mark(ref).note

        def draft(was: str, text: str) -> None:
            # Against what stood in the field, so that what another guide wrote meanwhile is not taken for deleted.
            mark = keeping.visit.mark(ref)
            mine = (ref, replace(mark, note=was, name=name), replace(mark, note=text, name=name))
            keeping.do(Change("", name, marks=(mine,) if was != text else ()), logged=False)

        def done() -> None:
            # One step back takes back all that was written at a time, not its last pause.
            after = keeping.visit.mark(ref)
            if after.note != before:
                whole = changes.noted(keeping.visit, ref, name, "" if after.note else before)
                self.do(replace(whole, marks=((ref, replace(after, note=before), after),)), keeping=keeping)

        self._me.screen.app.push_screen(NoteScreen(name, before, draft, done))

    def undo(self) -> None:
        """Takes back what was done last."""
        self._step(again=False)

    def redo(self) -> None:
        """Does again what was undone last."""
        self._step(again=True)

    def _step(self, *, again: bool) -> None:
        me, keeping = self._me, self.keeping
        change = None if keeping is None else keeping.redo() if again else keeping.undo()
        if change is None:
            nothing = me.tongue.t("Nothing to do again.") if again else me.tongue.t("Nothing to undo.")
            me.screen.tell(nothing, 3.0)
            return
        what = self._sentence(change)
        what = what[:1].lower() + what[1:]
        self._say(me.tongue.t("Done again: {what}", what=what) if again else me.tongue.t("Undone: {what}", what=what))
        self.refresh()

    def bring(self, text: str) -> bool:
        """Asks whether a pasted visit is to be brought in; False where the text is none."""
        from guide.tui.screens.bring import BringScreen, is_visit

        if not is_visit(text):
            return False
        keeping = self.keeping
        screen = BringScreen(text, self._me.world.catalogue, self.visit)
        self._me.screen.app.push_screen(screen, lambda change: self.do(change, "", keeping) if change else None)
        return True

    def close(self, seconds: float) -> bool:
        """Writes what still waits, of fairs shown before as well; False where that could not be done."""
        end = time.monotonic() + seconds
        saved = [keeping.close(max(end - time.monotonic(), 0.1)) for keeping in self._keepings.values()]
        return all(saved)

    # The desk.

    def aliases(self) -> Mapping[str, Ref]:
        """The names that were tied to things at this desk, folded."""
        return {} if self.keeping is None else {folded(each.text): each.ref for each in self.keeping.aliases}

    def record(self, asked: Asked, ref: Ref | None, name: str, language: str) -> Asked:
        """Writes a question into the journal, or what was chosen for it after all."""
        if self.keeping is None:
            return asked
        if asked.recorded is not None:
            self.keeping.settle(asked.recorded, ref, name)
            return asked
        moment = now(self._me.world.catalogue.fair.timezone)
        question = Question(moment, asked.query, ref, language, bool(asked.refs) and not asked.near, name)
        return replace(asked, recorded=self.keeping.record(question))

    def tie(self, alias: Tied) -> None:
        """Ties a name to a thing: from now on the desk finds it."""
        if self.keeping is not None:
            self.keeping.tie(alias)

    def untie(self, alias: Tied) -> None:
        """Forgets a name that was tied to a thing."""
        if self.keeping is not None:
            self.keeping.untie(alias)

    def read_journal(self, listener: Callable[[Journal], None]) -> None:
        """Asks for the journal, which ``listener`` gets as soon as it is read."""
        self._listener = listener
        if self.keeping is not None:
            self.keeping.read_journal()
