"""Who stands on whose stand: hosts and their guests, stands that several share, stands of countries and regions."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from guide.catalogue.traits import bare
from guide.i18n import N_
from guide.intake.conflicts import in_words
from guide.intake.doubles import names_of
from guide.intake.draft import Draft, Link, Origin, Record, Remark, Unplaced
from guide.intake.firms import firm_of
from guide.intake.oddities import Oddity
from guide.intake.pavilions import kind_of

_CARE_OF = re.compile(r"^(?P<name>.+?)[\s,;(\[]+c/o\s+(?P<host>[^)\]]+)[)\]]?\s*$", re.I)
_LONGEST = 400  # characters of a name that is looked into
_GUEST = N_("A guest of the only other one on this stand that is no guest itself; no file names the host.")
_AT_HOST = N_("The stand is the host’s; no file names one for this guest.")
_SHARED = N_("Several exhibitors are on this stand, and no file says whose it is.")
_BY_NAME = N_("Told by the name of {name}.")
_CHAIN = 5  # guests of guests of …
_SEVERAL = ("shared", "regional", "national")


def placed(draft: Draft) -> None:
    """Gives guests their hosts, and shared stands their kind; what could not be is told."""
    exhibitors = draft.of("exhibitor")
    _care_of(exhibitors.values())
    unknown = _named_hosts(draft)
    _halls(draft)
    there = _by_stand(exhibitors.values())
    _by_name(draft, there)
    _only_hosts(draft, there, unknown)
    _at_hosts(draft)
    _shared(draft, _by_stand(exhibitors.values()))


def _open(records: Mapping[str, Record] | Sequence[Record]) -> list[Record]:
    """The records that something may still be guessed of."""
    return [each for each in (records.values() if isinstance(records, Mapping) else records) if not each.final]


def _by_stand(exhibitors: Iterable[Record]) -> dict[str, list[Record]]:
    there: dict[str, list[Record]] = defaultdict(list)
    for record in exhibitors:
        for link in record.values.get("stands", ()):
            if isinstance(link, Link):
                there[link.key].append(record)
    return there


def _care_of(exhibitors: Iterable[Record]) -> None:
    """«Ромашка» c/o Siemens AG: a name with its host in it."""
    for record in exhibitors:
        name = record.values.get("name")
        if isinstance(name, str) and len(name) < _LONGEST and not record.final and (found := _CARE_OF.match(name)):
            firm = firm_of(found["name"])
            record.values["name"] = firm.name or found["name"].strip()
            for key, value in (("legal_form", firm.legal_form), ("legal_name", firm.legal_name)):
                if value:
                    record.values[key] = value
            record.values.setdefault("host", found["host"].strip())


def _named_hosts(draft: Draft) -> set[str]:
    """Names of hosts become links, to the one on the same stand where several are called so.

    The keys of those whose host nobody is called.
    """
    unknown: set[str] = set()
    exhibitors = draft.of("exhibitor")
    named: dict[str, list[Record]] = {}
    for record in exhibitors.values():
        host = record.values.get("host")
        if host is None or record.final:
            continue
        if isinstance(host, Link):
            meant = exhibitors.get(host.key) if host.table == "exhibitor" else None
            name = host.key
        else:
            if not named:
                named = _names(exhibitors)
            name = in_words(host)
            found = [each for each in named.get(bare(name), ()) if each is not record]
            stands = record.values.get("stands", [])
            beside = [each for each in found if any(link in stands for link in each.values.get("stands", ()))]
            meant = beside[0] if len(beside) == 1 else found[0] if len(found) == 1 else None
            if meant is None and bare(name) in names_of(record):
                del record.values["host"]  # its own main exhibitor
                continue
        if meant is None or meant is record:
            del record.values["host"]
            if meant is None:
                unknown.add(record.key)
                origin = min(record.origins)
                draft.unplaced.append(Unplaced(origin, {"host": name}))
                draft.oddities.append(Oddity("I044", origin.file, origin.row, _column(draft, "host"), name))
                record.values.setdefault("participation", "co-exhibitor")
        else:
            record.values["host"] = Link("exhibitor", meant.key)
            if record.values.get("participation", "exhibitor") == "exhibitor":
                record.values["participation"] = "co-exhibitor"
    return unknown


def _names(exhibitors: Mapping[str, Record]) -> dict[str, list[Record]]:
    named: dict[str, list[Record]] = defaultdict(list)
    for record in exhibitors.values():
        for name in names_of(record):
            named[name].append(record)
    return named


def _column(draft: Draft, meaning: str) -> str:
    return next((name for name, meant in draft.columns.items() if meant == meaning), "")


def _halls(draft: Draft) -> None:
    """A hall beside the stands of an exhibitor: said already by the stand, or another one, which is told."""
    stands = draft.of("stand")
    for table in ("exhibitor", "region"):
        for record in _open(draft.of(table)):
            hall = record.values.get("hall")
            keys = [link.key for link in record.values.get("stands", ()) if isinstance(link, Link)]
            if hall is None or not keys:
                continue
            del record.values["hall"]
            if not any(stands[key].values.get("hall") in (hall, None) for key in keys if key in stands):
                origin = min(record.origins)
                there = draft.of("hall").get(hall.key)
                shown = in_words(there.values.get("name", hall.key)) if there else hall.key
                draft.unplaced.append(Unplaced(origin, {"hall": shown}))
                draft.oddities.append(Oddity("I048", origin.file, origin.row, "", shown, {"hall": shown}))


def _by_name(draft: Draft, there: Mapping[str, Sequence[Record]]) -> None:
    """The kind of a stand that a name tells: «Национальный павильон Германии», Stand of Tatarstan."""
    told: list[Oddity] = []
    for key, stand in draft.of("stand").items():
        if stand.final or stand.values.get("kind", "single") not in ("single", "shared"):
            continue
        found = []
        for who in (stand, *there.get(key, ())):
            name = in_words(who.values.get("name", ""))
            kind, region = kind_of(name) if name else ("", "")
            if kind and (who is stand or len(there[key]) > 1 or region):
                found.append((who is not stand, name, kind, region, who))
        if not found:
            continue
        by_guest, name, kind, region, who = min(found, key=lambda each: each[:4])
        stand.values["kind"] = kind
        if region:
            stand.values.setdefault("region", Link("region", region))
        if by_guest:
            stand.remarks.append(Remark("kind", _BY_NAME, {"name": name}))
            origin, values = min(who.origins), {"found": region or kind}
            odd = Oddity("I049", origin.file, origin.row, _column(draft, "name"), name, values)
            if odd not in told:
                told.append(odd)
    draft.oddities += told


def _only_hosts(draft: Draft, there: Mapping[str, Sequence[Record]], unknown: Collection[str]) -> None:
    """A guest that names no host is the guest of the only one on its stand that is no guest."""
    for who in there.values():
        if len(who) < 2:
            continue
        guests = [each for each in who if each.values.get("participation") == "co-exhibitor"]
        hosts = [each for each in who if each.values.get("participation", "exhibitor") == "exhibitor"]
        if len(hosts) != 1 or len(guests) + 1 != len(who):
            continue
        for guest in _open(guests):
            if "host" not in guest.values and guest.key not in unknown and hosts[0].values.get("host") is None:
                guest.values["host"] = Link("exhibitor", hosts[0].key)
                guest.remarks.append(Remark("host", _GUEST))
                origin, host = min(guest.origins), in_words(hosts[0].values.get("name", ""))
                name = in_words(guest.values.get("name", ""))
                draft.oddities.append(Oddity("I046", origin.file, origin.row, "", name, {"host": host}))


def _at_hosts(draft: Draft) -> None:
    """A guest without a stand is on its host's, where that has one only; that it names none is no longer odd."""
    exhibitors = draft.of("exhibitor")
    placed: set[Origin] = set()
    waiting = [each for each in _open(exhibitors) if isinstance(each.values.get("host"), Link)]
    for _ in range(_CHAIN):
        found = [
            (guest, stands)
            for guest in waiting
            if not guest.values.get("stands")
            and (host := exhibitors.get(guest.values["host"].key)) is not None
            and len(stands := host.values.get("stands", [])) == 1
        ]
        for guest, stands in found:  # all at once: a guest of a guest waits for the next turn, whatever the order
            guest.values["stands"] = list(stands)
            guest.values.pop("hall", None)
            guest.remarks.append(Remark("stands", _AT_HOST))
            placed.update(guest.origins)
        if not found:
            break
    if placed:
        draft.oddities = [
            odd for odd in draft.oddities if odd.code != "I005" or Origin(odd.file, odd.row) not in placed
        ]


def _shared(draft: Draft, there: Mapping[str, Sequence[Record]]) -> None:
    """Stands with several exhibitors of whom none is the host are shared; told once for each file."""
    found: Counter[str] = Counter()
    example: dict[str, str] = {}
    for key, stand in draft.of("stand").items():
        who = there.get(key, ())
        if stand.final or len(who) < 2 or stand.values.get("kind") in _SEVERAL:
            continue
        hosts = {each.values["host"].key for each in who if isinstance(each.values.get("host"), Link)}
        alone = [each for each in who if "host" not in each.values and each.key not in hosts]
        if not alone:
            continue
        stand.values["kind"] = "shared"
        stand.remarks.append(Remark("kind", _SHARED))
        file = min(stand.origins).file
        found[file] += 1
        shown = in_words(stand.values.get("code", stand.key))
        example[file] = min(example.get(file, shown), shown)
    for file, count in sorted(found.items()):
        draft.oddities.append(Oddity("I045", file, 0, "", "", {"count": count, "example": example[file]}))
