"""TOML texts for properties: valid documents in every style that people and programs write."""

from hypothesis import strategies as st

bare_keys = st.sampled_from(["id", "name", "a", "b-1", "place", "fair", "exhibitor", "1", "x_y"])
keys = st.one_of(bare_keys, st.sampled_from(['"a b"', "'c.d'", '"ключ"', '"\\u0041"', '"#"']))
spaces = st.sampled_from(["", " ", "  ", "\t"])
remarks = st.sampled_from(["", "", " # remark", '# [x] = "', "\t#'''"])
letters = st.text(st.sampled_from("abЯё «»[]{}#=,.:'"), max_size=12)
escapes = st.sampled_from(["\\n", '\\"', "\\\\", "\\u0416", "\\t", "\\U0001F600"])

basic = st.lists(letters | escapes, max_size=4).map(lambda parts: '"' + "".join(parts) + '"')
literal = letters.map(lambda text: "'" + text.replace("'", "") + "'")
long_basic = st.lists(letters | escapes | st.sampled_from(["\n", '"', '""', "\\\n  "]), max_size=5).map(
    lambda parts: '"""' + "".join(parts).replace('"""', '""') + '"""'
)
long_literal = st.lists(letters.map(lambda text: text.replace("'", "")) | st.sampled_from(["\n", "'", '"', "\\"])).map(
    lambda parts: "'''" + "".join(parts).replace("'''", "''") + "'''"
)
numbers = st.sampled_from(["0", "-7", "1_000", "3.14", "6e5", "0xFF", "0o7", "0b1", "inf", "-nan", "+1"])
times = st.sampled_from(["2025-09-29", "10:30:00", "2025-09-29T10:30:00", "2025-09-29 10:30:00.5Z", "10:30:00.25"])
scalars = st.one_of(basic, literal, long_basic, long_literal, numbers, times, st.sampled_from(["true", "false"]))
gaps = st.sampled_from(["", " ", "\n", "\n  # in between ]\n  "])


@st.composite
def lists(draw, items):
    parts = draw(st.lists(items, max_size=4))
    gap = draw(gaps)
    text = f"{gap},{gap}".join(parts)
    return f"[{gap}{text}{draw(st.sampled_from(['', ','])) if parts else ''}{gap}]"


@st.composite
def braces(draw, items):
    names = draw(st.lists(keys, max_size=3, unique=True))
    return "{" + ", ".join(f"{name}{draw(spaces)}= {draw(items)}" for name in names) + "}"


values = st.recursive(scalars, lambda items: lists(items) | braces(items), max_leaves=8)


@st.composite
def pairs(draw):
    lines = []
    for key in draw(st.lists(keys, max_size=5, unique=True)):
        dotted = draw(st.sampled_from([key, key, f"{key}.sub", f"{key} . 'q'"]))
        lines.append(f"{draw(spaces)}{dotted}{draw(spaces)}={draw(spaces)}{draw(values)}{draw(remarks)}")
        lines.extend(draw(st.lists(st.sampled_from(["", "# alone", "  "]), max_size=1)))
    return lines


@st.composite
def documents(draw):
    """Texts that look like TOML; most are valid, some name a table twice."""
    lines = draw(pairs())
    for _ in range(draw(st.integers(0, 4))):
        name = draw(st.sampled_from(["fair", "exhibitor", "exhibitor.place", '"a b".c', "x . y", "stand"]))
        opening = draw(st.sampled_from(["[", "[["]))
        lines.append(f"{opening}{draw(spaces)}{name}{draw(spaces)}{']' * len(opening)}{draw(remarks)}")
        lines += draw(pairs())
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n"]))
