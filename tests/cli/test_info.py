"""`guide info`: the facts for a report."""

from guide import __version__
from guide.errors import Exit
from tests.cli.run import SMALL, run


def test_says_what_is_in_use(capsys, surroundings):
    ran = run(capsys, "info")
    assert ran.code == Exit.OK
    for fact in (
        f"guide: {__version__}",
        f"path: {SMALL}",
        "exhibitors: 8 (1 more known from ties only)",
        "The Small Fair",
        str(surroundings),
    ):
        assert fact in ran.out
    assert "TERM: xterm-256color" in ran.out
    assert "English (from the system’s locale)" in ran.out


def test_says_why_it_speaks_a_language(capsys):
    assert "Русский" in run(capsys, "info", "--lang", "ru").out


def test_a_catalogue_that_cannot_be_read_is_a_fact_like_others(capsys, tmp_path):
    ran = run(capsys, "info", catalogue=tmp_path / "nowhere")
    assert ran.code == Exit.OK
    assert "problem: " in ran.out


def test_creates_nothing(capsys, surroundings):
    run(capsys, "info")
    assert list(surroundings.iterdir()) == []
