"""What a person does at a fair, as hypothesis strategies, and visits that are made of it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.text import clean
from guide.visit import changes
from guide.visit.changes import Change, applied
from guide.visit.journal import Question
from guide.visit.state import EMPTY, NO_MARK, Mark, Stop, Visit
from tests import hostile
from tests.visit import doing

PATIENT = settings(deadline=None)
MINSK = timezone(timedelta(hours=3))
FAIR = "fair-1"
A, B, C = (Ref("exhibitor", "polesie"), Ref("session", "opening"), Ref("stand", "hall-1#А-1"))
THINGS = (A, B, C, Ref("person", "ivanov"))
DAYS = (None, date(2025, 9, 29), date(2025, 9, 30))

texts = st.one_of(st.text(max_size=20).map(clean), st.sampled_from([clean(text) for text in hostile.TEXTS.values()]))
things = st.sampled_from(THINGS)


@dataclass(frozen=True)
class Deed:
    """One thing that a person does, whatever the visit is by then; ``at`` chooses among the stops that are there."""

    kind: str
    thing: Ref
    text: str
    number: int
    at: int

    def change(self, visit: Visit) -> Change:
        """The change of it."""
        plan = visit.plan
        stop = plan[self.at % len(plan)] if plan else None
        match self.kind:
            case "favourite":
                return changes.favoured(visit, self.thing, "имя")
            case "visited":
                return changes.been(visit, self.thing, self.text)
            case "rating":
                return changes.rated(visit, self.thing, "имя", self.number)
            case "note":
                return changes.noted(visit, self.thing, "имя", self.text)
            case "plan":
                return doing.planned(visit, [self.stop(changes.new_id()), self.stop(changes.new_id())])
            case _ if stop is None:
                return Change("")
            case "unplan":
                return changes.unplanned(visit, [stop.id])
            case "edit":
                return doing.edited(visit, self.stop(stop.id))
            case "move":
                return doing.moved(visit, stop.id, self.number - 2)
            case _:
                return changes.arranged(visit, [stop.id for stop in reversed(plan)])

    def stop(self, key: str) -> Stop:
        """A stop that has something of everything."""
        return Stop(
            key, self.thing if self.number % 2 else None, DAYS[self.number % 3],
            time(9 + self.number, 30) if self.at % 2 else None, 15 * self.number or None,
            self.text, "", self.text[::-1], self.number > 3, "имя",
        )  # fmt: skip


KINDS = ("favourite", "visited", "rating", "note", "plan", "unplan", "edit", "move", "turn")
deeds = st.builds(Deed, st.sampled_from(KINDS), things, texts, st.integers(0, 5), st.integers(0, 5))


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    """A visit that came about by deeds."""
    return after(EMPTY, draw(st.lists(deeds, max_size=8)))


def after(visit: Visit, done: list[Deed]) -> Visit:
    """The visit after deeds."""
    for deed in done:
        visit = applied(visit, deed.change(visit))
    return visit


def full(marks: int = 200, notes: int = 40, stops: int = 20, secret: str = "") -> Change:
    """A change that makes a visit of so many marks, of which so many have notes."""
    marked = {
        Ref("exhibitor", f"e-{at}"): Mark(
            at % 3 > 0,
            at % 2 > 0,
            at % 6,
            f"{secret}: записка {at}; " * 3 + "конец" if at < notes else "",
            f"Завод {at}",
        )
        for at in range(marks)
        if at % 6 or at < notes
    }
    plan = [Stop(f"s-{at}", A, DAYS[at % 3], title=f"{secret} встреча") for at in range(stops)]
    return Change(
        "made",
        marks=tuple((ref, NO_MARK, mark) for ref, mark in marked.items()),
        stops=tuple((stop.id, None, stop) for stop in plan),
        order=((), tuple(stop.id for stop in plan)),
    )


def asked(text: str, found: bool = True, ref: Ref | None = None, minute: int = 0, language: str = "ru") -> Question:
    """A question of the fair's second day."""
    return Question(datetime(2025, 9, 30, 11, minute, tzinfo=MINSK), text, ref, language, found, "имя" if ref else "")


def asides(file: Path) -> list[Path]:
    """The damaged files that were kept."""
    return sorted(file.parent.glob("*.damaged-*.sqlite3"))
