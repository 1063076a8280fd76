"""A catalogue that is read beside a loop says the same of the same text as one that is read at once."""

import pytest

from guide.catalogue.load import load
from guide.catalogue.read import files, parse
from guide.errors import UnreadableError

HEAD = '[fair]\nid = "f"\nname = "F"\nstarts = 2026-01-01\nends = 2026-01-02\ntimezone = "UTC"\n\n'
RECORD = '[[exhibitor]]\nid = "e{0}"\nname = "Exhibitor {0}"\nabout = "' + "x" * 400 + '"\n\n'
LONG = HEAD + "".join(RECORD.format(number) for number in range(700))
"""Longer than what tomli is given as a whole."""

NEWER = '[[exhibitor]]\nid = "n"\nname = {{ en = "N",\n  ru = "Н", }}\n\n'.replace("{{", "{").replace("}}", "}")


@pytest.mark.parametrize("text", [HEAD + RECORD.format(1), LONG], ids=["short", "long"])
@pytest.mark.parametrize(
    "broken",
    ['id = "a\n', "id == 1\n", 'id = "e1"\nid = "e2"\n', "[[x]\n", 'name = """a\n', 'id = "\\q"\n', "[fair]\n"],
)
def test_the_same_mistakes_are_told(tmp_path, text, broken):
    file = tmp_path / "fair.toml"
    file.write_text(text + "[[exhibitor]]\n" + broken, encoding="utf-8")
    told = []
    for gentle in (False, True):
        with pytest.raises(UnreadableError) as caught:
            load(file, raws=files(file), gentle=gentle)
        told.append([(each.code, each.line, each.column) for each in caught.value.problems])
    assert told[0] == told[1]


@pytest.mark.parametrize("text", [HEAD, LONG], ids=["short", "long"])
def test_what_a_newer_toml_allows_is_read_too(text):
    newer = text + NEWER + RECORD.format("z")
    assert parse(newer, gentle=True) == parse(newer)
