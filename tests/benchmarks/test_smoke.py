"""The benchmarks run, on a tiny setting; what they measure is not judged here."""

import pytest

pytest.importorskip("ptyprocess", reason="no pseudo-terminals here")
pytest.importorskip("pyte")

from tests.benchmarks import commands, figures, keystrokes, loop, memory, startup
from tests.visitor import SMALL

pytestmark = pytest.mark.pty


@pytest.mark.parametrize(
    ("measure", "names"),
    [
        (lambda: startup.measure(1, SMALL), ["first paint, bundled fair", "searchable, 5,000, first start"]),
        (lambda: keystrokes.measure(1, SMALL, ("иг",), 1), ["key to list, median", "key to list, p95"]),
        (lambda: loop.measure(SMALL, ("иг",), 1), ["longest callback, typing", "longest callback, tabs"]),
        (lambda: commands.measure(1), ["guide --help"]),
        (lambda: memory.measure(SMALL), []),
    ],
    ids=["startup", "keystrokes", "loop", "commands", "memory"],
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
