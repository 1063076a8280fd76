"""How the catalogue on the disk stands to what is shown, in words."""

from datetime import UTC, datetime

import pytest

from guide.catalogue.load import inspect, load
from guide.catalogue.losses import Losses, losses
from guide.catalogue.model import Ref
from guide.catalogue.problems import worst_first
from guide.catalogue.watch import Standing
from guide.i18n import Tongue
from guide.view.freshness import Freshness, errors_in, line, sign, told, when
from tests.visitor import SMALL

EN, ZONE = Tongue("en"), "Europe/Minsk"  # the fair's clock stands at 30 September 2025, 11:00 (8:00 UTC)


def at(*moment: int) -> float:
    return datetime(*moment, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("saved", "whole", "brief"),
    [
        (at(2025, 9, 30, 8, 4), "today 11:04", "11:04"),
        (at(2025, 9, 29, 21, 30), "today 00:30", "00:30"),  # by the fair's clock, not by Greenwich
        (at(2025, 9, 29, 8, 4), "yesterday 11:04", "29.9."),
        (at(2025, 3, 1, 8), "1 March", "1.3."),
        (at(2024, 11, 21, 8), "21 November 2024", "21.11.24"),
        (at(2031, 1, 2, 8), "2 January 2031", "2.1.31"),  # a clock that was set wrong
        (0, "", ""),
        (1e18, "", ""),
    ],
)
def test_when_it_was_saved_as_a_person_says_it(saved, whole, brief):
    assert when(saved, EN, ZONE) == whole
    assert when(saved, EN, ZONE, brief=True).replace(".0", ".") == brief


def test_the_sign_says_that_something_newer_is_not_shown():
    saved = at(2025, 9, 30, 8, 4)
    for standing in Standing:
        text = sign(Freshness(saved, standing), EN, ZONE, brief=False).plain
        assert text == ("data: today 11:04" if standing is Standing.FRESH else "! data: today 11:04")
        assert sign(Freshness(saved, standing), EN, ZONE, brief=False, quiet=True).plain == "data: today 11:04"


def test_what_shrank_and_what_vanishes_is_told():
    before = load(SMALL).catalogue
    lost = Losses((("exhibitor", 417, 209),), (Ref("exhibitor", "veras"), Ref("exhibitor", "luch")))
    fresh = Freshness(1.0, Standing.HELD, losses=lost)
    said = line(fresh, before, EN)
    assert "exhibitors 417 → 209; 2 things of yours vanish: Veras, [A-12] Luch" in said
    assert "What would go" in "\n".join(each.plain for each in told(fresh, before, "fair.toml", EN).lines(70))


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (None, "The catalogue was changed, and cannot be shown: fair.toml, line 9: Between a key and its value"),
        (125, "The catalogue was changed, and cannot be shown: fair.toml, line 9: Between a key and its value stands"),
        (90, "Changed, not shown: fair.toml:9: Between a key and its value stands =, not a colon."),
        (70, "fair.toml:9: Between a key and its value stands =, not a colon."),
        (20, "fair.toml:9: Between a key and its value stands =, not a colon."),
    ],
)
def test_little_room_is_left_to_the_place_and_the_mistake(tmp_path, cells, said):
    file = tmp_path / "fair.toml"
    good = '[fair]\nid = "f"\nname = "F"\nstarts = 2026-01-01\nends = 2026-01-02\ntimezone = "UTC"\nnmae = "F"\n'
    file.write_text(good + '[[exhibitor]]\nid: "a"\nname = "A"\nstands = ["Z1"]\n')
    problems = inspect(file)
    assert problems[0].code.startswith("W")
    assert worst_first(problems)[0].line == 9  # not the warning above it, nor the stand that is not there below
    fresh = Freshness(1.0, Standing.BROKEN, worst_first(problems))
    got = line(fresh, load(SMALL).catalogue, EN, cells)
    assert got.startswith(said)
    assert cells is None or cells < 70 or len(got) <= cells
    assert ("Write: " in got) is (cells is None)


def test_in_little_room_a_loss_and_one_that_is_away_are_still_said():
    catalogue = load(SMALL).catalogue
    held = Freshness(1.0, Standing.HELD, losses=Losses((("stand", 90, 50), ("exhibitor", 150, 37))))
    assert line(held, catalogue, EN, 50) == "Meant so? exhibitors 150 → 37; stands 90 → 50"
    away = Freshness(1.0, Standing.MISSING)
    assert line(away, catalogue, EN, 50) == "The catalogue is not there, or cannot be opened."
    assert not line(Freshness(1.0), catalogue, EN, 50)


def test_a_table_that_shrank_below_nine_tenths_is_a_loss_and_so_is_what_is_marked_and_another_fair(tmp_path):
    head = '[fair]\nid = "{}"\nname = "F"\nstarts = 2026-01-01\nends = 2026-01-02\ntimezone = "UTC"\n'

    def fair(count: int, key: str = "f"):
        file = tmp_path / f"{key}{count}.toml"
        records = "".join(f'[[exhibitor]]\nid = "e{n}"\nname = "E {n}"\n' for n in range(count))
        file.write_text(head.format(key) + records)
        return load(file).catalogue

    assert not losses(fair(20), fair(18))
    assert losses(fair(20), fair(17)).tables == (("exhibitor", 20, 17),)
    assert not losses(fair(9), fair(1))  # of a few it says nothing
    mine = [Ref("exhibitor", "e19"), Ref("exhibitor", "e1"), Ref("exhibitor", "never")]
    assert losses(fair(20), fair(19), mine).things == (Ref("exhibitor", "e19"),)
    assert losses(fair(20), fair(20, "g")).other


def test_a_mistake_that_was_there_before_is_not_new(tmp_path):
    file = tmp_path / "fair.toml"
    good = '[fair]\nid = "f"\nname = "F"\nstarts = 2026-01-01\nends = 2026-01-02\ntimezone = "UTC"\n'
    wrong = '[[exhibitor]]\nid = "a"\nname = "A"\nstands = ["Z1"]\n[[exhibitor]]\nid = "a"\nname = "B"\n'
    file.write_text(good + wrong)
    before = inspect(file)
    file.write_text(good + "\n\n" + wrong)
    after = inspect(file)
    assert errors_in(before)
    assert not errors_in(after, before)
    file.write_text(good + wrong + '[[exhibitor]]\nid = "c"\nnmae = "C"\n')
    (new,) = errors_in(inspect(file), before)
    assert "name" in new.said(EN) + new.hinted(EN)
    fresh = Freshness(1.0, Standing.BROKEN, problems=(new,))
    assert line(fresh, load(SMALL).catalogue, EN).startswith(
        "The catalogue was changed, and cannot be shown: fair.toml,"
    )


def test_nothing_from_a_file_steers_the_terminal(tmp_path):
    file = tmp_path / "fair\x1b[2J.toml"
    file.write_text('[fair]\nid = "f"\n"na\\u001b[2Jme" = "F\x1b]0;x\x07"\n[[exhibitor]]\nid = "\x9b2J"\n')
    fresh = Freshness(1.0, Standing.BROKEN, inspect(file))
    catalogue = load(SMALL).catalogue
    said = [line(fresh, catalogue, EN), *(each.plain for each in told(fresh, catalogue, "fair", EN).lines(60))]
    assert not [text for text in said if any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in text)]
