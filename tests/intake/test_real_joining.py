"""Doubles of a real organiser’s list: which rows are one firm, and what stays the same from import to import."""

import os
from functools import cache
from pathlib import Path

import pytest

from guide.i18n import Tongue
from guide.intake import tables
from guide.intake.draft import Draft
from guide.intake.files import Asked, Incoming
from guide.intake.ids import named
from guide.intake.joined import joined
from guide.intake.written import written
from tests.intake.drafting import read_back

DATASETS = os.environ.get("GUIDE_DATASETS", "")

pytestmark = pytest.mark.skipif(not DATASETS, reason="GUIDE_DATASETS does not name the folder of real fairs")


def read(lines: slice = slice(None)) -> Draft:
    path = Path(DATASETS) / "hannover-2026" / "Exhibitors.cp1252.csv"
    head, *rows = path.read_bytes().splitlines(keepends=True)
    return tables.read([Incoming(path.name, b"".join([head, rows[0], *rows[1:][lines]]))], Asked())


@cache
def whole() -> Draft:
    return joined([read()], Asked())


def test_93_names_stand_twice_and_all_but_one_are_one_firm():
    merged = [each for each in whole().oddities if each.code == "I040"]
    apart = {each.value for each in whole().oddities if each.code == "I041"}
    assert len(merged) == 92
    assert {"TenneT TSO", "PTC"} <= apart  # in another town, without a site; a firm of that name elsewhere
    assert len(whole().of("exhibitor")) == 2739 - sum(each.values["rows"].count(",") + 1 for each in merged)


def test_three_rows_with_one_site_and_town_are_one_exhibitor_with_three_stands():
    checked = read_back(written(named(whole()), Tongue("en")))
    assert not [finding for finding in checked.findings if not finding.code.startswith("W10")]
    firm = checked.catalogue.exhibitors["accenture-dienstleistungen"]
    assert firm.stands == ("hall-15#D76", "hall-15#F08", "hall-16#A15")
    assert checked.catalogue.stands["hall-26#E98"].kind == "shared"


def test_the_rows_backwards_are_the_same_files_and_a_part_of_them_keeps_its_ids():
    files = written(named(joined([read(slice(700))], Asked())), Tongue("en"))
    assert written(named(joined([read(slice(699, None, -1))], Asked())), Tongue("en")) == files
    earlier = read_back(files).catalogue
    part = joined([read(slice(0, 700, 7))], Asked())
    fair = read_back(written(named(part, earlier), Tongue("en"))).catalogue
    assert {key: each.name for key, each in fair.exhibitors.items()}.items() <= {
        key: each.name for key, each in earlier.exhibitors.items()
    }.items()
