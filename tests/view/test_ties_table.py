"""The table of ties: every venture counted once, rows exactly so wide, each cell led to by its facets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.search.facets import UNSTATED, FacetTable, values_of
from guide.text import width
from guide.view.map_told import cell_line
from guide.view.sentences import facet_value
from guide.view.ties_table import HEAD, laid, table_of
from tests.venue.fairs import bundled, example

RU, EN = Tongue("ru", ("ru",)), Tongue("en", ("ru",))


def made(catalogue=None, tongue=RU, by_country=False):
    catalogue = catalogue or bundled()
    return table_of(catalogue, catalogue.refs("venture"), tongue, by_country=by_country)


def text(view):
    return "\n".join("".join(piece for piece, _ in row) for row in view.rows)


@pytest.mark.parametrize("by_country", [False, True])
def test_every_venture_is_counted_once(by_country):
    table = made(by_country=by_country)
    inner = [
        ref
        for (row, column), refs in table.cells.items()
        if row < len(table.origins) and column < len(table.targets)
        for ref in refs
    ]
    assert sorted(inner) == sorted(bundled().refs("venture"))
    total = table.cells[len(table.origins), len(table.targets)]
    assert sorted(total) == sorted(inner)


@pytest.mark.parametrize("by_country", [False, True])
@pytest.mark.parametrize("fair", [bundled, example])
def test_the_facets_of_a_cell_leave_just_its_ventures(fair, by_country):
    catalogue = fair()
    table = made(catalogue, by_country=by_country)
    facets = FacetTable.build(catalogue, ("ru",))
    every = tuple(catalogue.refs("venture"))
    for (row, column), refs in table.cells.items():
        assert set(facets.keep("venture", every, table.chosen(row, column))) == set(refs)


def test_the_busiest_rows_and_columns_come_first():
    table = made(by_country=True)
    assert [end.name for end in table.origins[:2]] == ["Беларусь", "Россия"]
    assert [end.name for end in table.targets[:2]] == ["Россия", "Беларусь"]


def test_the_bundled_fair_by_regions(screen_snapshot):
    assert text(laid(made(tongue=EN), 110, 20, (0, 0), EN)) == screen_snapshot


def test_the_bundled_fair_by_countries_in_a_narrow_terminal(screen_snapshot):
    assert text(laid(made(tongue=EN, by_country=True), 44, 10, (0, 0), EN)) == screen_snapshot


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 200), st.integers(1, 60), st.integers(0, 40), st.integers(0, 40), st.booleans(), st.integers(0, 30)
)
def test_rows_are_exactly_so_wide_and_the_cursor_is_seen(columns, rows, row, column, by_country, first):
    table = made(by_country=by_country)
    cursor = min(row, len(table.origins)), min(column, len(table.targets))
    view = laid(table, columns, rows, cursor, RU, (first, first))
    assert len(view.rows) == rows
    for line in view.rows:
        assert sum(width(piece) for piece, _ in line) == columns
    if columns >= 30 and rows > HEAD:
        assert cursor in {view.at(x, y) for x in range(columns) for y in range(rows)}


def test_a_cell_is_found_where_it_is_drawn():
    table = made(by_country=True)
    view = laid(table, 80, 12, (0, 0), RU)
    assert view.at(view.name, HEAD) == (0, 0)
    assert view.at(view.name + view.cell, HEAD + 1) == (1, 1)
    assert view.at(0, HEAD) is None
    assert view.at(view.name, 0) is None
    assert view.at(view.name, HEAD + len(table.origins)) == (len(table.origins), 0)
    assert view.at(view.name, HEAD + len(table.origins) + 1) is None


def test_a_cell_is_said_in_words():
    table = made(by_country=True, tongue=EN)
    catalogue = bundled()
    said = "".join(piece for piece, _ in cell_line(catalogue, table, (0, 0), EN, 120))
    assert said.startswith(" Belarus ──▶ Russia  24 ventures")
    total = len(table.origins), len(table.targets)
    assert "from anywhere ──▶ to anywhere  48 ventures" in "".join(
        piece for piece, _ in cell_line(catalogue, table, total, EN, 120)
    )


def test_without_ventures_there_is_an_empty_table():
    catalogue = bundled()
    table = table_of(catalogue, [], RU)
    assert not table.origins
    assert len(laid(table, 60, 10, (0, 0), RU).rows) == 10


# The facets.


def test_a_venture_is_chosen_by_where_it_starts_and_where_it_leads():
    catalogue = bundled()
    values = values_of(catalogue, Ref("venture", "polesie"))
    assert values["origin"] == ("BY-BR", "BY")
    assert values["target"] == ("RU-ULY", "RU")


def test_a_country_without_a_region_and_no_place_at_all_are_values_of_their_own():
    catalogue = bundled()
    meters = values_of(catalogue, Ref("venture", "gas-meters"))
    assert meters["target"] == (f"BY{UNSTATED}", "BY")
    nowhere = values_of(catalogue, Ref("venture", "eaeu-mechanism"))
    assert nowhere["origin"] == nowhere["target"] == (UNSTATED,)
    assert facet_value(catalogue, "venture", "target", f"BY{UNSTATED}", EN) == "Belarus, region not stated"
    assert facet_value(catalogue, "venture", "origin", UNSTATED, EN) == "not stated"
    assert facet_value(catalogue, "venture", "origin", "BY-BR", RU) == "Брестская область"
    assert facet_value(catalogue, "venture", "origin", "KG", EN) == "Kyrgyzstan"
