"""Which records of an import an earlier catalogue has already, and what it calls them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from guide.catalogue.check import check
from guide.catalogue.model import Catalogue
from guide.catalogue.pairing import ORDER, paired
from guide.catalogue.traits import bare, texts_of
from guide.intake.draft import Draft, Link
from guide.intake.numbers import Numbers, numbers_of
from guide.intake.tabled import said, tabled

_UNKNOWN = "0-0-"
"""How ids begin that the earlier catalogue is not to know."""


def kept_ids(draft: Draft, ids: Mapping[Link, str], earlier: Catalogue, numbers: Numbers) -> dict[Link, str]:
    """The ids that the earlier catalogue has for records of the draft, which are called by ``ids`` for now.

    What has the same id and a name of its own is the same. Where several share a name, the id tells nothing of which
    of them it is: there evidence decides, and only those of which nothing else is known keep their ids by order.
    What is not found so and has a number that only it has and had, as ``numbers`` tells of earlier ids, is the same.
    """
    veiled = _veiled(draft, ids, earlier)
    asked = {**ids, **{link: _UNKNOWN + name for link, name in veiled.items()}}
    tables: dict[str, Any] = {table: [row for _, row in rows] for table, rows in tabled(draft, asked).items()}
    tables["fair"] = tables["fair"][0]
    catalogue = check([tables]).catalogue
    if catalogue is None:
        return {}
    pairs = paired(earlier, catalogue)
    kept: dict[Link, str] = {}
    found: dict[str, set[str]] = {}
    for kind in ORDER:
        by_new = pairs.by_new.get(kind, {})
        found[kind] = {pair.old for pair in by_new.values()}
        for key in draft.records.get(kind, {}):
            link = Link(kind, key)
            if link in asked and asked[link] in by_new:
                kept[link] = by_new[asked[link]].old
    before = {number: link for link, those in numbers.items() for number in those} if numbers else {}
    for link, those in numbers_of(draft).items() if before else ():
        old = {before[number] for number in those if number in before}
        if link in kept or len(old) != 1:
            continue
        kind, key = old.pop()
        if kind == link.table and key in earlier.table(kind) and key not in found[kind]:
            kept[link] = key
            found[kind].add(key)
    for link, name in veiled.items():
        if link not in kept and name in earlier.table(link.table) and name not in found[link.table]:
            kept[link] = name
            found[link.table].add(name)
    return kept


def _veiled(draft: Draft, ids: Mapping[Link, str], earlier: Catalogue) -> dict[Link, str]:
    """The records whose name others have too, in the draft or in the earlier catalogue."""
    veiled = {}
    for kind in ("exhibitor", "person", "session", "service", "venture"):
        records = draft.records.get(kind, {})
        before = _counted(text for thing in earlier.table(kind).values() for text in set(map(bare, texts_of(thing))))
        names = {key: bare(said(record.values.get("name") or record.values.get("title")))
                 for key, record in records.items()}  # fmt: skip
        now = _counted(names.values())
        for key, record in records.items():
            if not record.id and max(before[names[key]], now[names[key]]) > 1:
                veiled[Link(kind, key)] = ids[Link(kind, key)]
    return veiled


def _counted(names: Iterable[str]) -> Counter[str]:
    return Counter(names)
