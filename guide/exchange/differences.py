"""The difference of two catalogues for programs, as JSON, and for notes and messages, as Markdown."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from guide.catalogue import fields
from guide.catalogue.difference import ALIASES, FIGURES, Change, Difference, FieldChange
from guide.catalogue.model import Catalogue, Figure, Ref
from guide.catalogue.pairing import Evidence
from guide.catalogue.plain import public_table_of, table_of
from guide.exchange.markdown import escaped
from guide.i18n import C_, N_, Tongue, Wording
from guide.view.difference_told import HEADINGS, Told, evidence_said, told

NOTHING = N_("Nothing differs.")

_HEAD = (C_("changes", "What"), C_("changes", "Kind"), C_("changes", "Before"), C_("changes", "Now"))


def record(found: Difference, tongue: Tongue) -> dict[str, Any]:
    """The difference as one JSON object; what people read in it is in the tongue's language.

    ``{"old": {"id", "name", "exhibitors"}, "new": …, "counts": {what: number}, "changes": [{"what", "kind", "old",
    "new", "name", "told": [{"label", "old", "new"}], "fields": [{"field", "old", "new"}], "evidence": [{"trait",
    "told"}]}]}``. A change's ``old`` and ``new`` are ids, null where it is not there; a field's are values as the
    catalogue writes them, null where it has none, and of what is for the desk only.
    """
    return {
        "old": _catalogue(found.old, tongue),
        "new": _catalogue(found.new, tongue),
        "counts": dict(found.counts),
        "changes": [_change(found, change, tongue) for change in found.changes],
    }


def _catalogue(catalogue: Catalogue, tongue: Tongue) -> dict[str, Any]:
    name = tongue.d(catalogue.fair.name)
    return {"id": catalogue.fair.id, "name": name, "exhibitors": len(catalogue.exhibitors)}


def _change(found: Difference, change: Change, tongue: Tongue) -> dict[str, Any]:
    said = told(found, change, tongue)
    before, now = _table(found.old, change.kind, change.old), _table(found.new, change.kind, change.new)
    return {
        "what": change.what,
        "kind": change.kind,
        "old": change.old,
        "new": change.new,
        "name": said.name,
        "told": [each._asdict() for each in said.sides],
        "fields": [_field(change.kind, each, before, now) for each in change.fields],
        "evidence": [_evidence(found, each, tongue) for each in change.evidence],
    }


def _table(catalogue: Catalogue, kind: str, key: str | None) -> dict[str, Any]:
    thing = catalogue.get(Ref(kind, key)) if key is not None else None
    return public_table_of(thing) if thing is not None else {}


def _field(kind: str, change: FieldChange, before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    if change.field in (FIGURES, ALIASES):
        return {"field": change.field, "old": _about(change.old), "new": _about(change.new)}
    if change.field == "id":
        return {"field": "id", "old": change.old, "new": change.new}
    key = next((each.key for each in fields.TABLES[kind].fields if each.name == change.field), change.field)
    return {"field": key, "old": before.get(key), "new": now.get(key)}


def _about(values: tuple[Figure | Wording, ...]) -> list[Any]:
    return [table_of(each) if isinstance(each, Figure) else dict(each.pairs) for each in values]


def _evidence(found: Difference, evidence: Evidence, tongue: Tongue) -> dict[str, str]:
    return {"trait": evidence.trait, "told": evidence_said(found, evidence, tongue)}


def markdown(found: Difference, tongue: Tongue) -> str:
    """The difference as Markdown: a heading for each thing that happened, a table of before and now under it."""
    title = escaped(tongue.t("What changed: {fair}", fair=tongue.d(found.new.fair.name)))
    lines = [f"# {title}", ""]
    if not found.changes:
        lines += [escaped(tongue.t(NOTHING)), ""]
    head = [escaped(tongue.c("changes", word)) for word in _HEAD]
    for what, changes in groupby(found.changes, key=lambda change: change.what):
        heading = escaped(tongue.c("changes", HEADINGS[what]))
        count = tongue.number(found.counts[what])
        lines += [f"## {heading} ({count})", "", f"| {' | '.join(head)} |", "| --- | --- | --- | --- |"]
        for change in changes:
            lines += _rows(told(found, change, tongue), tongue)
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _rows(said: Told, tongue: Tongue) -> Iterator[str]:
    name = f"**{escaped(said.name)}**"
    if said.because:
        name += f"<br>{escaped(said.because)}"
    befores, nows = [], []
    for each in said.sides:
        label = f"{escaped(each.label)}: " if each.label else ""
        befores.append(label + escaped(each.old or "–"))
        nows.append(label + escaped(each.new or "–"))
    yield f"| {name} | {escaped(said.kind)} | {'<br>'.join(befores)} | {'<br>'.join(nows)} |"
