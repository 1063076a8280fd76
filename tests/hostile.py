"""Texts that others might put into a catalogue to break a terminal, and a fair that has one in every field."""

from collections.abc import Iterator

from guide.catalogue.fields import TABLES, Field, Shape, Table

TEXTS: dict[str, str] = {
    "closing tag": "Завод [/] конец",
    "closing tag of nothing": "[/bold] Завод",
    "open bracket": "Завод [",
    "stand in brackets": "[А-12] Завод",
    "action": "[@click=app.screenshot('x','/tmp')]Нажми[/]",
    "action of the app": "[@click=app.quit]Выход[/] [@click=app.bell()]звонок[/]",
    "markup link": '[link="javascript:alert(1)"]сюда[/link]',
    "markup style": "[bold red on white]Завод[/bold red on white]",
    "markup emoji": ":smile: :+1: :warning:",
    "markup variable": "$primary $name %(x)s {0} {name} {} {{",
    "rich highlighter": "'str' 12 True http://example.org <tag> {'a': 1}",
    "escape sequence": "Завод\x1b[31mкрасный\x1b[0m",
    "clear screen": "\x1b[2J\x1b[H\x1bcЗавод",
    "title": "\x1b]0;новый заголовок\x07Завод",
    "hyperlink": "\x1b]8;;https://evil.example\x1b\\Завод\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cm0gLXJm\x07Завод",
    "c1 sequence": "Завод\x9b31mкрасный\x9d0;x\x9c",
    "device control": "\x1bPq#0;2;0;0;0\x1b\\\x90x\x9c",
    "nul and bell": "За\x00вод\x07\x08\x08\x7f",
    "carriage return": "Завод\rПодмена",
    "bidi override": "Завод \u202egpj.exe\u202c конец",
    "bidi isolates": "\u2066Завод\u2067 a \u2069\u200f\u200e\u061c",
    "zero widths": "За\u200bво\u200cд\u200d\u2060\ufeff\u00ad",
    "invisible letters": "\u3164\uffa0\u115f\u1160\u180e",
    "tags": "Завод\U000e0041\U000e0042\U000e007f",
    "separators": "Завод\u2028строка\u2029абзац\x0b\x0c\x1c\x1d\x1e\x85",
    "thirty marks": "З" + "\u0301" * 30 + "авод" + "\u0489" * 30,
    "family": "👨‍👩‍👧‍👦 завод 🏳️‍🌈 🇧🇾",
    "wide": "机械制造厂有限公司" * 3,
    "fullwidth": "ＺＡＶＯＤ　１２",
    "tabs and lines": "Завод\tс\tтабуляцией\nи строкой\n\n\nи ещё",
    "right to left": "مصنع الآلات في مينسك",
    "unassigned": "Завод \ufff9\ufffa\ufffb\ufffe\uffff\U0001ffff",
    "private use": "\ue000\uf8ff\U000f0000Завод",
    "long word": "Ж" * 190,
    "only spaces at the ends": "   Завод   ",
    "format": "%s %d %n {world.path} {self.__class__}",
    "looks like a ref": "exhibitor:a tab:region command:quit",
}
"""Each of them is at most 200 characters long, so that no field refuses it for its length."""

LONG = "Завод с длинным описанием. " * 4000
"""Over 100,000 characters, for fields that should have far fewer."""

FORBIDDEN = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e",
    *"\u2060\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb",
    *map(chr, range(0xE0000, 0xE0080)),
}
"""What must never be on a screen: controls, bidi controls, the invisible."""


def quoted(text: str) -> str:
    """The text as a TOML string that can hold anything."""
    signs = {'"': '\\"', "\\": "\\\\"}
    safe = (signs.get(sign) or (sign if sign.isprintable() else f"\\U{ord(sign):08x}") for sign in text)
    return f'"{"".join(safe)}"'


def wording(texts: str | dict[str, str]) -> str:
    """A text, or one a language, as TOML."""
    if isinstance(texts, str):
        return f"{{ ru = {quoted(texts)} }}"
    return "{ " + ", ".join(f"{language} = {quoted(text)}" for language, text in texts.items()) + " }"


_FIXED = {
    ("fair", "id"): '"f"',
    ("fair", "starts"): "2025-09-29",
    ("fair", "ends"): "2025-10-01",
    ("fair", "timezone"): '"Europe/Minsk"',
    ("fair", "languages"): '["ru", "be", "en"]',
    ("figure", "of"): '"fair"',
    ("notice", "about"): '"exhibitor:exhibitor-1"',
    ("notice", "at"): "2025-09-30",
    ("alias", "of"): '"exhibitor:exhibitor-1"',
    ("region", "id"): '"BY-BR"',
    ("region", "country"): '"BY"',
    ("venture", "kind"): '"joint-venture"',
    ("venture", "status"): '"operating"',
    ("exhibitor", "stands"): '["A1"]',
    ("stand", "code"): '"A1"',
    ("stand", "hall"): '"hall-1"',
    ("session", "hall"): '"hall-1"',
    ("session", "date"): "2025-09-30",
    ("session", "speakers"): '["person-1"]',
    ("service", "kind"): '"cafe"',
    ("service", "hall"): '"hall-1"',
    ("person", "organisation"): '"exhibitor-1"',
    ("timeline", "date"): '"2019"',
}


def fair(texts: str | dict[str, str]) -> str:
    """A catalogue of one thing of each kind, with the texts in every field that takes words."""
    parts = []
    for name, table in TABLES.items():
        if name == "passage":
            continue
        parts.append(f"[{name}]" if table.single else f"[[{name}]]")
        parts += [f"{key} = {value}" for key, value in _values(table, texts)]
    return "\n".join(parts) + "\n"


def _values(table: Table, texts: str | dict[str, str]) -> Iterator[tuple[str, str]]:
    for field in table.fields:
        value = _value(table, field, texts)
        if value:
            yield field.key, value


def _value(table: Table, field: Field, texts: str | dict[str, str]) -> str:
    fixed = _FIXED.get((table.name, field.key))
    if fixed:
        return fixed
    value = ""
    match field.shape:
        case Shape.ID if field.required:
            return f'"{table.name}-1"'
        case Shape.TEXT | Shape.PROSE | Shape.QUANTITY | Shape.PARTY:
            value = wording(texts)
        case Shape.TABLE if field.table is not None and field.key in (
            "venue",
            "place",
            "from",
            "to",
            "said",
            "timeline",
            "centre",
        ):
            inner = ", ".join(f"{key} = {each}" for key, each in _values(field.table, texts))
            value = f"{{ {inner} }}"
        case Shape.REF if field.key == "sources":
            return '["source-1"]'
    return f"[{value}]" if value and field.many else value
