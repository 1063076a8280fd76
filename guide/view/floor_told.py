"""What must be said with a plan: what is not to scale, not published, or has no place on it."""

from collections.abc import Sequence

from guide.catalogue.model import Catalogue, Ref, Session
from guide.i18n import N_, Tongue
from guide.text import one_line
from guide.venue.floors import MEASURED, NUMBERED, ZONE, Floors
from guide.venue.spots import room_of
from guide.view.floor_sheet import Part

SCHEMATIC = N_("a schematic by the numbers of the stands, not to scale")
ZONES = N_("what stands where in it is not published")
LOOSE = N_("where the halls lie is not published: their places here are made up")

_NAMED = 6  # stands without a place that are named


def bottom_line(floors: Floors, sheet: str, parts: Sequence[Part], tongue: Tongue) -> str:
    """What stands in the place of the scale where there is none: a schematic, zones, made-up places; "" else."""
    manners = {part.floor.manner for part in parts}
    if manners and MEASURED not in manners:
        return tongue.t(SCHEMATIC if NUMBERED in manners else ZONES if sheet in floors.floors else LOOSE)
    if sheet not in floors.floors and not all(part.floor.placed for part in parts):
        return tongue.t(LOOSE)
    return ""


def told(catalogue: Catalogue, floors: Floors, parts: Sequence[Part], tongue: Tongue) -> tuple[str, ...]:
    """Sentences on a sheet, without a full stop: on its scale, on what is unknown, on stands without a place."""
    said = []
    if any(part.floor.manner == NUMBERED for part in parts):
        said.append(tongue.t(SCHEMATIC))
    if any(part.floor.manner == ZONE for part in parts):
        said.append(tongue.t(ZONES))
    if len(parts) > 1 and not all(part.floor.placed for part in parts):
        said.append(tongue.t(LOOSE))
    loose = [stand for part in parts if part.floor.manner != ZONE for stand in part.floor.unplaced]
    if loose:
        codes = [one_line(catalogue.stands[stand].code or tongue.d(catalogue.stands[stand].name)) for stand in loose]
        listed = ", ".join(code for code in codes[:_NAMED] if code) + ("…" if len(codes) > _NAMED else "")
        said.append(
            tongue.n(
                "{count} stand has no place on the plan: {codes}",
                "{count} stands have no place on the plan: {codes}",
                len(loose),
                codes=listed,
            )
        )
    return tuple(said)


def room_missing(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    """That nobody marked on the plan where the room of a session is; "" of everything else."""
    session = catalogue.get(ref) if ref.kind == "session" else None
    if not isinstance(session, Session) or session.room is None or room_of(catalogue, session) is not None:
        return ""
    return tongue.t("It is not marked on the plan where this is: {room}", room=one_line(tongue.d(session.room)))
