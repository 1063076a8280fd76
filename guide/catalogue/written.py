"""Values as TOML writes them, for what the guide writes into the folder of a catalogue."""

_SIGNS = {'"': '\\"', "\\": "\\\\"}


def quoted(text: str) -> str:
    """A text as a basic string of TOML 1.0 on one line, its letters as they are."""
    return '"' + "".join(_SIGNS.get(sign) or (sign if sign.isprintable() else _escaped(sign)) for sign in text) + '"'


def _escaped(sign: str) -> str:
    # A lone surrogate is no character that TOML could name.
    return "\\uFFFD" if "\ud800" <= sign <= "\udfff" else f"\\U{ord(sign):08X}"
