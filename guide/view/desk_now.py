"""The desk while nobody asks: whether the fair is open, what goes on and what is next, which services are open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rich.text import Text

from guide.catalogue.model import Catalogue, Ref, Session
from guide.dates import clock
from guide.i18n import C_, Tongue
from guide.text import cut, one_line, width
from guide.view import names, roles
from guide.view.blocks import joined, styled
from guide.view.desk_layout import Part, fitted
from guide.view.desk_times import Opening, Phase, fair_state, phase, service_state, soon, which_day
from guide.view.desk_where import hall_name, session_place

NOW_ON, NEXT, SERVICES = 6, 4, 12
"""How many sessions that go on, sessions to come, and services are told of."""

_NOW_LABEL, _NEXT_LABEL = C_("programme", "Now"), C_("programme", "Next")
_FRONT = 26  # cells that a service's name takes at most, where there is room
_STATE, _ON, _NEXT, _OPEN, _SHUT = 0, 1, 10, 20, 40  # how soon each is needed


@dataclass(frozen=True, slots=True)
class Row:
    """One line about ``ref``: its label ("" where it is the one above), what stands in front, its words, more words."""

    ref: Ref
    label: str
    front: str
    text: Text
    more: Text
    need: int


@dataclass(frozen=True, slots=True)
class DeskNow:
    """What the empty desk shows: the fair's state, the sessions now and next, the services."""

    fair: Opening
    sessions: tuple[Row, ...]
    services: tuple[Row, ...]

    def lines(self, cells: int, rows: int) -> list[Text]:
        """It all in at most so many rows of at most so many cells: what matters least is left out."""
        if cells <= 0 or rows <= 0:
            return []
        role = {True: roles.TITLE, False: roles.WARN, None: roles.LABEL}[self.fair.is_open]
        parts = [Part([styled(self.fair.words, role)], _STATE)]
        for group in (self.sessions, self.services):
            parts += _table(group, cells)
        return fitted(parts, cells, rows)


def _table(rows: Iterable[Row], cells: int) -> list[Part]:
    rows = list(rows)
    label = min(max((width(row.label) for row in rows), default=0), cells // 4)
    front = min(max((width(row.front) for row in rows), default=0), _FRONT, cells // 3)
    parts = []
    for at, row in enumerate(rows):
        line = Text()
        for words, room, role in ((row.label, label, roles.LABEL), (row.front, front, roles.ACCENT)):
            if room:
                shown = cut(words, room)
                line.append(shown, role).append(" " * (room - width(shown) + 2))
        # Where it is tight, both are cut: half a title is understood, and so is half a place.
        room = max(cells - line.cell_len, 1)
        text, more = row.text.copy(), styled(" · " if row.text and row.more else "", roles.QUIET).append_text(row.more)
        text.truncate(max(room - more.cell_len, room * 3 // 5), overflow="ellipsis")
        more.truncate(max(room - text.cell_len, 0), overflow="ellipsis")
        line.append_text(text).append_text(more)
        parts.append(Part([line], row.need + at, 1, at == 0))
    return parts


def desk_now(catalogue: Catalogue, tongue: Tongue, now: datetime) -> DeskNow:
    """What there is to tell at a moment of the fair's clock."""
    return DeskNow(
        fair_state(catalogue.fair, tongue, now),
        tuple(_sessions(catalogue, tongue, now)),
        tuple(_services(catalogue, tongue, now)),
    )


def _sessions(catalogue: Catalogue, tongue: Tongue, now: datetime) -> list[Row]:
    by_time = sorted(
        (each for each in catalogue.sessions.values() if each.date and each.starts),
        key=lambda each: (each.date, each.starts),
    )
    going_on = [each for each in by_time if phase(each, now) is Phase.NOW][:NOW_ON]
    later = [each for each in by_time if phase(each, now) is Phase.LATER]
    later = [each for each in later if each.date == later[0].date][:NEXT]
    rows = []
    for label, sessions, need in ((_NOW_LABEL, going_on, _ON), (_NEXT_LABEL, later, _NEXT)):
        rows += [
            _session(catalogue, session, tongue, now, tongue.c("programme", label) if at == 0 else "", need)
            for at, session in enumerate(sessions)
        ]
    return rows


def _session(catalogue: Catalogue, session: Session, tongue: Tongue, now: datetime, label: str, need: int) -> Row:
    hours = "–".join(part for part in (clock(session.starts), clock(session.ends)) if part)
    title = styled(one_line(tongue.d(session.title)), "bold")
    day = which_day(session, tongue, now) if session.date != now.date() else ""
    place = session_place(catalogue, session, tongue)
    more = joined([styled(soon(session, tongue, now) or day, roles.ACCENT), styled(place, roles.QUIET)])
    return Row(Ref("session", session.id), label, hours, title, more, need)


def _services(catalogue: Catalogue, tongue: Tongue, now: datetime) -> list[Row]:
    found = [(service_state(each, tongue, now), each) for each in catalogue.services.values()]
    # Those that are open first, then those whose hours nobody knows.
    found.sort(key=lambda each: {True: 0, None: 1, False: 2}[each[0].is_open])
    rows = []
    for opening, service in found[:SERVICES]:
        # That hours are not published is told on the service's own card; here it would stand on every other line.
        state = Text() if opening.is_open is None else styled(opening.words, "" if opening.is_open else roles.WARN)
        hall = styled(hall_name(catalogue, service.hall, tongue), "bold")
        ref = Ref("service", service.id)
        need = _SHUT if opening.is_open is False else _OPEN
        rows.append(Row(ref, "", names.name(catalogue, ref, tongue), hall, state, need))
    return rows
