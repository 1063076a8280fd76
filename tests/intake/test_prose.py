"""HTML and Markdown become the text that a reader would read aloud; what only looks like a mark stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.intake.prose import plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<p>Один</p><p>Два &amp; три</p>", "Один\n\nДва & три"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<ul><li>x</li><li>y</li></ul>", "• x\n• y"),
        ("<b>жирно</b> и <i>косо</i>", "жирно и косо"),
        ("до<script>alert(1)</script><style>p{}</style> после", "до после"),
        ('<a href="https://e.org/x">тут</a>', "тут (https://e.org/x)"),
        ('<a href="https://e.org">e.org</a>', "e.org"),
        ('<a href="javascript:alert(1)">тут</a>', "тут"),
        ("# Заголовок\n\nтекст **важно** и *косо*", "Заголовок\n\nтекст важно и косо"),
        ("- раз\n- два", "• раз\n• два"),
        ("* раз\n* два", "• раз\n• два"),
        ("[слово](https://e.org/y)", "слово (https://e.org/y)"),
        ("![картинка](https://e.org/y.png)", "картинка (https://e.org/y.png)"),
        ("<https://e.org/z>", "https://e.org/z"),
        ("`код` и ``ещё``", "код и ещё"),
        ("```python\nx = 1\n```", "x = 1"),
        ("> слова", "слова"),
        ("__так__ и _так_", "так и так"),
        ("snake_case_name и 2 * 3 * 4", "snake_case_name и 2 * 3 * 4"),
        ("a < b и c > d", "a < b и c > d"),
        ("5 % скидки, #5, №7", "5 % скидки, #5, №7"),
        ("1. раз\n2. два", "1. раз\n2. два"),
        ("a\r\n\r\n\r\n\r\nb", "a\n\nb"),
        ("\u202eнаоборот", "\ufffdнаоборот"),
        ("&lt;p&gt;буквально&lt;/p&gt;", "<p>буквально</p>"),
    ],
)
def test_marks_go_and_words_stay(text, read):
    assert plain(text) == read


@given(st.text(max_size=300))
def test_any_text_is_read_and_what_is_plain_stays_so(text):
    once = plain(text)
    assert not any(ord(letter) < 32 and letter != "\n" for letter in once)
    assert "\n\n\n" not in once


@pytest.mark.parametrize("piece", ["<b>", "[", "**", "`", "_a", "](", "<!--", "<a href='", "&#x", "\\", "> ", "- "])
def test_hostile_repetitions_end_soon(piece):
    plain(piece * 20_000)
