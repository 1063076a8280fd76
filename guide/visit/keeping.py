"""Keeps a visit while the guide is open: what is done holds at once, and is written by a thread of its own.

Nothing here makes its caller wait for a disk. Where the file cannot be used, everything goes on in memory, the person
is told once, and all that waits is written as soon as that is possible.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide import places
from guide.catalogue.model import Ref
from guide.errors import NotSavedError
from guide.i18n import N_
from guide.visit import waiting
from guide.visit.changes import Change, applied, ids_of, merged, reordered
from guide.visit.history import History
from guide.visit.journal import Question, Tied
from guide.visit.state import Visit
from guide.visit.waiting import NOTHING, Did, Kept, Recorded, Redid, Settled, Step, TiedTo, Undid

if TYPE_CHECKING:
    from guide.visit.refusals import DamagedError
    from guide.visit.store import Store

LOOK = 1.0
"""Seconds between two looks at whether another guide wrote."""

AGAIN = 15.0
"""Seconds after which what could not be written is tried again at the latest, if nothing new is done before."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The file was read; the visit has what was done before that as well."""

    visit: Visit = field(repr=False)


@dataclass(frozen=True, slots=True)
class Saved:
    """Something was committed; :attr:`Keeping.saved` says whether that was all."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Another guide wrote; the visit has both."""

    visit: Visit = field(repr=False)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something is wrong with the file: ``message`` and ``hint`` are msgids that ``values`` fill.

    ``aside`` is where a damaged file is kept now; without it nothing is saved until :class:`Saved` comes.
    """

    message: str
    hint: str
    values: dict[str, Any]
    aside: Path | None = None


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal that was asked for by :meth:`Keeping.read_journal`, with what is not saved yet."""

    questions: tuple[Question, ...]
    aliases: tuple[Tied, ...]


Event = Opened | Saved | Changed | Trouble | Journal


@dataclass(frozen=True, slots=True)
class _State:
    """What holds now, the steps of it that are not in the file, and the things whose marks those change."""

    kept: Kept = NOTHING
    steps: tuple[Step, ...] = ()
    refs: frozenset[Ref] = frozenset()

    def then(self, step: Step) -> "_State":
        change = getattr(step, "change", None)
        refs = self.refs
        if change is not None:
            refs |= {ref for ref, _, _ in change.marks}
        return _State(step.after(self.kept), (*self.steps, step), refs)


class Keeping:
    """The visit of one fair; every method but the events may be used from any thread and returns at once."""

    def __init__(self, fair: str, tell: Callable[[Event], None], file: Path | None = None) -> None:
        """``tell`` is called from the thread that writes; ``file`` is :func:`guide.places.visits` where None."""
        self.fair = fair
        self._tell = tell
        self._path = file or places.visits()
        self._state = _State()
        self._more = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closing = False
        self._given_up = False
        self._looked = threading.Event()
        self._journal_wanted = False
        self._taken = 0
        self._tokens = 0
        self._ids: dict[int, int] = {}
        # Used by the thread alone:
        self._store: Store | None = None
        self._base: Kept | None = None
        self._anew = 0
        self._told: set[str] = set()

    def start(self) -> None:
        """Begins to read the file; what was done before is merged into it."""
        with self._more:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="visit", daemon=True)
                self._thread.start()

    def close(self, seconds: float) -> bool:
        """Writes what waits; waits for that at most so long, and no longer than for a try that fails.

        False where something could not be saved by then. That is tried again as long as the process lives.
        """
        if not self.saved:
            self.start()
        with self._more:
            self._closing = True
            self._more.notify_all()
            thread = self._thread
            tried = thread is not None and self._more.wait_for(lambda: self._given_up, seconds)
        if thread is not None and tried and self.saved:
            thread.join(min(seconds, 1.0))  # it only has to close the file
        return self.saved

    def wait_till_read(self, seconds: float) -> None:
        """Waits until the file was read or could not be, for at most so long; at once if that is over."""
        if self._thread is not None:
            self._looked.wait(seconds)

    # What holds now.

    @property
    def visit(self) -> Visit:
        """The visit with everything that was done, saved or not."""
        return self._state.kept.visit

    @property
    def history(self) -> History:
        """What can be undone and done again; one history for all guides that use the file."""
        return self._state.kept.history

    @property
    def aliases(self) -> tuple[Tied, ...]:
        """The names that were tied to things."""
        return self._state.kept.aliases

    @property
    def saved(self) -> bool:
        """Whether everything that was done is in the file."""
        return not self._state.steps

    def unsaved_refs(self) -> frozenset[Ref]:
        """The things whose marks are not in the file yet."""
        return self._state.refs

    # What is done.

    def do(self, change: Change, *, logged: bool = True) -> Visit:
        """Does something; the visit then. ``logged``: it can be undone. An empty change does nothing."""
        if change:
            self._take(lambda _: Did(change, logged))
        return self.visit

    def undo(self) -> Change | None:
        """Takes back what was done last: the change that was taken back, None where there is none."""
        return self._step_back(lambda history: Undid(history.done[-1]) if history.done else None)

    def redo(self) -> Change | None:
        """Does again what was taken back last: that change, None where there is none."""
        return self._step_back(lambda history: Redid(history.undone[0]) if history.undone else None)

    def _step_back(self, choose: Callable[[History], Undid | Redid | None]) -> Change | None:
        step = self._take(lambda state: choose(state.kept.history))
        return step.change if isinstance(step, Undid | Redid) else None

    def tie(self, alias: Tied) -> None:
        """Ties a name to a thing."""
        self._take(lambda _: TiedTo(alias))

    def untie(self, alias: Tied) -> None:
        """Forgets that name of that thing."""
        self._take(lambda _: TiedTo(alias, on=False))

    def record(self, question: Question) -> int:
        """Writes a question into the journal; a token for :meth:`settle`, which may be used as its id."""
        with self._more:
            self._tokens -= 1
            token = self._tokens
        self._take(lambda _: Recorded(replace(question, id=token)))
        return token

    def settle(self, token: int, ref: Ref | None, name: str = "") -> None:
        """Writes down what was chosen after all for a question, named by its token or by its id in the journal."""
        self._take(lambda _: Settled(token, ref, name))

    def read_journal(self) -> None:
        """Asks for the journal: a :class:`Journal` is told."""
        with self._more:
            self._journal_wanted = True
            self._more.notify_all()

    def _take(self, choose: Callable[[_State], Step | None]) -> Step | None:
        with self._more:
            step = choose(self._state)
            if step is not None:
                self._state = self._state.then(step)
                self._taken += 1
                self._more.notify_all()
        return step

    # The thread.

    def _work(self) -> None:
        pause = LOOK
        while True:
            with self._more:
                taken, closing, asked = self._taken, self._closing, self._journal_wanted
                self._journal_wanted = False
            failed = not self._tried()
            self._looked.set()
            pause = min(2 * pause, AGAIN) if failed else LOOK
            if asked:
                self._tell_journal()
            with self._more:
                if closing:
                    self._given_up = failed or not self._state.steps
                    self._more.notify_all()
                    if not self._state.steps:
                        break
                if (taken, closing, False) == (self._taken, self._closing, self._journal_wanted):
                    self._more.wait(pause)
        if self._store is not None:
            self._store.close()

    def _tried(self) -> bool:
        """Reads and writes what there is to; whatever goes wrong is told once, and tried again later."""
        try:
            self._keep_up(self._open())
        except NotSavedError as error:
            self._tell_once(Trouble(error.message, error.hint, error.values))
        except Exception as error:  # a fault of the guide must not cost what a person did
            _write_down(error)
            self._tell_once(Trouble(_FAULT, _FAULT_HINT, {"name": type(error).__name__}))
        else:
            return True
        return False

    def _keep_up(self, store: "Store") -> None:
        """Takes over what another guide wrote, and writes what waits here, all in one transaction."""
        if self._base is None or store.changed():
            read, first = self._read(store), self._base is None
            if first or store.anew == self._anew:
                self._anew = store.anew
                others = self._swap(read, 0)
                if first or others:
                    self._event(Opened(self.visit) if first else Changed(self.visit))
        steps = self._state.steps
        if not steps and store.anew == self._anew:
            return
        ids: dict[int, int] = {}

        def work() -> Kept:
            ids.clear()
            ids.update(self._ids)
            if store.anew != self._anew:
                self._restore(store)
            for step in steps:
                step.write(store, self.fair, ids)
            return self._read(store)

        base = store.together(work)
        self._ids, self._anew = ids, store.anew
        others = self._swap(base, len(steps))
        self._told.clear()
        self._event(Saved())
        if others:
            self._event(Changed(self.visit))

    def _read(self, store: "Store") -> Kept:
        return store.at_once(lambda: Kept(store.visit(self.fair), store.history(self.fair), store.aliases(self.fair)))

    def _restore(self, store: "Store") -> None:
        """Another file is in the place of the one that was read: what was in that one and is known here comes back."""
        if self._base is None:
            return
        found, known = store.visit(self.fair), self._base.visit
        lost = merged(found, known)
        order = reordered(ids_of(applied(found, lost)), ids_of(known))
        store.write(self.fair, replace(lost, order=(ids_of(found), order)), logged=False)
        for alias in self._base.aliases:
            store.tie(self.fair, alias)

    def _swap(self, base: Kept, written: int) -> bool:
        """Puts what is in the file under what is not, whose first steps are written by now.

        Whether that makes the visit another one than the person saw.
        """
        self._base = base
        while True:
            before = self._state
            made = _State(base)
            for step in before.steps[written:]:
                made = made.then(step)
            with self._more:
                if self._state is before:
                    self._state = made
                    break
        return made.kept.visit != before.kept.visit

    def _tell_journal(self) -> None:
        try:
            questions = self._open().questions(self.fair)
        except NotSavedError:
            questions = ()
        state = self._state
        self._event(Journal(waiting.journal_after(questions, state.steps, self._ids), state.kept.aliases))

    def _open(self) -> "Store":
        if self._store is None:
            from guide.visit.store import Store

            self._store = Store.open(self._path, self._mended)
        return self._store

    def _mended(self, error: "DamagedError") -> None:
        self._event(Trouble(error.message, error.hint, error.values, error.aside))

    def _tell_once(self, trouble: Trouble) -> None:
        if trouble.message not in self._told:
            self._told.add(trouble.message)
            self._event(trouble)

    def _event(self, event: Event) -> None:
        with suppress(Exception):  # who listened may have gone
            self._tell(event)


_FAULT = N_("Your marks and notes cannot be saved: a fault of the guide itself ({name}).")
_FAULT_HINT = N_("Take away what must not be lost.")


def _write_down(error: Exception) -> None:
    """Logs where a fault happened; its own words might repeat what a person wrote."""
    from guide.faults import log_fault

    log_fault(RuntimeError(type(error).__name__).with_traceback(error.__traceback__))
