"""What is different in a new catalogue of a fair: who moved, came, went, was renamed; values in a stable order."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, NamedTuple

from guide.catalogue.fields import TABLES as RECORDS
from guide.catalogue.fields import Field, Shape
from guide.catalogue.model import Alias, Catalogue, Figure, Ref, Stand
from guide.catalogue.pairing import Evidence, Pair, Pairs, in_common, paired, sides_of
from guide.catalogue.traits import Side
from guide.i18n import Wording
from guide.uncollected import uncollected

WHATS = ("moved", "rehosted", "retimed", "renamed", "new", "gone", "new-id", "changed")
"""What can have happened, in the order in which it is told."""

KINDS = (
    "fair", "exhibitor", "region", "venture", "session", "person", "service", "hall", "stand", "passage", "notice",
    "source",
)  # fmt: skip
"""The kinds of things in the order in which they are told."""

ASPECTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "fair": {"renamed": ("name",), "retimed": ("starts", "ends", "hours", "timezone")},
    "exhibitor": {"renamed": ("name",), "moved": ("stands", "hall"), "rehosted": ("host",)},
    "region": {"renamed": ("name",), "moved": ("stands", "hall")},
    "venture": {"renamed": ("name",)},
    "session": {"renamed": ("title",), "moved": ("hall", "room"), "retimed": ("date", "starts", "ends")},
    "person": {"renamed": ("name",)},
    "service": {"renamed": ("name",), "moved": ("hall", "at"), "retimed": ("hours",)},
    "hall": {"renamed": ("name",)},
    "stand": {"renamed": ("code", "name"), "moved": ("hall",), "retimed": ("days",)},
    "passage": {"renamed": ("name",), "moved": ("ends",), "retimed": ("hours",)},
}
"""Kind -> what happened -> the fields that tell of it; every other field is "changed"."""

FIGURES, ALIASES = "figure", "alias"
"""The tables about things, told as fields of the thing that they are about."""


class FieldChange(NamedTuple):
    """One field before and now: values of the model, ids in them those of their own catalogue."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to one thing: ``what`` is of :data:`WHATS`, ``kind`` of :data:`KINDS`.

    ``old`` and ``new`` are its ids, None where it is not there. ``evidence`` says why the two are one thing: where
    it was renamed, or its id is another.
    """

    what: str
    kind: str
    old: str | None
    new: str | None
    fields: tuple[FieldChange, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Difference:
    """Two catalogues and every change from the old to the new: by what happened, by kind, then as the files go."""

    old: Catalogue
    new: Catalogue
    changes: tuple[Change, ...]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """What happened -> how often, in the order of :data:`WHATS`; only what happened."""
        counted = Counter(change.what for change in self.changes)
        return {what: counted[what] for what in WHATS if counted[what]}


def difference(old: Catalogue, new: Catalogue) -> Difference:
    """Everything that is different between two catalogues of a fair; nothing where they say the same.

    The order of records, and of the stands of one thing, makes no difference. What names another thing is the same
    where that thing is the same, whatever its id is now. A translation that was added is "changed", not "renamed".
    """
    with uncollected():
        seen = _Seen(old, new, paired(old, new))
        changes = [change for kind in KINDS for change in seen.changes(kind)]
    rank = {what: at for at, what in enumerate(WHATS)}
    changes.sort(key=lambda change: rank[change.what])  # keeps the order of kinds and of files
    return Difference(old, new, tuple(changes))


class _Seen:
    """Two catalogues being compared."""

    def __init__(self, old: Catalogue, new: Catalogue, pairs: Pairs) -> None:
        self.old, self.new, self.pairs = old, new, pairs
        self.sides: tuple[Side, Side] = sides_of(old, new, pairs)
        # Ids that something else has now: two references that read alike may mean two things.
        self.reused = any(key in new.table(kind) for kind, key in pairs.went)
        self.moved_stands = self._moved_stands()
        self.figures = _grouped(old.figures, self.sides[0]), _grouped(new.figures, self.sides[1])
        self.aliases = _grouped(old.aliases, self.sides[0]), _grouped(new.aliases, self.sides[1])

    def changes(self, kind: str) -> Iterator[Change]:
        """The changes of a kind: of what is in the new catalogue in its order, then what is gone in the old one's."""
        if kind == "fair":
            yield from self._compared(kind, self.old.fair, self.new.fair, Pair(self.old.fair.id, self.new.fair.id))
            return
        before, now, pairs = self.old.table(kind), self.new.table(kind), self.pairs.by_new[kind]
        for key, thing in now.items():
            pair = pairs.get(key)
            if pair is None:
                yield Change("new", kind, None, key)
            else:
                yield from self._compared(kind, before[pair.old], thing, pair)
        kept = {pair.old for pair in pairs.values()}
        for key in before:
            if key not in kept:
                yield Change("gone", kind, key, None)

    def _compared(self, kind: str, old: Any, new: Any, pair: Pair) -> Iterator[Change]:
        found: dict[str, list[FieldChange]] = {}
        if old != new or self.reused or self.moved_stands:
            for each in self._fields(kind, old, new):
                found.setdefault(_what(kind, each), []).append(each)
        for name, groups in ((FIGURES, self.figures), (ALIASES, self.aliases)):
            mine = groups[0].get(Ref(kind, pair.new), ()), groups[1].get(Ref(kind, pair.new), ())
            if mine[0] != mine[1]:
                gone, come = Counter(mine[0]) - Counter(mine[1]), Counter(mine[1]) - Counter(mine[0])
                if gone or come:
                    found.setdefault("changed", []).append(
                        FieldChange(name, tuple(gone.elements()), tuple(come.elements()))
                    )
        own = kind == "stand" and _has_own_id(old) and _has_own_id(new)
        if pair.old != pair.new and kind != "fair" and not own:
            found.setdefault("new-id", []).append(FieldChange("id", pair.old, pair.new))
        for what, several in found.items():
            yield Change(what, kind, pair.old, pair.new, tuple(several), self._evidence(what, kind, old, new, pair))

    def _evidence(self, what: str, kind: str, old: Any, new: Any, pair: Pair) -> tuple[Evidence, ...]:
        if what not in ("renamed", "new-id") or kind == "fair":
            return ()
        if pair.evidence:
            return pair.evidence
        return (Evidence("id", pair.new), *in_common(kind, old, new, self.sides))

    def _fields(self, kind: str, old: Any, new: Any) -> Iterator[FieldChange]:
        for field in RECORDS[kind].fields:
            if field.name == "id" and kind != "fair":
                continue
            one, other = getattr(old, field.name), getattr(new, field.name)
            if one == other and not self.reused and field.name != "stands":
                continue
            if not self._same(field, one, other):
                yield FieldChange(field.name, one, other)

    def _same(self, field: Field, one: Any, other: Any) -> bool:
        if field.name == "stands":
            there = {self.sides[0].id("stand", key) for key in one}
            return there == set(other) and not there & self.moved_stands
        if one == other and not self.reused:
            return True
        if not self.pairs.went:
            return False
        return bool(self._translated(field, one) == other)

    def _translated(self, field: Field, value: Any) -> Any:
        """A value of the old catalogue with the ids of the new one."""
        if isinstance(value, tuple) and field.many:
            return tuple(self._translated_one(field, item) for item in value)
        return self._translated_one(field, value)

    def _translated_one(self, field: Field, value: Any) -> Any:
        if isinstance(value, Ref):
            return self.sides[0].ref(value)
        if field.shape is Shape.REF and isinstance(value, str):
            return self.sides[0].id(field.to[0], value)
        if field.shape is Shape.TABLE and field.table is not None and isinstance(value, field.table.type):
            inner = {each.name: each for each in field.table.fields}
            values = {
                each.name: self._translated(inner[each.name], getattr(value, each.name))
                if each.name in inner
                else getattr(value, each.name)
                for each in fields(value)
            }
            return field.table.type(**values)
        return value

    def _moved_stands(self) -> frozenset[str]:
        """The stands, by their new ids, that are in another hall while they are the same."""
        moved = set()
        for key, pair in self.pairs.by_new["stand"].items():
            before, now = self.old.stands[pair.old].hall, self.new.stands[key].hall
            if before and now and self.sides[0].id("hall", before) != now:
                moved.add(key)
        return frozenset(moved)


def _what(kind: str, change: FieldChange) -> str:
    for what, several in ASPECTS.get(kind, {}).items():
        if change.field in several:
            if what == "renamed" and isinstance(change.old, Wording) and isinstance(change.new, Wording):
                return what if is_renamed(change.old, change.new) else "changed"
            if kind == "stand" and not (change.old and change.new):
                return "changed"  # a code, name or hall that became known
            return what
    return "changed"


def is_renamed(old: Wording, new: Wording) -> bool:
    """Whether a name is another one in a language that both have; a translation that came is no renaming."""
    before, now = dict(old.pairs), dict(new.pairs)
    if "" in before:
        return before[""] not in now.values()
    if "" in now:
        return now[""] not in before.values()
    common = before.keys() & now.keys()
    return any(before[tag] != now[tag] for tag in common) or not common


def _has_own_id(stand: Stand) -> bool:
    """Whether the id of a stand is what its hall and its code make it."""
    return bool(stand.code) and stand.id in (f"{stand.hall}#{stand.code}", stand.code)


def _grouped(records: tuple[Figure | Alias, ...], side: Side) -> dict[Ref, tuple[Figure | Wording, ...]]:
    """The figures or the further names of each thing, under its id in the new catalogue."""
    grouped: dict[Ref, list[Figure | Wording]] = {}
    for record in records:
        of = side.ref(record.of) if side.old else record.of
        mine = grouped.setdefault(of, [])
        if isinstance(record, Alias):
            mine.append(record.text)
        else:
            mine.append(record if of == record.of else replace(record, of=of))
    return {ref: tuple(several) for ref, several in grouped.items()}
