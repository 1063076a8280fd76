"""Drafts for tests: the rows of a made-up list as a reader gives them, and the catalogue that is written of them."""

from collections.abc import Mapping, Sequence
from typing import Any

import tomli

from guide.catalogue.check import Checked, check
from guide.catalogue.model import Catalogue
from guide.i18n import Tongue
from guide.intake.draft import Draft, Origin, Unplaced, hall_key, stand_key
from guide.intake.files import Asked
from guide.intake.ids import named
from guide.intake.joined import joined
from guide.intake.written import written


def listed(rows: Sequence[Mapping[str, Any]], file: str = "list.csv", first: int = 2, **facts: Any) -> Draft:
    """A list of exhibitors: its keys are those of a catalogue, but ``town``, ``country``, ``booths``, ``raw``.

    ``booths`` are pairs of a hall and a code.
    """
    draft = Draft(fair=dict(facts), columns={"Организация": "name"})
    for number, row in enumerate(rows, first):
        origin = Origin(file, number)
        place = {"city": row.get("town"), "region": row.get("region"), "country": row.get("country")}
        values = {key: value for key, value in row.items() if key not in ("town", "region", "country", "booths", "raw")}
        values["place"] = {key: value for key, value in place.items() if value}
        values["stands"] = [
            draft.link("stand", stand_key(hall_key(hall), code), {"code": code, "hall": draft.link(
                "hall", hall_key(hall), {"name": f"Зал {hall_key(hall)}"}, origin)}, origin)
            for hall, code in row.get("booths", ())
        ]  # fmt: skip
        draft.put("exhibitor", f"{file}#{number}", values, origin)
        if "raw" in row:
            draft.unplaced.append(Unplaced(origin, row["raw"]))
        draft.rows += 1
    return draft


def files_of(
    *drafts: Draft, earlier: Catalogue | None = None, asked: Asked | None = None, language: str = "ru"
) -> dict[str, str]:
    """The files that are written of drafts."""
    return written(named(joined(drafts, asked or Asked(), earlier), earlier), Tongue(language))


def read_back(files: Mapping[str, str]) -> Checked:
    """What ``guide check`` makes of the files."""
    return check([tomli.loads(text) for _, text in sorted(files.items())])


def catalogue_of(*drafts: Draft, earlier: Catalogue | None = None, clean: bool = True) -> Catalogue:
    """The catalogue that the files hold; nothing is wrong with it unless not ``clean``."""
    checked = read_back(files_of(*drafts, earlier=earlier))
    if clean:
        assert not checked.findings
    assert checked.catalogue is not None
    return checked.catalogue


def told(*drafts: Draft) -> list[tuple[str, int]]:
    """The codes and rows of the oddities of joining, without those of the fair."""
    draft = joined(drafts, Asked())
    return [(each.code, each.row) for each in draft.oddities if not each.code.startswith("I08")]
