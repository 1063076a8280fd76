"""Classes that come and go style anew what their rules are about, and nothing else is missed."""

import re
from itertools import product

import pytest

from guide import places
from guide.tui.dressed import ABOUT, dress
from tests.terminal import ROOT

RULES = (ROOT / "guide" / "tui" / "styles" / "main.tcss").read_text(encoding="utf-8")


def test_every_rule_with_such_a_class_is_about_what_is_styled_anew():
    met = set()
    for selectors in re.findall(r"^([^\n{]+)\{", RULES, re.MULTILINE):
        for selector in selectors.split(","):
            *_, subject = selector.split()
            about = re.split(r"[.:]", subject.removeprefix("#"))[0]
            for name in re.findall(r"\.(-[a-z]+)", selector):
                if name in ABOUT:
                    met.add(name)
                    assert about in ABOUT[name], selector
    assert met == set(ABOUT)


@pytest.mark.parametrize("size", [(160, 40), (80, 24), (50, 16)])
async def test_whatever_one_came_through_the_screen_is_as_if_it_were_styled_whole(visiting, size):
    async with visiting(places.bundled("example-fair"), size=size) as visitor:
        tabs = product(["alt+9", "alt+1", "alt+8", "alt+0", "alt+2"], ["enter", "escape"])
        for key, then in (*tabs, ("alt+2", "f4"), ("alt+9", "escape")):  # elsewhere F4 says something for a while
            await visitor.presses(key, then)
            visitor.main.app.update_styles(visitor.main)
            before = visitor.text
            await visitor.settles()
            assert visitor.text == before, (key, then)


async def test_a_class_that_is_there_already_styles_nothing(visiting, monkeypatch):
    async with visiting() as visitor:
        styled = []
        with monkeypatch.context() as patched:
            patched.setattr(visitor.app.stylesheet, "update_nodes", styled.extend)
            dress(visitor.main, {name: visitor.main.has_class(name) for name in ("-reading", "-chips", "-visit")})
            assert not styled
            dress(visitor.main, {"-chips": not visitor.main.has_class("-chips")})
            assert [node.id for node in styled] == ["chips"]
