"""Who stands where, as the list beside the plan of a hall says it: a line a stand, the code first."""

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import N_, Tongue
from guide.text import one_line
from guide.view import names, roles
from guide.view.floor_signs import service_sign
from guide.view.rows import Column

COLUMNS: tuple[Column, ...] = (
    Column(N_("Code"), 7, 0, roles.ACCENT, 1),
    Column(N_("Who stands there"), 14, 4),
    Column(N_("Hall"), 8, 1, roles.QUIET, 2),
)
"""The columns of that list; the hall is left out where all is in one."""


def cells(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> tuple[str, ...]:
    """A stand's code, who stands there and its hall; who has no stand of their own has no code, a service its sign."""
    thing = catalogue.get(ref)
    hall = catalogue.halls.get(getattr(thing, "hall", None) or "")
    where = one_line(tongue.d(hall.name)) if hall else ""
    if ref.kind != "stand" or thing is None:
        sign = service_sign(thing, tongue) if ref.kind == "service" and thing is not None else ""
        return sign, names.name(catalogue, ref, tongue), where
    here = [names.name(catalogue, each, tongue) for each in catalogue.relations.at_stand.get(ref.id, ())]
    name = names.stand_name(catalogue, thing, tongue)
    # A stand's own name says more than the one who put it up; several are all of interest.
    said = [name, *here] if thing.name and name not in here else here or [name]
    return thing.code or "", ", ".join(each for each in said if each != thing.code), where
