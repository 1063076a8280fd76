"""The names and stands of real fairs: each whole name finds its exhibitor first, however it is typed."""

import csv
import json
import os
import random
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from guide.catalogue.model import Catalogue, Exhibitor, Fair, Hall, Place, Stand
from guide.i18n import Wording
from guide.search.fold import fold
from guide.search.index import Index
from guide.search.layouts import to_russian
from guide.search.names import LEGAL_FORMS, joined
from tests.thoroughness import times

DATASETS = os.environ.get("GUIDE_DATASETS", "")
SEED, SAMPLE = 20260601, times(80, 400)

pytestmark = pytest.mark.skipif(not DATASETS, reason="GUIDE_DATASETS does not name the folder of real fairs")


@dataclass(frozen=True)
class Loaded:
    """A real fair: its index, the names of its exhibitors by id, who stands where by the printed code."""

    index: Index
    names: dict[str, str]
    there: dict[str, set[str]]

    def sample(self, ids) -> list[str]:
        """Some of the ids, the same each time."""
        every = sorted(ids)
        return random.Random(SEED).sample(every, min(SAMPLE, len(every)))

    def alike(self, key: str) -> set[str]:
        """The exhibitors whose name is the same but for signs, marks, case and legal form."""
        wanted = joined(self.names[key])
        return {other for other, name in self.names.items() if joined(name)[0] == wanted[0]}


Row = tuple[str, str, list[tuple[str, str]]]  # a name, a town, stands as (hall, code)


def loaded(rows: list[Row]) -> Loaded:
    """The index of a fair that has these firms."""
    names, there = {}, defaultdict(set)
    exhibitors, stands, halls = {}, {}, {}
    for number, (name, town, places) in enumerate(rows):
        key = f"e{number}"
        names[key] = name
        keys = []
        for hall, code in places:
            at = f"{hall}#{code}"
            halls.setdefault(hall, Hall(hall, Wording.same(f"Hall {hall}")))
            stands.setdefault(at, Stand(at, code, hall))
            keys.append(at)
            there[code].add(key)
        place = Place(Wording.same(town)) if town else None
        exhibitors[key] = Exhibitor(key, Wording.same(name), place=place, stands=tuple(dict.fromkeys(keys)))
    fair = Fair("real", Wording.same("Real"), date(2026, 4, 20), date(2026, 4, 24), "Europe/Berlin", ("en",))
    catalogue = Catalogue(fair, halls=halls, stands=stands, exhibitors=exhibitors)
    return Loaded(Index.build(catalogue), names, dict(there))


@cache
def hannover() -> Loaded:
    """An organiser's own export: a title line, semicolons, an address for a stand."""
    text = (Path(DATASETS) / "hannover-2026" / "Exhibitors.cp1252.csv").read_text("cp1252", errors="replace")
    firms: dict[str, tuple[str, list[tuple[str, str]]]] = {}
    for row in csv.DictReader(text.splitlines()[1:], delimiter=";"):
        name, booth = (row["Exhibitor"] or "").strip(), (row["Booth"] or "").strip()
        if not name or "?" in name:
            continue  # a letter was lost in it
        _, places = firms.setdefault(name, ((row["City"] or "").strip(), []))
        hall = re.match(r"Hall (\d+), Stand [A-Z]\d+", booth)
        if hall:
            places.append((hall[1], booth))
    return loaded([(name, *rest) for name, rest in firms.items()])


@cache
def gamescom() -> Loaded:
    """A directory in JSON: two stands in one code, many firms on one stand."""
    listed = json.loads((Path(DATASETS) / "gamescom-2026" / "directory.json").read_text("utf-8"))["exhibitors"]
    return loaded(
        [
            (one["name"].strip(), "", [(at["hall"], at["booth"]) for at in one["stands"] if at["hall"] and at["booth"]])
            for one in listed
            if one["name"].strip()
        ]
    )


FAIRS = pytest.mark.parametrize("fair", [hannover, gamescom], ids=["hannover", "gamescom"])
OpenFair = Callable[[], Loaded]


def is_word(text: str) -> bool:
    """Whether a name holds nothing that means something in the box: no quote, no colon, no hyphen before a word."""
    return not re.search(r'["«“„:]|(?:^|\s)-', text) and len(fold("".join(text.split()))) > 2


def first_of(fair: Loaded, typed: str) -> str:
    return next((ref.id for ref in fair.index.search(typed).best(["exhibitor"], 1)), "")


def lost(fair: Loaded, typed_by_id: dict[str, str]) -> list[str]:
    """The names that did not come first, with what did."""
    missed = []
    for key, typed in typed_by_id.items():
        found = first_of(fair, typed)
        if found not in fair.alike(key):
            missed.append(f"{typed!r} found {fair.names.get(found, 'nothing')!r} for {fair.names[key]!r}")
    return missed


def without_form(name: str) -> str:
    words = name.split()
    while len(words) > 1 and fold("".join(c for c in words[-1] if c.isalnum())) in LEGAL_FORMS | {"sro", "spzoo"}:
        words.pop()
    return " ".join(words).rstrip(",. ")


@FAIRS
def test_a_whole_name_finds_its_exhibitor_first(fair: OpenFair):
    real = fair()
    asked = {key: real.names[key] for key in real.sample(key for key, name in real.names.items() if is_word(name))}
    assert lost(real, asked) == []


@FAIRS
def test_a_name_without_its_legal_form_finds_its_exhibitor_first(fair: OpenFair):
    real = fair()
    formed = [k for k, name in real.names.items() if is_word(name) and len(without_form(name)) > 2]
    asked = {key: without_form(real.names[key]) for key in real.sample(k for k in formed)}
    bare = {joined(name)[0] for name in real.names.values()}
    assert lost(real, {key: typed for key, typed in asked.items() if joined(typed)[0] in bare}) == []


@FAIRS
def test_a_name_typed_on_the_russian_layout_finds_its_exhibitor_first(fair: OpenFair):
    real = fair()
    plain = [key for key, name in real.names.items() if re.fullmatch(r"[A-Za-z]{3,}(?: [A-Za-z]{3,}){0,3}", name)]
    assert lost(real, {key: to_russian(real.names[key]) for key in real.sample(plain)}) == []


@FAIRS
def test_a_name_in_other_case_and_without_signs_finds_its_exhibitor_first(fair: OpenFair):
    real = fair()
    asked = {k: re.sub(r"[^\w\s]+", " ", real.names[k]).strip() for k in real.sample(real.names)}
    asked = {key: typed.upper() for key, typed in asked.items() if is_word(typed) and not typed[0].isspace()}
    assert lost(real, asked) == []


def parts_of(code: str) -> set[str]:
    """The stands that a printed code names: the letter and number of each, a hall and a place within it left out."""
    return set(re.findall(r"[A-Z]\d+", code))


@FAIRS
def test_a_published_stand_code_finds_who_stands_there(fair: OpenFair):
    real = fair()
    missed = []
    for code in real.sample(code for code in real.there if parts_of(code)):
        there = real.there[code]
        # Who stands at one of several stands in a code stands there as well.
        may = {key for other, keys in real.there.items() if parts_of(other) & parts_of(code) for key in keys}
        best = {ref.id for ref in real.index.search(code).best(["exhibitor"], len(there))}
        found = {ref.id for ref in real.index.search(code).best(["exhibitor"], len(may))}
        if not best <= may or not there <= found:
            missed.append(f"{code!r}: others {sorted(best - may)[:3]}, not found {sorted(there - found)[:3]}")
    assert missed == []


@FAIRS
def test_a_published_stand_code_finds_its_stand(fair: OpenFair):
    real = fair()
    missed = []
    for code in real.sample(code for code in real.there if parts_of(code)):
        best = real.index.search(code).best(["stand"], 1)
        if not best or not parts_of(best[0].id.partition("#")[2]) & parts_of(code):
            missed.append(f"{code!r} found {best}")
    assert missed == []


def test_those_who_have_the_whole_code_come_before_those_who_have_a_part_of_it():
    real = gamescom()
    missed = []
    for code in real.sample(real.there):
        there = real.there[code]
        answer = real.index.search(code)
        exhibitors, stand = answer.best(["exhibitor"], len(there)), answer.best(["stand"], 1)
        if {ref.id for ref in exhibitors} != there or stand[0].id.partition("#")[2] != code:
            missed.append(f"{code!r}: {[real.names[ref.id] for ref in exhibitors][:3]} on {stand}")
    assert missed == []
