"""The tabs: which there are, in the order of the screen."""

from collections.abc import Mapping

from guide.i18n import N_

FAIR, VISIT, FLOOR, TIES = "fair", "visit", "floor", "ties"

TABS: tuple[tuple[str, str, str], ...] = (
    (FAIR, N_("Fair"), N_("Fair")),
    ("exhibitor", N_("Exhibitors"), N_("Exhib.")),
    ("stand", N_("Stands"), N_("Stands")),
    ("region", N_("Regions"), N_("Regions")),
    ("venture", N_("Ventures and projects"), N_("Ventures")),
    ("session", N_("Programme"), N_("Progr.")),
    ("person", N_("People"), N_("People")),
    (VISIT, N_("My visit"), N_("Visit")),
    (FLOOR, N_("Hall plans"), N_("Halls")),
    (TIES, N_("Map of ties"), N_("Map")),
)
"""(id, title, short title); the ids of lists are kinds of things.

Alt and a digit goes to a tab by its place, so that new ones come last.
"""

DRAWN: Mapping[str, str] = {FLOOR: "stand", TIES: "venture"}
"""The tabs that draw, and the kind of things that each lists beside its drawing: with that kind's facets and cursor."""

IDS = tuple(tab for tab, _, _ in TABS)
KINDS = tuple(tab for tab in IDS if tab not in (FAIR, VISIT, *DRAWN))
"""The tabs that list things of one kind."""


def kind_of(tab: str) -> str:
    """The kind that a tab lists, whose facets and cursor are its own; of a tab without a list its own id."""
    return DRAWN.get(tab, tab)
