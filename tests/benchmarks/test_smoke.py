"""The benchmarks run, on a tiny setting; what they measure is not judged here."""

import pytest

from guide.catalogue.load import load

pytest.importorskip("ptyprocess", reason="no pseudo-terminals here")
pytest.importorskip("pyte")

from tests.benchmarks import (
    asked,
    commands,
    desk,
    fairs,
    figures,
    filled,
    frames,
    fresh,
    intake,
    keystrokes,
    loop,
    memory,
    rivals,
    routes,
    search,
    startup,
    ties,
    tour,
    visit,
)
from tests.thoroughness import THOROUGH
from tests.visitor import SMALL

pytestmark = pytest.mark.pty


SLOW = pytest.mark.skipif(not THOROUGH, reason="it opens the app again and again: GUIDE_TESTS=thorough runs it")


@pytest.mark.parametrize(
    ("measure", "names"),
    [
        pytest.param(
            lambda: startup.measure(1, SMALL),
            ["first paint, bundled fair", "searchable, 5,000, first start"],
            id="startup",
            marks=SLOW,
        ),
        pytest.param(
            lambda: keystrokes.measure(1, SMALL, ("игру", "ромаш"), 1),
            ["key to list, median", "key to list, p95"],
            id="keystrokes",
            marks=SLOW,
        ),
        pytest.param(
            lambda: loop.measure(SMALL, ("иг",), 1),
            ["longest callback, typing", "longest callback, tabs"],
            id="loop",
            marks=SLOW,
        ),
        pytest.param(
            lambda: desk.measure(60, ("станк",), 1, 1, ("ст",)),
            ["Enter to card, median", "longest callback at the desk, card"],
            id="desk",
            marks=SLOW,
        ),
        pytest.param(
            lambda: visit.held_by(60, 40, 10, 8, 1),
            ["longest callback, marking", "longest callback, stop moved"],
            id="visit used",
            marks=SLOW,
        ),
        pytest.param(
            lambda: visit.started_with(60, 40, 10, 8, 1),
            ["first paint, 40 marks : none"],
            id="visit opened",
            marks=SLOW,
        ),
        pytest.param(lambda: fresh.measure(40, 1, 0.2), ["CPU time of a renewal"], id="fresh", marks=SLOW),
        pytest.param(lambda: commands.measure(1), ["guide --help"], id="commands"),
        pytest.param(lambda: memory.measure(SMALL), [], id="memory", marks=SLOW),
        pytest.param(lambda: frames.measure(1, (80, 22), (1.0,)), [], id="frames"),
        pytest.param(
            lambda: routes.measure(1, 8, 6), ["a route, median", "a step-free route, p95"], id="routes", marks=SLOW
        ),
        pytest.param(
            lambda: tour.measure(1, 20),
            ["of the shortest order of 20 stops, worst", "order of 20 stops in a day"],
            id="tour",
            marks=SLOW,
        ),
        pytest.param(lambda: ties.measure(1, (80, 22)), ["outlines read", "map of the world, anew"], id="ties"),
        pytest.param(lambda: intake.measure(300, 1, 30), ["import of a list : its goal"], id="intake", marks=SLOW),
    ],
)
def test_every_benchmark_gives_figures(measure, names):
    given = measure()
    assert set(names) <= {figure.name for figure in given}
    for figure in given:
        assert figure.value > 0
        assert f"{figure.goal:g}" in str(figure)


def test_a_figure_says_whether_its_goal_is_reached():
    assert str(figures.Figure("x", 1.0, 2.0)).startswith("OK")
    assert str(figures.Figure("x", 3.0, 2.0)).startswith("SHORT")
    assert figures.p95([float(number) for number in range(100)]) == 95.0


def test_the_search_is_measured_beside_its_rivals(capsys, monkeypatch):
    monkeypatch.setattr(rivals, "RIVALS", (*rivals.RIVALS[:2], rivals.Rival("another", "no_such_module", list)))
    names = [figure.name for figure in search.measure(60, seconds=0.05, each=1, sizes=(60,))]
    told = capsys.readouterr().out
    assert "not installed" in told
    assert "ms a key, p95" in told
    assert {"index built, 60", "index opened, 60", "CPU a key, p95, 60", "memory, opened, 60"} <= set(names)


def test_a_made_fair_and_its_queries_are_what_is_read_again(tmp_path):
    fair = fairs.fair(120, 5)
    fairs.write(fair, tmp_path / "fair.toml")
    loaded = load(tmp_path / "fair.toml")
    assert not loaded.problems
    assert loaded.catalogue.exhibitors == fair.exhibitors
    queries = asked.queries(fair, 5, 2)
    asked.write(queries, tmp_path / "queries.tsv")
    assert asked.read(tmp_path / "queries.tsv") == queries
    assert {query.kind[0] for query in queries} == set(search.GOALS)
    assert all(query.gold and query.gold <= fair.exhibitors.keys() for query in queries)


def test_a_fair_in_halls_is_what_is_read_again(tmp_path):
    fair = filled.fair(100)
    filled.write(fair, tmp_path / "fair.toml")
    loaded = load(tmp_path / "fair.toml")
    assert not loaded.problems
    assert (loaded.catalogue.stands, loaded.catalogue.exhibitors) == (fair.stands, fair.exhibitors)
    assert loaded.catalogue.fair == fair.fair
    change = filled.visit(fair, 150, 20, 40)
    assert (len(change.marks), sum(bool(mark.note) for _, _, mark in change.marks), len(change.stops)) == (150, 20, 40)
