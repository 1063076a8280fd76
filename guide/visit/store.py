"""The file that keeps what a person did: one SQLite file for all fairs, written only in whole transactions.

Everything is keyed by the id of the fair. Two guides may use it at once: a change is merged into what is in the file
by then (:func:`guide.visit.changes.applied`), and only the rows it touches are written. Every method raises a child of
:class:`guide.errors.NotSavedError` (see :mod:`guide.visit.refusals`) where the file cannot be read or written; what
was begun is then undone as a whole.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from guide import places
from guide.catalogue.model import Ref
from guide.visit import records
from guide.visit.changes import Change, applied
from guide.visit.file import VisitFile
from guide.visit.history import LONGEST, History
from guide.visit.journal import Question, Tied
from guide.visit.refusals import DamagedError
from guide.visit.state import Visit

T = TypeVar("T")
_Pile = list[tuple[int, Change]]

WAIT = 5.0
"""Seconds to wait for another program that has the file locked."""


@dataclass(slots=True)
class _Held:
    """What the file has of a fair; each change with its number on its pile."""

    visit: Visit
    done: _Pile
    undone: _Pile


def file_of_visits() -> Path:
    """Where the file is, in the folder of what a person made."""
    return places.visits()


class Store:
    """The open file; to be used in the thread that opened it."""

    def __init__(self, file: VisitFile) -> None:
        self._file = file
        self._held: dict[str, _Held] = {}
        self._state = -1

    @classmethod
    def open(
        cls, file: Path | None = None, tell: Callable[[DamagedError], None] = lambda _: None, wait: float = WAIT
    ) -> "Store":
        """Opens the file (by default :func:`file_of_visits`); it and its folder are made where they are not there.

        ``tell`` is called when the file turns out to be damaged, now or later: by then the damaged file is kept aside
        and what could be read of it is in a new one. ``wait`` is in seconds, see :data:`WAIT`.
        """
        opened = VisitFile(file or file_of_visits(), tell, wait)
        opened.open()
        return cls(opened)

    def close(self) -> None:
        """Closes the file; whatever is used afterwards opens it again."""
        self._file.close()

    @property
    def anew(self) -> int:
        """How often another file came into the place of the one that was open: a mended one, or a new one."""
        return self._file.anew

    def together(self, work: Callable[[], T]) -> T:
        """Does all that ``work`` writes in one transaction; called a second time where the file had to be mended."""
        return self._file.write(work)

    def at_once(self, work: Callable[[], T]) -> T:
        """What ``work`` reads, all of it from one state of the file."""
        return self._file.read(work)

    def changed(self) -> bool:
        """Whether another guide wrote since something was read or written here last."""
        return self._file.changed()

    # Visits.

    def visit(self, fair: str) -> Visit:
        """What is marked and planned at a fair."""
        return self._file.read(lambda: self._of(fair).visit)

    def history(self, fair: str) -> History:
        """What can be undone and done again at a fair."""

        def work() -> History:
            held = self._of(fair)
            return History(tuple(change for _, change in held.done), tuple(change for _, change in held.undone))

        return self._file.read(work)

    def write(self, fair: str, change: Change, *, logged: bool = True) -> Visit:
        """Applies a change to what is in the file; the visit after the commit. ``logged``: it can be undone."""

        def work() -> Visit:
            held = self._of(fair)
            self._apply(fair, held, change)
            if logged:
                self._file.run("DELETE FROM changes WHERE fair = ? AND undone = 1", records.kept(fair))
                held.undone.clear()
                self._push_done(fair, held, change)
            return held.visit

        return self._file.write(work)

    def undo(self, fair: str, change: Change | None = None) -> tuple[Change, Visit] | None:
        """Takes back the last change, or the one that is given: what took it back, and the visit after the commit.

        None where there is nothing to take back.
        """

        def work() -> tuple[Change, Visit] | None:
            held = self._of(fair)
            which = held.done[-1][1] if change is None and held.done else change
            if which is None:
                return None
            at = next((at for at in reversed(range(len(held.done))) if held.done[at][1] == which), None)
            self._pull(fair, held.done, 0, at)
            self._push_undone(fair, held, which)
            self._apply(fair, held, which.reversed())
            return which.reversed(), held.visit

        return self._file.write(work)

    def redo(self, fair: str, change: Change | None = None) -> tuple[Change, Visit] | None:
        """Does again what was undone last, or the change that is given: it, and the visit after the commit."""

        def work() -> tuple[Change, Visit] | None:
            held = self._of(fair)
            which = held.undone[0][1] if change is None and held.undone else change
            if which is None:
                return None
            at = next((at for at, (_, each) in enumerate(held.undone) if each == which), None)
            self._pull(fair, held.undone, 1, at)
            self._push_done(fair, held, which)
            self._apply(fair, held, which)
            return which, held.visit

        return self._file.write(work)

    def _of(self, fair: str) -> _Held:
        """What the file has of a fair, read anew where it may have changed; within a transaction."""
        if self._state != self._file.state:
            self._held.clear()
            self._state = self._file.state
        held = self._held.get(fair)
        if held is None:
            key = records.kept(fair)
            plan = tuple(records.stop(row) for row in self._file.all(records.STOPS, key))
            visit = Visit(records.marks(self._file.all(records.MARKS, key)), plan)
            held = self._held[fair] = _Held(visit, self._pile(key, 0), self._pile(key, 1))
        return held

    def _pile(self, key: str, undone: int) -> _Pile:
        select = "SELECT number, body FROM changes WHERE fair = ? AND undone = ? ORDER BY number"
        read = ((number, records.change(body)) for number, body in self._file.all(select, key, undone))
        return [(number, change) for number, change in read if change is not None]

    def _apply(self, fair: str, held: _Held, change: Change) -> None:
        """Writes the rows that a change makes different."""
        key, before = records.kept(fair), held.visit
        after = held.visit = applied(before, change)
        gone: list[records.Row] = []
        there: list[records.Row] = []
        for ref in dict.fromkeys(ref for ref, _, _ in change.marks):
            row = records.row_of_mark(fair, ref, after.mark(ref))
            (gone if after.mark(ref).empty else there).append(row)
        self._file.many("DELETE FROM marks WHERE fair = ? AND kind = ? AND id = ?", [row[:3] for row in gone])
        self._file.many(_MARK, there)
        was = {stop.id: (position, stop) for position, stop in enumerate(before.plan)}
        rows = [
            records.row_of_stop(fair, stop, position)
            for position, stop in enumerate(after.plan)
            if was.pop(stop.id, None) != (position, stop)
        ]
        self._file.many("DELETE FROM stops WHERE fair = ? AND id = ?", [(key, records.kept(gone)) for gone in was])
        self._file.many(_STOP, rows)

    def _push_done(self, fair: str, held: _Held, change: Change) -> None:
        number = max((number for number, _ in held.done), default=0) + 1
        self._push(fair, 0, number, change)
        held.done.append((number, change))
        while len(held.done) > LONGEST:
            self._pull(fair, held.done, 0, 0)

    def _push_undone(self, fair: str, held: _Held, change: Change) -> None:
        number = min((number for number, _ in held.undone), default=0) - 1
        self._push(fair, 1, number, change)
        held.undone.insert(0, (number, change))
        while len(held.undone) > LONGEST:
            self._pull(fair, held.undone, 1, LONGEST)

    def _push(self, fair: str, undone: int, number: int, change: Change) -> None:
        insert = "INSERT OR REPLACE INTO changes (fair, undone, number, body) VALUES (?,?,?,?)"
        self._file.run(insert, records.kept(fair), undone, number, records.body_of(change))

    def _pull(self, fair: str, pile: _Pile, undone: int, at: int | None) -> None:
        if at is not None:
            delete = "DELETE FROM changes WHERE fair = ? AND undone = ? AND number = ?"
            self._file.run(delete, records.kept(fair), undone, pile.pop(at)[0])

    # The journal.

    def record(self, fair: str, question: Question) -> int:
        """Writes a question down; its id."""
        row = records.row_of_question(fair, question)
        return self._file.write(lambda: int(self._file.run(_QUESTION, *row).lastrowid or 0))

    def settle(self, fair: str, key: int, ref: Ref | None, name: str = "") -> None:
        """Writes down what was chosen after all for the question of that id; None: nothing."""
        row = records.row_of_choice(fair, key, ref, name)
        update = "UPDATE questions SET kind = ?, ref = ?, name = ? WHERE fair = ? AND id = ?"
        self._file.write(lambda: self._file.run(update, *row))

    def questions(self, fair: str) -> tuple[Question, ...]:
        """The whole journal of a fair, in the order in which it was written."""
        rows = self._file.read(lambda: self._file.all(records.QUESTIONS, records.kept(fair)))
        return tuple(question for row in rows if (question := records.question(row)) is not None)

    def tie(self, fair: str, alias: Tied) -> None:
        """Keeps a name for a thing; one that is there already gets the name that its thing has now."""
        row = records.row_of_alias(fair, alias)
        self._file.write(lambda: self._file.run(_ALIAS, *row))

    def untie(self, fair: str, alias: Tied) -> None:
        """Forgets a name for a thing."""
        delete = "DELETE FROM aliases WHERE fair = ? AND kind = ? AND id = ? AND text = ?"
        row = records.row_of_alias(fair, alias)[:4]
        self._file.write(lambda: self._file.run(delete, *row))

    def aliases(self, fair: str) -> tuple[Tied, ...]:
        """The names tied at a fair, in the order in which that was done."""
        rows = self._file.read(lambda: self._file.all(records.ALIASES, records.kept(fair)))
        return tuple(map(records.tied, rows))


# An update keeps the row's number, and with it the order in which things were first marked.
_MARK = (
    "INSERT INTO marks (fair, kind, id, favourite, visited, rating, note, name) VALUES (?,?,?,?,?,?,?,?)"
    " ON CONFLICT (fair, kind, id) DO UPDATE SET favourite = excluded.favourite, visited = excluded.visited,"
    " rating = excluded.rating, note = excluded.note, name = excluded.name"
)
_STOP = (
    "INSERT OR REPLACE INTO stops"
    " (fair, id, position, kind, ref, day, starts, minutes, title, place, about, meeting, name)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_QUESTION = "INSERT INTO questions (fair, at, asked, language, found, kind, ref, name) VALUES (?,?,?,?,?,?,?,?)"
_ALIAS = (
    "INSERT INTO aliases (fair, kind, id, text, name) VALUES (?,?,?,?,?)"
    " ON CONFLICT (fair, kind, id, text) DO UPDATE SET name = excluded.name"
)
