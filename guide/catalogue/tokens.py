"""Single values and keys of a refused TOML text: what is wrong with each, and how it would be written."""

import re
from dataclasses import replace
from datetime import date, time

from guide.catalogue.findings import Fault
from guide.catalogue.suggest import latin
from guide.text import clean, one_line

_WIDEST, _LONGEST_KEY = 70, 40


class FaultError(Exception):
    """Carries a fault up to where the statement began."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


_OPENING = "«“„”‟‘’‚‹›»″′`"
_CLOSING = "»“”‟‘’›‹«″′`„"
_ML = {
    '"""': re.compile(r'"""(?>[^"\\]++|\\[\s\S]|"(?!""))*+"{3,5}'),
    "'''": re.compile(r"'''(?>[^']++|'(?!''))*+'{3,5}"),
}
_ONE = {'"': re.compile(r'"(?>[^"\\\n]++|\\[^\n])*+"'), "'": re.compile(r"'[^'\n]*+'")}
_ESCAPE = re.compile(
    r"\\(?:[btnfre\"\\]|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}"
    r"|U(?:000[0-9a-fA-F]|0010)[0-9a-fA-F]{4}|[ \t]*\n)"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\xa0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\uffff]"
)
_SCALAR = re.compile(
    r"""(?:true|false|[+-]?(?:inf|nan)
    |[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?
    |0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*
    |(?P<day>\d{4}-\d\d-\d\d)(?:[Tt ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?)?
    |(?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?)\Z""",
    re.X,
)
_YES = re.compile(r"(?:true|yes|on|да|так)\Z", re.I)
_NO = re.compile(r"(?:false|no|off|нет|не)\Z", re.I)
_PHONE = re.compile(r"\+?[\d\s()./-]+\Z")
_DATES = (
    (re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\Z"), (3, 2, 1)),
    (re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})\Z"), (1, 2, 3)),
)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?::(\d\d))?\Z")
_NUMBER = re.compile(r"([+-]?\d{1,3}(?:[ \u00a0\u202f']\d{3})+|[+-]?\d+)(?:[,.](\d+))?\s*(?:%|[^\W\d]\S*)?\Z")
_WORD_KEY = re.compile(r"[\w-]+")


def shown(text: str) -> str:
    """A piece of the file as it may stand in a message: one clean line, not too wide."""
    line = one_line(clean(text))
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"


def _quoted(text: str) -> str:
    text = text.strip().strip(_OPENING + _CLOSING + '"').strip() if text.strip()[:1] in '"' else text.strip()
    return '"' + text.replace("\\", "\\\\").replace('"', "'") + '"'


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _fixed(text: str, key: int, at: int, within: str, value: str) -> str:
    """The pair as it would be right; an item of a list alone."""
    return shown(value if within == "list" or key == at else f"{text[key:at].rstrip(' =:').rstrip()} = {value}")


def invisible(text: str, at: int, start: int) -> Fault:
    """The fault of a sign that nobody sees."""
    return Fault("E032", at, 1, start, {"sign": f"U+{ord(text[at]):04X}"})


def cut_off(text: str, fault: Fault) -> Fault:
    """The fault, or that the file was cut off, where it reaches an end that no line break closes."""
    if fault.to_end and not text.endswith("\n") and "\n" in text:
        return replace(fault, code="E031", offset=len(text), length=0, values={})
    return fault


def string(text: str, at: int, key: int, start: int, within: str) -> int:
    """The end of the string at the offset."""
    quote = text[at]
    triple = quote * 3
    if text.startswith(triple, at):
        match = _ML[triple].match(text, at)
        if not match:
            raise FaultError(Fault("E016", at, 3, start, {"quote": triple}, to_end=True))
    else:
        match = _ONE[quote].match(text, at)
        if not match:
            raise FaultError(_open_string(text, at, start))
    if quote == '"':
        _escapes(text, at, match.end(), start)
    hidden = _CONTROL.search(text, at, match.end())
    if hidden:
        raise FaultError(invisible(text, hidden.start(), start))
    _after_string(text, at, match.end(), start, within)
    return match.end()


def _escapes(text: str, at: int, end: int, start: int) -> None:
    while True:
        at = text.find("\\", at, end)
        if at < 0:
            return
        match = _ESCAPE.match(text, at)
        if not match:
            raise FaultError(Fault("E014", at, 2, start))
        at = match.end()


def _open_string(text: str, at: int, start: int) -> Fault:
    """An open quote: on its own line, or closed on a later one, where three quotes were needed."""
    quote, end = text[at], _line_end(text, at)
    if quote == '"' and re.search(r"(?<!\\)\\\"[ \t]*,?[ \t]*\Z", text[at:end]):
        return Fault("E014", text.rindex("\\", at, end), 2, start)  # "C:\" swallows its own quote
    following = end + 1
    while following < len(text):
        next_end = _line_end(text, following)
        line = text[following:next_end]
        if not line.strip() or re.match(r"\s*(?:[\w-]+\s*=|\[)", line):
            break
        if re.search(rf"{quote}[ \t]*,?[ \t]*\Z", line):
            return Fault("E042", at, 1, start, {"quote": quote * 3})
        following = next_end + 1
    return Fault("E015", at, end - at, start, {"quote": quote}, to_end=end >= len(text))


def _after_string(text: str, at: int, end: int, start: int, within: str) -> None:
    """A fault where a string ends and its text seems to go on."""
    after = text[end : end + 1]
    if not after or after in " \t\n#" or (within != "line" and after in ",]}"):
        return
    if invisible_at(text, end):
        raise FaultError(invisible(text, end, start))
    rest = text[end : _line_end(text, end)]
    if within == "line" and after in ",]}":
        return
    if after == text[at] and within == "list":
        raise FaultError(Fault("E020", end, 1, start))
    if within == "list" and text[at + 1 : end - 1].rstrip().endswith(","):
        raise FaultError(Fault("E015", at, end - at, start, {"quote": text[at]}))
    if text[at] in rest or after in _OPENING or _WORD_KEY.match(rest):
        raise FaultError(Fault("E013", end - 1, 1, start))


def invisible_at(text: str, at: int) -> bool:
    """Whether a sign that nobody sees stands there."""
    return bool(_INVISIBLE.match(text, at))


def scalar(text: str, at: int, key: int, start: int, within: str) -> int:
    """The end of the number, date, time or truth at the offset."""
    stop = re.compile(r"[#\n]" if within == "line" else r"[,\]}#\n]").search(text, at)
    end = stop.start() if stop else len(text)
    word = text[at:end].rstrip(" \t")
    end = at + len(word)
    if not word:
        raise FaultError(Fault("E034", max(at - 1, 0), 1, start, to_end=end >= len(text)))
    match = _SCALAR.match(word)
    if match:
        _calendar(match, at, start)
        return end
    if within == "line" and _SCALAR.match(word.rstrip(",;]}").rstrip()):
        return at + len(word.rstrip(",;]}").rstrip())
    hidden = _INVISIBLE.search(word)
    if hidden and not _NUMBER.match(word):
        raise FaultError(invisible(text, at + hidden.start(), start))
    first = re.match(r"\S+", word)
    if within != "line" and first and _SCALAR.match(first[0]) and ("=" in word or not _NUMBER.match(word)):
        raise FaultError(Fault("E020", at + len(first[0]), 1, start))
    code, value = _meant(word)
    raise FaultError(Fault(code, at, len(word), start, {"fixed": _fixed(text, key, at, within, value)}))


def _calendar(match: re.Match[str], at: int, start: int) -> None:
    """A fault where a date or time has the right form and does not exist."""
    try:
        if match["day"]:
            date.fromisoformat(match["day"])
    except ValueError:
        raise FaultError(Fault("E026", at, len(match["day"]), start)) from None
    try:
        clock = match["time"] or match["clock"]
        if clock:
            time.fromisoformat(clock)
    except ValueError:
        raise FaultError(Fault("E043", at, len(match[0]), start)) from None


def _meant(word: str) -> tuple[str, str]:
    """What is wrong with a bare word, and how its value would be written."""
    if word[0] in _OPENING:
        inner = word if word[-1] in _CLOSING and word[0] == "«" else word.strip(_OPENING + _CLOSING + '"')
        return "E012", _quoted(inner)
    for pattern, value in ((_YES, "true"), (_NO, "false")):
        if pattern.match(word):
            return "E023", value
    for pattern, order in _DATES:
        match = pattern.match(word)
        if match:
            year, month, day = (int(match[n]) for n in order)
            try:
                return "E035", date(year, month, day).isoformat()
            except ValueError:
                return "E026", word
    match = _CLOCK.match(word)
    if match and int(match[1]) < 24 and int(match[2]) < 60 and (":" in word or word.startswith("0")):
        return "E038", f"{int(match[1]):02}:{match[2]}:{match[3] or '00'}"
    digits = re.sub(r"\D", "", word)
    if _PHONE.match(word) and (word.startswith(("+", "(", "8 ", "8(")) or len(digits) > 8) and len(digits) >= 5:
        return "E025", f'"{word}"'
    if re.match(r"0\d+\Z", word):
        return "E024", f'"{word}"'
    match = _NUMBER.match(word)
    if match and not re.match(r"[+-]?\d+[^\W\d]", word):
        whole = re.sub(r"[^\d+-]", "", match[1])
        return "E036", whole.lstrip("0") + (f".{match[2]}" if match[2] else "") if whole.strip("0") else word
    return "E011", _quoted(word.rstrip(",;"))


def leftover(text: str, at: int) -> Fault:
    """The fault of what stands behind a value or a header."""
    start = text.rfind("\n", 0, at) + 1
    if invisible_at(text, at):
        return invisible(text, at, start)
    if text[at] in ",]};" and not text[at + 1 : _line_end(text, at)].partition("#")[0].strip():
        return Fault("E037", at, 1, start)
    return Fault("E033", at, max(1, _line_end(text, at) - at), start)


def no_comma(text: str, at: int, opened: int, start: int, within: str) -> Fault:
    """The fault of two values without a comma between them."""
    if invisible_at(text, at):
        return invisible(text, at, start)
    if text[at] in "]}":
        return Fault("E017" if within == "list" else "E019", opened, 1, start)
    return Fault("E020", at, 1, start)


def bad_header(text: str, start: int, at: int) -> Fault:
    """The fault of a header that is none."""
    end = _line_end(text, start)
    row = text[start:end]
    word = row.split("#")[0].strip().strip("[]").strip()
    opening = "[[" if row.startswith("[[") else "["
    fixed = shown(f"{opening}{word}{']' * len(opening)}")
    if at < len(text) and text[at] not in "\n" and invisible_at(text, at):
        return invisible(text, at, start)
    foreign = _foreign(text, start, at, end, start)
    if foreign:
        return foreign
    if re.search(r"[^\W_]\s+[^\W_]", word):
        return Fault("E040", at, 1, start, {"fixed": shown(row.replace(word, re.sub(r"\s+", "_", word)))})
    return Fault("E018", at, 1, start, {"fixed": fixed}, to_end=end >= len(text))


def _foreign(text: str, key: int, at: int, end: int, start: int) -> Fault | None:
    """The fault of a key with letters of another alphabet, where one stands there."""
    match = re.compile(r"[^\W\d][\w-]*").search(text, key, end)
    for _ in range(1):
        if match is None or match[0].isascii() or not match.start() <= at <= match.end():
            return None
    assert match is not None
    letters = " ".join(dict.fromkeys(letter for letter in match[0] if not letter.isascii()))
    near = latin(match[0])
    return Fault("E029", match.start(), len(match[0]), start, {"letters": letters}, near=near if near.isascii() else "")


def bad_key(text: str, key: int, at: int, start: int, within: str) -> Fault:
    """The fault of a line that begins with no key, or with one that no = follows."""
    end = _line_end(text, key)
    if at < len(text) and text[at] != "\n" and invisible_at(text, at):
        return invisible(text, at, start)
    if text.startswith("=", key):
        return Fault("E039", key, 1, start)
    if key == at and text[key : key + 1] in ",]}" and within == "line":
        return Fault("E037", key, 1, start)
    row = text[key:end]
    foreign = _foreign(text, key, at, end, start) if re.match(r"[\w.-]+[ \t]*=", row) else None
    if foreign:
        return foreign
    if text.startswith(":", at):
        value = text[at + 1 : end].lstrip("=").strip()
        if within != "line":
            value = re.split(r"[,}]", value, maxsplit=1)[0].strip()
        return Fault("E021", at, 1, start, {"fixed": shown(f"{text[key:at].strip()} = {_right(value)}")})
    name, sign, rest = row.partition("=")
    word = _WORD_KEY.match(row)
    after = row[at - key :].lstrip()
    if word and word[0].isascii() and (after[:1] in ('"', "'", "[", "{", *_OPENING) or after[:1].isdigit() or not sign):
        if after and (within != "line" or not after[0].isalnum() or after[0].isdigit() or len(row.split()) <= 2):
            stop = re.search(r"[,}\]]", after) if within != "line" else None
            value = after[: stop.start()] if stop else after
            return Fault("E022", at, 1, start, {"fixed": shown(f"{word[0]} = {_right(value.strip())}")})
        if not after:
            return Fault("E022", at, 1, start, {"fixed": shown(f'{word[0]} = "…"')}, to_end=end >= len(text))
    bare = re.sub(r"[^\w-]+", "", re.sub(r"(?<=\w)[ \t]+(?=\w)", "_", name.strip()))
    if sign and bare and bare.isascii() and len(name) <= _LONGEST_KEY:
        return Fault("E040", at, 1, start, {"fixed": shown(f"{bare} ={rest}")})
    return Fault("E010", key, max(1, end - key), start, to_end=end >= len(text) and not sign)


def _right(value: str) -> str:
    """A value as it would be written, where that can be told."""
    if not value or value[0] in "\"'[{" or _SCALAR.match(value):
        return value or '"…"'
    return _meant(value)[1]
