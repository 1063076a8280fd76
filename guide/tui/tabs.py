"""The tabs: which there are, and what each remembers while another is shown."""

from dataclasses import dataclass, field

from guide.catalogue.model import Ref
from guide.i18n import N_
from guide.search.facets import Chosen

FAIR = "fair"

TABS: tuple[tuple[str, str, str], ...] = (
    (FAIR, N_("Fair"), N_("Fair")),
    ("exhibitor", N_("Exhibitors"), N_("Exhib.")),
    ("stand", N_("Stands"), N_("Stands")),
    ("region", N_("Regions"), N_("Regions")),
    ("venture", N_("Ventures and projects"), N_("Ventures")),
    ("session", N_("Programme"), N_("Progr.")),
    ("person", N_("People"), N_("People")),
)
"""(id, title, short title) in the order of the screen; the ids of lists are kinds of things."""

IDS = tuple(tab for tab, _, _ in TABS)
KINDS = IDS[1:]


@dataclass(frozen=True, slots=True)
class TabState:
    """What a tab remembers: the thing under its cursor, the facets chosen, the way of sorting."""

    cursor: Ref | None = None
    chosen: Chosen = field(default_factory=Chosen)
    sort: str = ""
