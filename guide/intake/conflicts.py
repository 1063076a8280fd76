"""One value where rows or files say several: which is chosen, by what it is and never by which came first."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from guide.catalogue.traits import bare
from guide.intake.draft import Draft, Link, Origin, Record, Unplaced
from guide.intake.evidence import host
from guide.intake.oddities import Oddity
from guide.intake.programme import SPEAKER

LISTS = frozenset((
    "aliases", "sectors", "products", "offers", "seeks", "stands", "phone", "email", "email_private", "social",
    "people", "languages", "sources", "speakers", "organisations", "regions",
))  # fmt: skip
"""The keys that take several values: here nothing has to be chosen."""

_RANKS = ("exhibitor", "co-exhibitor", "represented", "participant", "background")


_UNSAID: Mapping[tuple[str, str], Any] = {("person", "role"): SPEAKER, ("hall", "kind"): "hall"}
"""What stands where a file says nothing of that: what another one says holds."""


def content(record: Record) -> tuple[str, str]:
    """An order of records that does not depend on where they stood."""
    return repr(sorted((name, repr(value)) for name, value in record.values.items())), record.key


def merge(rows: Sequence[Record]) -> Record:
    """Several rows of one firm in one record, that of the first; what is not chosen is among its ``others``.

    Another spelling of the name becomes an alias. Of a text that differs the more frequent one is chosen, then the
    longer one.
    """
    rows = sorted(rows, key=content)
    kept = rows[0]
    keys = dict.fromkeys(name for row in rows for name in (*row.values, *row.others))
    values: dict[str, Any] = {}
    others: dict[str, list[Any]] = {}
    for name in keys:
        said = [row.values[name] for row in rows if name in row.values]
        said += [value for row in rows for value in row.others.get(name, ())]
        if name in LISTS:
            values[name] = _united(said, name)
        elif all(isinstance(each, dict) for each in said):
            values[name], rest = _tables(said, name)
            others |= rest
        else:
            values[name], rest_of_it = chosen(said, name)
            if rest_of_it:
                others[name] = rest_of_it
    _as_aliases(values, others)
    if private := values.get("email_private"):
        values["email"] = [address for address in values.get("email", ()) if address not in private]
    kept.values, kept.others = values, others
    kept.origins = sorted({origin for row in rows for origin in row.origins})
    kept.remarks = list({repr(remark): remark for row in rows for remark in row.remarks}.values())
    kept.id = next((row.id for row in rows if row.id), "")
    return kept


def chosen(said: Sequence[Any], name: str) -> tuple[Any, list[Any]]:
    """The value to keep of several, and those that say something else."""
    counted = Counter(map(_same, said))
    ranked = sorted(said, key=lambda value: (-counted[_same(value)] if name != "about" else 0, _rank(value, name)))
    best = ranked[0]
    rest = {repr(_same(value)): value for value in ranked if _same(value) != _same(best)}
    return best, list(rest.values())


def settle(draft: Draft) -> None:
    """Chooses a value wherever a record has several; what is left over is told, and kept as unplaced."""
    spelt: dict[tuple[str, str], list[tuple[Record, str, str, Origin]]] = defaultdict(list)
    for record in draft:
        for name, several in record.others.items():
            there = record.values.get(name)
            unsaid = _UNSAID.get((record.table, name))
            if unsaid is not None:
                told = [each for each in (there, *several) if each != unsaid]
                record.values[name], *several = told or [there]  # noqa: PLW2901
            if record.table == "stand" and name == "code":
                record.values[name], rest = _code([there, *several])
                files = sorted({origin.file for origin in record.origins})
                spelt[files[0], files[-1]] += [
                    (record, record.values[name], other, _said_at(record, other == there)) for other in rest
                ]
            elif record.table == "hall" and name == "name":
                record.values[name], _ = chosen([there, *several], name)
            elif there is None and "." not in name:
                record.values[name], rest = chosen(several, name)
                _keep(draft, record, name, rest)
            else:
                _keep(draft, record, name, [each for each in several if not _names_one(each, there)])
        record.others = {}
    for (first, last), found in spelt.items():
        _tell_spellings(draft, first, last, found)


def _names_one(one: Any, other: Any) -> bool:
    """Whether two wordings name one organisation, with its legal form and without."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    texts = [{bare(text) for text in each.values() if isinstance(text, str)} for each in (one, other)]
    return len(texts[0]) == len(texts[1]) == 1 and texts[0] == texts[1]


def _keep(draft: Draft, record: Record, name: str, rest: Sequence[Any]) -> None:
    origin = min(record.origins)
    kept = _shown(draft, _at(record, name))
    for value in rest:
        shown = _shown(draft, value)
        draft.unplaced.append(Unplaced(origin, {name: shown}))
        draft.oddities.append(Oddity("I042", origin.file, origin.row, name, shown, {"kept": kept}))


def _shown(draft: Draft, value: Any) -> str:
    if isinstance(value, Link) and (there := draft.records.get(value.table, {}).get(value.key)):
        return in_words(there.values.get("name") or there.values.get("code") or value.key)
    return in_words(value)


def _at(record: Record, name: str) -> Any:
    value: Any = record.values
    for part in name.split("."):
        value = value.get(part, "") if isinstance(value, dict) else ""
    return value


def _said_at(record: Record, at_first: bool) -> Origin:
    """Where a spelling stands, as far as that is known: in the first row of the record, or in its only other one."""
    return record.origins[1] if not at_first and len(record.origins) == 2 else record.origins[0]


def _tell_spellings(draft: Draft, first: str, last: str, found: Sequence[tuple[Record, str, str, Origin]]) -> None:
    """Each stand that one file spells in two ways; of two files only how many, since each has its own way."""
    if first == last:
        column = next((name for name, meant in draft.columns.items() if meant == "stand"), "code")
        for _, best, other, origin in found:
            draft.oddities.append(Oddity("I007", origin.file, origin.row, column, other, {"other": best}))
        return
    _, best, other, _ = min(found, key=lambda each: each[1:])
    values = {"count": len(found), "other": first, "example": f"{best} – {other}"}
    draft.oddities.append(Oddity("I047", last, 0, "code", other, values))


def in_words(value: Any) -> str:
    """A value as one text, as it is told and kept."""
    if isinstance(value, Link):
        return value.key
    if isinstance(value, dict):
        return ", ".join(in_words(each) for each in value.values())
    if isinstance(value, list | tuple):
        return ", ".join(map(in_words, value))
    return str(value)


def _same(value: Any) -> Any:
    """What two values have in common that say the same."""
    if isinstance(value, str):
        return host(value) + value.partition("://")[2].partition("/")[2].rstrip("/") if "://" in value else bare(value)
    return repr(value)


def _rank(value: Any, name: str) -> Any:
    if name == "participation":
        return _RANKS.index(value) if value in _RANKS else len(_RANKS)
    text = in_words(value)
    return text.isupper(), not text.startswith("https:"), -len(text), text


def _code(codes: Sequence[Any]) -> tuple[str, list[str]]:
    """Of several spellings of a stand's code the plainest."""
    ranked = sorted({str(code) for code in codes}, key=lambda code: (sum(c in " -_" for c in code), len(code), code))
    return ranked[0], ranked[1:]


def _united(said: Sequence[Any], name: str) -> list[Any]:
    """All items of several lists, one of those that say the same."""
    united: dict[str, Any] = {}
    for value in said:
        for each in value if isinstance(value, list) else [value]:
            united.setdefault(_item(each, name), each)
    if name == "people":  # who is named with an office is not named without it besides
        whole = [in_words(each) for each in united.values()]
        united = {k: v for k, v in united.items() if not any(each.startswith(f"{in_words(v)}, ") for each in whole)}
    return sorted(united.values(), key=repr) if len(said) > 1 else list(united.values())


def _item(value: Any, name: str) -> str:
    if not isinstance(value, str):
        return repr(value)
    if name == "phone":
        return "".join(filter(str.isdigit, value))[-9:] or value
    if name == "social":
        return value.partition("://")[2].casefold().rstrip("/") or value
    return value.casefold()


def _tables(said: Sequence[Mapping[str, Any]], name: str) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    table: dict[str, Any] = {}
    others: dict[str, list[Any]] = {}
    for key in dict.fromkeys(key for each in said for key in each):
        table[key], rest = chosen([each[key] for each in said if key in each], key)
        if rest:
            others[f"{name}.{key}"] = rest
    return table, others


def _as_aliases(values: dict[str, Any], others: dict[str, list[Any]]) -> None:
    """Further names of one firm are names to find it by."""
    further = [each for key in list(others) if key == "name" or key.startswith("name.") for each in others.pop(key)]
    if further:
        there = values.get("aliases", [])
        values["aliases"] = sorted([*there, *(each for each in further if each not in there)], key=repr)
