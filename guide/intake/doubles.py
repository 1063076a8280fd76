"""Doubled rows of one firm: merged by evidence, never by the name alone, and told; kept apart and told otherwise."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from guide.catalogue.suggest import distance
from guide.catalogue.traits import bare
from guide.i18n import N_, Said
from guide.intake.conflicts import content, merge
from guide.intake.draft import Draft, Link, Origin, Record, Remark
from guide.intake.evidence import (
    NAME,
    NEAR_NAME,
    NEEDED,
    RARE,
    SIGNS,
    Cells,
    Traces,
    Weighed,
    forbids,
    traces,
    weighed,
)
from guide.intake.oddities import Oddity
from guide.intake.romanised import slug, without_marks
from guide.search.fold import sound

COMMON = 3
"""A site, a telephone… that more firms of different names than this have tells nothing of one of them."""

CROWD = 200
"""Rows of one name up to which each is compared with each; beyond, only with those that share a sign."""

_MERGED = N_("Several rows were taken for one exhibitor. They share: {evidence}.")
_ALONE = Said(N_("nothing else is the same"))
_WORDS = re.compile(r"\w+")


class _Pair(NamedTuple):
    """Two rows, the better first to be merged, and what was found between them."""

    one: int
    other: int
    found: Weighed


def without_doubles(draft: Draft) -> None:
    """Merges the doubled exhibitors of a draft; every link to one of them leads to the one that stays.

    Two rows are one firm where their names agree and further signs weigh enough (:mod:`guide.intake.evidence`);
    a forbidding sign, such as another country, holds between all rows of one firm. Takes as long as there are rows,
    and in a group of one name as there are pairs, up to :data:`CROWD` rows.
    """
    records = [record for record in draft.of("exhibitor").values() if not record.final]
    names = [names_of(record) for record in records]
    groups, near = _candidates(records, names)
    if not groups and not near:
        return
    cells = _cells(draft)
    found = _traces(records, names, {n for rows in (*groups, *near) for n in rows}, cells)
    went: dict[str, str] = {}
    by_key = {record.key: record for record in records}
    column = next((name for name, meaning in draft.columns.items() if meaning == "name"), "")
    for rows, likeness in (*((group, NAME) for group in groups), *((pair, NEAR_NAME) for pair in near)):
        pairs = _compared(rows, found, likeness)
        clusters = _clusters(rows, pairs, records, found)
        home = {n: at for at, cluster in enumerate(clusters) for n in cluster}
        inside: dict[int, list[Weighed]] = defaultdict(list)
        for pair in pairs:
            if home[pair.one] == home[pair.other]:
                inside[home[pair.one]].append(pair.found)
        for at, cluster in enumerate(clusters):
            rest = list({(key := _end(records[n].key, went)): by_key[key] for n in cluster}.values())
            if len(rest) > 1:
                _merge(draft, rest, _shared(inside[at]), column, went)
        if likeness == NAME and len(clusters) > 1:
            _tell_apart(draft, clusters, pairs, records, column)
    if went:
        _relink(draft, went)


def names_of(record: Record) -> set[str]:
    """The names of an exhibitor as they are compared."""
    names = set()
    for key in ("name", "legal_name", "aliases"):
        value = record.values.get(key)
        for wording in value if isinstance(value, list) else (value,):
            for text in wording.values() if isinstance(wording, dict) else (wording,):
                if isinstance(text, str) and (name := bare(text)):
                    names.add(name)
    return names


def _candidates(records: Sequence[Record], names: Sequence[set[str]]) -> tuple[list[list[int]], list[list[int]]]:
    """The rows that share a name, each group once, and the pairs of rows whose names are nearly one."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, its in enumerate(names):
        for name in its:
            holders[name].append(n)
    groups = _connected(len(records), (rows for rows in holders.values() if len(rows) > 1))
    together = {n: at for at, group in enumerate(groups) for n in group}
    sites: dict[str, list[int]] = defaultdict(list)
    site = next(sign for sign in SIGNS if sign.name == "the same site")
    for n, record in enumerate(records):
        for value in site.values(record, {}):
            sites[value].append(n)
    near = []
    for rows in sites.values():
        if 1 < len(rows) <= 12:
            near += [
                [one, other]
                for at, one in enumerate(rows)
                for other in rows[at + 1 :]
                if together.get(one, -1) != together.get(other, -2) and _is_near(records[one], records[other])
            ]
    near.sort(key=lambda pair: sorted(content(records[n]) for n in pair))  # whatever order the rows came in
    return groups, near


def _connected(count: int, groups: Iterable[Sequence[int]]) -> list[list[int]]:
    roots = list(range(count))
    seen: set[int] = set()
    for group in groups:
        seen.update(group)
        for other in group[1:]:
            roots[_root(roots, other)] = _root(roots, group[0])
    joined: dict[int, list[int]] = defaultdict(list)
    for n in sorted(seen):
        joined[_root(roots, n)].append(n)
    return list(joined.values())


def _root(roots: list[int], n: int) -> int:
    while roots[n] != n:
        roots[n] = roots[roots[n]]
        n = roots[n]
    return n


def _is_near(one: Record, other: Record) -> bool:
    """Whether two names are a slip in one long word apart, or the same in another alphabet."""
    for left in _spoken(one):
        for right in _spoken(other):
            ours, theirs = _WORDS.findall(left.casefold()), _WORDS.findall(right.casefold())
            if len(ours) != len(theirs):
                continue
            different = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
            if different and all(_is_spelt_otherwise(a, b) for a, b in different):
                return True
            if len(different) == 1:
                a, b = different[0]
                limit = 2 if min(len(a), len(b)) > 9 else 1
                if min(len(a), len(b)) > 6 and not _has_digit(a + b) and distance(a, b, limit) <= limit:
                    return True
    return False


def _is_spelt_otherwise(one: str, other: str) -> bool:
    """Whether two words are one in another alphabet, or without its marks: Söhne, Soehne and Sohne."""
    if len(one) < 4 or len(other) < 4:
        return False
    return slug(one) == slug(other) != "" or without_marks(one) == without_marks(other) or sound(one) == sound(other)


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _spoken(record: Record) -> list[str]:
    name = record.values.get("name")
    return [text for text in (name.values() if isinstance(name, dict) else (name,)) if isinstance(text, str)]


def _cells(draft: Draft) -> Mapping[Origin, Cells]:
    cells: dict[Origin, dict[str, str]] = defaultdict(dict)
    for unplaced in draft.unplaced:
        cells[unplaced.origin].update(unplaced.cells)
    return cells


def _traces(
    records: Sequence[Record], names: Sequence[set[str]], wanted: set[int], cells: Mapping[Origin, Cells]
) -> dict[int, Traces]:
    """What each of the wanted rows has of each sign, without what many firms of other names have too."""
    found = {}
    holders: dict[tuple[int, str], set[str]] = defaultdict(set)
    for n, record in enumerate(records):
        its: Cells = cells.get(record.origins[0], {})
        if len(record.origins) > 1:
            its = {name: cell for origin in record.origins for name, cell in cells.get(origin, {}).items()}
        trace = traces(record, its, rare=n not in wanted)
        if n in wanted:
            found[n] = trace
        name = min(names[n], default="")
        for sign in RARE:
            for value in trace[sign]:
                holders[sign, value].add(name)
    common = {key for key, who in holders.items() if len(who) > COMMON}
    if not common:
        return found
    return {
        n: tuple([frozenset(value for value in values if (sign, value) not in common)
                  for sign, values in enumerate(trace)])
        for n, trace in found.items()
    }  # fmt: skip


def _compared(rows: Sequence[int], found: Mapping[int, Traces], likeness: int) -> list[_Pair]:
    """What was found between any two rows of a group; in a crowd between those that share a sign only."""
    if len(rows) <= CROWD:
        return [
            _Pair(one, other, weighed(found[one], found[other], likeness))
            for at, one in enumerate(rows)
            for other in rows[at + 1 :]
        ]
    near: dict[tuple[int, int], None] = {}
    holders: dict[tuple[int, str], int] = {}
    for n in rows:
        for sign, values in enumerate(found[n]):
            for value in values if SIGNS[sign].weight else ():
                last = holders.get((sign, value))
                if last is not None:
                    near[last, n] = None
                holders[sign, value] = n
    return [_Pair(one, other, weighed(found[one], found[other], likeness)) for one, other in near]


def _clusters(
    rows: Sequence[int], pairs: Sequence[_Pair], records: Sequence[Record], found: Mapping[int, Traces]
) -> list[list[int]]:
    """The rows that are one firm, the strongest evidence first; what could be of two firms is of neither."""
    forbidden: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        if pair.found.forbidden:
            forbidden[pair.one].add(pair.other)
            forbidden[pair.other].add(pair.one)
    enough = [pair for pair in pairs if pair.found.weight >= NEEDED and not pair.found.forbidden]
    members = {n: [n] for n in rows}
    home = {n: n for n in rows}
    traits = {n: found[n] for n in rows}
    doubtful = _doubtful(enough, forbidden)
    for pair in sorted(enough, key=lambda pair: -pair.found.weight):
        one, other = home[pair.one], home[pair.other]
        if one == other or pair.one in doubtful or pair.other in doubtful:
            continue
        if forbids(traits[one], traits[other]):
            continue
        if len(members[one]) < len(members[other]):
            one, other = other, one
        members[one] += members[other]
        traits[one] = tuple([left | right for left, right in zip(traits[one], traits[other], strict=True)])
        for n in members.pop(other):
            home[n] = one
    return [sorted(cluster, key=lambda n: content(records[n])) for cluster in members.values()]


def _doubtful(enough: Sequence[_Pair], forbidden: Mapping[int, set[int]]) -> set[int]:
    """The rows that fit two others as well which cannot be one firm: nobody knows whose they are."""
    if not forbidden:
        return set()
    best: dict[int, dict[int, int]] = defaultdict(dict)
    for pair in enough:
        best[pair.one][pair.other] = best[pair.other][pair.one] = pair.found.weight
    doubtful = set()
    for n, others in best.items():
        most = max(others.values())
        fit = [other for other, weight in others.items() if weight == most]
        if any(forbidden.get(other, set()).intersection(fit) for other in fit):
            doubtful.add(n)
    return doubtful


def _shared(found: Sequence[Weighed]) -> tuple[Said, ...]:
    """What the rows of one firm share, in the order of the signs."""
    counted = Counter(name for each in found if each.weight >= NEEDED for name in each.shared)
    return tuple(Said(sign.name) for sign in SIGNS if counted[sign.name])


def _merge(draft: Draft, rows: Sequence[Record], evidence: tuple[Said, ...], column: str, went: dict[str, str]) -> None:
    origins = sorted({origin for record in rows for origin in record.origins})
    kept = merge(rows)
    kept.remarks.append(Remark("", _MERGED, {"evidence": evidence}))
    exhibitors = draft.of("exhibitor")
    for record in rows:
        if record is not kept:
            went[record.key] = kept.key
            del exhibitors[record.key]
    first = origins[0] if origins else Origin("")
    values = {"rows": _rows(origins[1:], first.file), "evidence": evidence}
    draft.oddities.append(Oddity("I040", first.file, first.row, column, _name(kept), values))


def _tell_apart(
    draft: Draft,
    clusters: Sequence[Sequence[int]],
    pairs: Sequence[_Pair],
    records: Sequence[Record],
    column: str,
) -> None:
    """Says of firms of one name why they were kept apart, once for each beyond the first."""
    home = {n: at for at, cluster in enumerate(clusters) for n in cluster}
    first = {at: min((origin for n in cluster for origin in records[n].origins), default=Origin(""))
             for at, cluster in enumerate(clusters)}  # fmt: skip
    names = [set().union(*(names_of(records[n]) for n in cluster)) for cluster in clusters]
    against: dict[tuple[int, int], set[str]] = defaultdict(set)
    for pair in pairs:
        if home[pair.one] != home[pair.other]:
            key = min(home[pair.one], home[pair.other]), max(home[pair.one], home[pair.other])
            against[key].update(pair.found.against)
    seen: dict[str, int] = {}
    for at in sorted(first, key=lambda at: first[at]):
        other = min((seen[name] for name in names[at] if name in seen), key=lambda other: first[other], default=-1)
        for name in names[at]:
            seen.setdefault(name, at)
        if other < 0:
            continue
        why = against.get((min(at, other), max(at, other)), set())
        reasons = tuple(map(Said, sorted(why))) or (_ALONE,)
        origin = first[at]
        values = {"rows": _rows([first[other]], origin.file), "reasons": reasons}
        draft.oddities.append(Oddity("I041", origin.file, origin.row, column, _name(records[clusters[at][0]]), values))


def _rows(origins: Sequence[Origin], file: str) -> str:
    """Rows as they are told: by number, with the file where it is another one."""
    shown = [f"{each.row}" if each.file == file else f"{each.file}:{each.row}" for each in origins[:30]]
    return ", ".join(shown) + (" …" if len(origins) > 30 else "")


def _name(record: Record) -> str:
    return next(iter(_spoken(record)), "")


def _end(key: str, went: Mapping[str, str]) -> str:
    while key in went:
        key = went[key]
    return key


def _relink(draft: Draft, went: Mapping[str, str]) -> None:
    """Every link to a record that was merged leads to the one that stays."""

    def moved(value: object) -> object:
        if isinstance(value, Link):
            return (
                Link("exhibitor", _end(value.key, went)) if value.table == "exhibitor" and value.key in went else value
            )
        if isinstance(value, dict):
            return {name: moved(each) for name, each in value.items()}
        return [moved(each) for each in value] if isinstance(value, list) else value

    for record in draft:
        if record.table != "exhibitor" or "host" in record.values:
            record.values = {name: moved(value) for name, value in record.values.items()}
