"""Whatever stands in a catalogue is shown as text: it neither breaks the screen, nor steers it, nor acts."""

import pytest

from guide.tui.screens.ask import AskScreen
from guide.view.roles import GO, OPEN
from tests import hostile, screen

SIZES = [(120, 36), (60, 20), (40, 12)]


@pytest.fixture
def nothing_acts(monkeypatch):
    """What was run as an action, or given to the browser or to a file: there should be nothing."""
    from guide.tui.app import GuideApp

    done = []

    async def noted(self, action, *arguments, **options):
        done.append(action)

    monkeypatch.setattr(GuideApp, "run_action", noted)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda url, *_: done.append(url))
    monkeypatch.setattr(GuideApp, "save_screenshot", lambda self, *a, **o: done.append("screenshot"))
    return done


def shown(visitor):
    """Holds that the screen is nothing but visible signs, and its styles lead nowhere but where the guide says."""
    for strip in screen.strips(visitor.app):
        found = hostile.FORBIDDEN & set(strip.text)
        assert not found, f"{found!r} on the screen: {strip.text!r}"
        for segment in strip:
            if segment.style is not None:
                assert segment.style.link is None, segment
                assert not {key for key in segment.style.meta if key.startswith("@")}, segment


async def everywhere(visitor):
    """Goes through every tab, card and overlay."""
    for digit in "1234567890":
        await visitor.pilot.press(f"alt+{digit}", "enter")
        shown(visitor)
        await visitor.pilot.press("escape")
        shown(visitor)
    await visitor.pilot.press("alt+2", "f4")
    shown(visitor)
    await visitor.pilot.press("enter", "escape", "f8")  # a chip, the status line
    shown(visitor)
    await visitor.pilot.press("escape", "escape", "f9", "a")
    shown(visitor)
    await visitor.pilot.press("escape")


NAMES = list(hostile.TEXTS)
TRIPLES = [NAMES[at : at + 3] for at in range(0, len(NAMES), 3)]


@pytest.mark.parametrize("names", TRIPLES, ids=", ".join)
async def test_hostile_texts_in_every_field_are_only_shown(visiting, tmp_path, nothing_acts, names):
    size = SIZES[TRIPLES.index(names) % len(SIZES)]
    texts = dict(zip(("ru", "be", "en"), (hostile.TEXTS[name] for name in names), strict=False))
    file = tmp_path / "fair.toml"
    file.write_text(hostile.fair(texts), encoding="utf-8")
    async with visiting(file, "ru", size=size) as visitor:
        await everywhere(visitor)
        for _ in range(2):
            await visitor.pilot.press("f2", "alt+1")
            shown(visitor)
            await visitor.pilot.press("alt+2")
            await visitor.settles()
            shown(visitor)
        assert visitor.app.screen is visitor.main
    assert nothing_acts == []


@pytest.mark.parametrize("name", ["action of the app", "hyperlink"])
async def test_a_click_on_a_hostile_text_does_nothing_of_its_own(visiting, tmp_path, nothing_acts, name):
    file = tmp_path / "fair.toml"
    file.write_text(hostile.fair(hostile.TEXTS[name]), encoding="utf-8")
    async with visiting(file, "ru", size=(120, 24)) as visitor:
        for digit, x in ((1, 30), (2, 84)):
            await visitor.presses(f"alt+{digit}")
            for y in range(5, 23):
                await visitor.pilot.click(offset=(x, y))
                if visitor.app.screen is not visitor.main:
                    assert isinstance(visitor.app.screen, AskScreen)
                    await visitor.pilot.press("escape")
    assert nothing_acts == []


async def test_a_description_of_a_hundred_thousand_characters(visiting, tmp_path):
    lines = "\n".join(hostile.LONG[at : at + 1000] for at in range(0, len(hostile.LONG), 1000))
    about = f'about = """\n{lines}"""\n'
    text = hostile.fair("Завод").replace("[[exhibitor]]\n", "[[exhibitor]]\n" + about, 1)
    text = text.replace(f"about = {hostile.wording('Завод')}\n", "", 1) if text.count("about =") > 20 else text
    file = tmp_path / "fair.toml"
    file.write_text("\n".join(_without_second_about(text)), encoding="utf-8")
    async with visiting(file, "ru", size=(80, 24)) as visitor:
        await visitor.presses("alt+2", "enter", "ctrl+end")
        shown(visitor)


def _without_second_about(text: str) -> list[str]:
    kept, inside = [], False
    for line in text.splitlines():
        if line.startswith("[[exhibitor]]"):
            inside = True
        elif line.startswith("["):
            inside = False
        if not (inside and line.startswith("about = {")):
            kept.append(line)
    return kept


@pytest.mark.parametrize(
    "typed", ["[/]", "[@click=app.quit]x", "\x1b]0;x\x07", "\u202e", "[", "\x00\x9b31m", "а\u0301" * 60]
)
async def test_hostile_words_in_the_box_are_only_words(visiting, nothing_acts, typed):
    from textual import events

    async with visiting() as visitor:
        visitor.app.post_message(events.Paste(typed))
        await visitor.settles()
        shown(visitor)
        await visitor.presses("alt+2")
        shown(visitor)
        await visitor.presses("f9")
        visitor.app.post_message(events.Paste(typed))
        await visitor.pilot.pause()
        shown(visitor)
    assert nothing_acts == []


async def test_a_hostile_file_name_is_only_shown(visiting, tmp_path, nothing_acts):
    from guide.tui.remembered import Remembered

    file = tmp_path / "[@click=app.quit]яр\u202eмарка\x1b[31m.toml"
    file.write_text(hostile.fair("Завод"), encoding="utf-8")
    async with visiting(file, remembered=Remembered(recent=(str(file),))) as visitor:
        await visitor.presses("f9")
        await visitor.types("catalogue")
        shown(visitor)
        assert "[@click=app.quit]" in visitor.text
    assert nothing_acts == []


async def test_links_of_cards_lead_to_things_and_hosts_only(visiting, tmp_path):
    file = tmp_path / "fair.toml"
    file.write_text(hostile.fair(hostile.TEXTS["markup link"]), encoding="utf-8")
    async with visiting(file, "ru") as visitor:
        from guide.view.cards import card

        catalogue = visitor.app.world.catalogue
        for kind in ("exhibitor", "region", "venture", "person", "session", "stand", "hall", "service", "source"):
            for ref in catalogue.refs(kind):
                for line in card(catalogue, ref, visitor.app.tongue).lines(60):
                    for span in line.spans:
                        meta = getattr(span.style, "meta", {}) or {}
                        assert set(meta) <= {GO, OPEN}
                        if GO in meta:
                            assert catalogue.get(meta[GO]) is not None
