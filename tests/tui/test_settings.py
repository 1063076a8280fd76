"""Languages and themes: switched while it runs, everything is said again, and both are remembered."""

import json

import pytest

from guide.i18n import LANGUAGES, Tongue
from guide.tui.tabs import TABS


async def test_f2_goes_through_the_languages_and_says_everything_again(visiting):
    async with visiting(lang="ru") as visitor:
        await visitor.presses("alt+2")
        await visitor.types("полесские")
        await visitor.sees("Полесские игрушки")
        for code, name, town in (("be", "Палескія цацкі", "Кобрын"), ("en", "Polesie Toys", "Kobrin")):
            await visitor.presses("f2")
            assert visitor.app.tongue.code == code
            await visitor.sees(name, town, code.upper())
            assert visitor.cursor == "polesie"
            assert visitor.main.box.value == "полесские"
            tongue = Tongue(code)
            for _, title, _ in TABS:
                assert tongue.t(title) in visitor.bar("tabs")
        assert "Полесские" not in "\n".join(visitor.text.splitlines()[4:6])


@pytest.mark.parametrize("code", LANGUAGES)
async def test_a_click_on_a_language_speaks_it(visiting, code):
    async with visiting(lang="en" if code != "en" else "ru") as visitor:
        await visitor.clicks(f" {code} ")
        assert visitor.app.tongue.code == code
        assert f" {code.upper()}" in visitor.text.splitlines()[0]


async def test_the_overview_is_said_again_too(visiting):
    async with visiting(lang="en") as visitor:
        await visitor.sees("An invented fair")
        await visitor.presses("f2")
        await visitor.sees("Вымышленная ярмарка", "Малая ярмарка")


@pytest.mark.parametrize("code", ["ru", "be"])
def test_the_interface_is_translated(code):
    tongue = Tongue(code)
    untranslated = [title for _, title, _ in TABS if tongue.t(title) == title]
    assert untranslated == []


async def test_language_and_theme_are_remembered_for_the_next_start(visiting, surroundings):
    async with visiting(lang=None, remembered=None) as visitor:
        assert visitor.app.tongue.code == "en"
        await visitor.presses("f2", "f7")
        assert visitor.app.theme == "guide-light"
    kept = json.loads((surroundings / "config" / "settings.json").read_text(encoding="utf-8"))
    assert (kept["language"], kept["theme"]) == ("ru", "guide-light")
    async with visiting(lang=None, remembered=None) as visitor:
        assert visitor.app.tongue.code == "ru"
        assert visitor.app.theme == "guide-light"
        await visitor.sees("Малая ярмарка")


async def test_a_language_asked_for_wins_over_the_one_remembered(visiting):
    async with visiting(lang=None, remembered=None) as visitor:
        await visitor.presses("f2")
    async with visiting(lang="be", remembered=None) as visitor:
        assert visitor.app.tongue.code == "be"


async def test_catalogues_opened_are_remembered(visiting, surroundings):
    async with visiting(remembered=None) as visitor:
        path = str(visitor.app.path.resolve())
    kept = json.loads((surroundings / "config" / "settings.json").read_text(encoding="utf-8"))
    assert kept["recent"] == [path]


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", "null", '{"language": 5, "theme": [], "recent": 7}', '{"theme": "no such theme"}', "[" * 100_000],
)
async def test_damaged_settings_are_as_none(visiting, surroundings, damage):
    file = surroundings / "config" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text(damage, encoding="utf-8")
    async with visiting(lang=None, remembered=None) as visitor:
        assert visitor.app.theme == "guide-dark"
        await visitor.sees("The Small Fair")


async def test_a_settings_folder_that_cannot_be_written_does_not_matter(visiting, surroundings):
    (surroundings / "config").write_text("a file where a folder should be", encoding="utf-8")
    async with visiting(lang=None, remembered=None) as visitor:
        await visitor.presses("f2")
        assert visitor.app.tongue.code == "ru"


async def test_every_theme_can_be_worn(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        for theme in visitor.app.available_themes:
            visitor.app.wear(theme)
            await visitor.settles()
            assert visitor.app.theme == theme
            await visitor.sees("Polesie Toys")


async def test_without_colours_the_cursor_is_still_seen(visiting, monkeypatch):
    from tests.screen import strips

    monkeypatch.setenv("NO_COLOR", "1")
    async with visiting() as visitor:
        await visitor.presses("alt+2", "down")
        row = visitor.where("Alatau", "list")[1]
        assert visitor.cursor == "alatau"
        reversed_text = "".join(
            segment.text for segment in strips(visitor.app)[row] if segment.style and segment.style.reverse
        )
        assert "Alatau" in reversed_text
