"""What leaves the guide: a site only after asking and only when it is an ordinary link; a copied card as plain text."""

import pytest

from guide.tui.screens.ask import AskScreen, safe_url
from tests.hostile import FORBIDDEN

SAFE = [
    "https://innoprom.com/",
    "http://example.org",
    "https://example.org:8443/a/b?c=d&e=f#g",
    "https://xn--e1afmkfd.xn--p1ai/",
    "https://example.org/%D0%BF%D1%83%D1%82%D1%8C",
    "mailto:info@example.org",
    "tel:+375172000000",
]
UNSAFE = [
    "",
    " ",
    "example.org",
    "//example.org",
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "ftp://example.org/",
    "vbscript:x",
    "ms-settings:",
    "smb://example.org/share",
    "-private-window https://example.org",
    "--new-window",
    "https://-oProxyCommand=x/",
    "https://",
    "https:///path",
    "https:example.org",
    "https://user@example.org/",
    "https://user:password@example.org/",
    "https://example.org@evil.example/",
    "https://example.org/ a",
    "https://example.org/\x1b[31m",
    "https://example.org/\x00",
    "https://example.org/\u202egpj",
    "https://example.org/\r\nHeader: x",
    "https://example.org/'$(touch x)'",
    "https://example.org/`touch x`",
    'https://example.org/" --flag',
    "https://example.org/|x",
    "https://example.org/\\evil",
    "https://пример.рф/",
    "https://[::1",
    "https://[evil]/",
    "mailto:",
    "mailto:-x",
    "tel:-x",
    "%action:x",
    "https://example.org/{x}",
    "https://example.org/^x",
]


@pytest.mark.parametrize("url", SAFE)
def test_an_ordinary_link_may_be_opened(url):
    assert safe_url(url)


@pytest.mark.parametrize("url", UNSAFE)
def test_anything_else_may_not(url):
    assert not safe_url(url)


@pytest.fixture
def opened(monkeypatch):
    """The addresses that were given to the browser of this desktop; nothing is opened in earnest."""
    addresses = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda url, *_: addresses.append(url) or True)
    return addresses


async def to_romashka(visitor):
    await visitor.presses("alt+2")
    await visitor.types("romashka")


async def test_the_site_is_opened_only_after_a_yes(visiting, opened):
    async with visiting() as visitor:
        await to_romashka(visitor)
        await visitor.presses("ctrl+o")
        assert isinstance(visitor.app.screen, AskScreen)
        await visitor.sees("romashka.example", "https://romashka.example/", "Enter", "Esc")
        assert opened == []
        await visitor.presses("enter")
        assert opened == ["https://romashka.example/"]
        assert visitor.app.screen is visitor.main


@pytest.mark.parametrize("key", ["escape", "n", "т"])
async def test_a_no_opens_nothing(visiting, opened, key):
    async with visiting() as visitor:
        await to_romashka(visitor)
        await visitor.presses("ctrl+o", key)
        assert visitor.app.screen is visitor.main
        assert opened == []


async def test_any_other_key_leaves_the_question_standing(visiting, opened):
    async with visiting() as visitor:
        await to_romashka(visitor)
        await visitor.presses("ctrl+o", "x", "space", "down")
        assert isinstance(visitor.app.screen, AskScreen)
        assert opened == []


@pytest.mark.parametrize("key", ["c", "с"])
async def test_the_address_can_be_copied_instead(visiting, opened, key):
    async with visiting() as visitor:
        await to_romashka(visitor)
        await visitor.presses("ctrl+o", key)
        assert visitor.app.clipboard == "https://romashka.example/"
        assert opened == []


async def test_a_link_in_a_card_asks_too(visiting, opened):
    async with visiting() as visitor:
        await to_romashka(visitor)
        await visitor.clicks("romashka.example", "card")
        assert isinstance(visitor.app.screen, AskScreen)
        await visitor.clicks("Enter")
        assert opened == ["https://romashka.example/"]


async def test_where_there_is_no_browser_the_address_is_copied(visiting, opened, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    async with visiting() as visitor:
        await to_romashka(visitor)
        await visitor.presses("ctrl+o", "enter")
        await visitor.sees("No browser could be opened")
        assert visitor.app.clipboard == "https://romashka.example/"
    assert opened == []


async def test_an_address_that_is_no_link_is_shown_and_never_opened(visiting, opened):
    async with visiting() as visitor:
        visitor.main.ask_to_open("javascript:alert(1)\x1b]0;x\x07")
        await visitor.settles()
        await visitor.sees("not an ordinary link", "javascript:alert(1)")
        assert not FORBIDDEN - {"\n"} & set(visitor.text)
        await visitor.presses("enter")
        assert visitor.app.screen is visitor.main
        assert opened == []


async def test_a_thing_without_a_site_says_so(visiting, opened):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("veras")
        await visitor.presses("ctrl+o")
        await visitor.sees("No site is known")


@pytest.mark.parametrize("key", ["f8", "ctrl+c"])
async def test_the_card_is_copied_as_plain_text(visiting, key):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("polesie")
        await visitor.presses(key)
        copied = visitor.app.clipboard
        assert copied.startswith("Polesie Toys\n")
        assert copied.endswith("\n")
        assert "Brest Region" in copied
        assert "director@" not in copied
        assert all(len(line) <= 78 for line in copied.splitlines())
        assert not FORBIDDEN - {"\n"} & set(copied)
        await visitor.sees("Copied")


async def test_ctrl_c_copies_what_is_marked_in_the_box_first(visiting):
    async with visiting() as visitor:
        await visitor.types("toys")
        await visitor.presses("f3", "ctrl+c")
        assert visitor.app.clipboard == "toys"
