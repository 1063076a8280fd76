"""The tabs: which there are, in the order of the screen."""

from guide.i18n import N_

FAIR, VISIT = "fair", "visit"

TABS: tuple[tuple[str, str, str], ...] = (
    (FAIR, N_("Fair"), N_("Fair")),
    ("exhibitor", N_("Exhibitors"), N_("Exhib.")),
    ("stand", N_("Stands"), N_("Stands")),
    ("region", N_("Regions"), N_("Regions")),
    ("venture", N_("Ventures and projects"), N_("Ventures")),
    ("session", N_("Programme"), N_("Progr.")),
    ("person", N_("People"), N_("People")),
    (VISIT, N_("My visit"), N_("Visit")),
)
"""(id, title, short title); the ids of lists are kinds of things."""

IDS = tuple(tab for tab, _, _ in TABS)
KINDS = tuple(tab for tab in IDS if tab not in (FAIR, VISIT))
"""The tabs that list things of one kind."""
