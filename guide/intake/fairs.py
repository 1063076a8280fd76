"""The fair itself: what files, options and the earlier catalogue say of it, and guesses where they say nothing."""

from datetime import date
from typing import Any

from guide.catalogue.model import Catalogue
from guide.intake.draft import Draft
from guide.intake.files import Asked
from guide.intake.romanised import slug
from guide.intake.tabled import said


def completed(draft: Draft, asked: Asked, earlier: Catalogue | None) -> None:
    """Fills in what ``[fair]`` needs."""
    fair: dict[str, Any] = draft.fair
    if earlier is not None:
        for key in ("id", "starts", "ends", "timezone"):
            fair.setdefault(key, getattr(earlier.fair, key))
        fair.setdefault(
            "name", dict(earlier.fair.name.pairs) if len(earlier.fair.name.pairs) > 1 else earlier.fair.name.pairs[0][1]
        )
    days = sorted(day for record in draft.of("session").values() if isinstance(day := record.values.get("date"), date))
    today = date.today()
    fair.setdefault("name", "Fair")
    fair.setdefault("id", slug(said(fair["name"])) or "fair")
    fair.setdefault("starts", days[0] if days else today)
    fair.setdefault("ends", days[-1] if days else fair["starts"])
    fair.setdefault("timezone", asked.timezone or "UTC")
