"""What is written where: UTF-8 for pipes, replacement signs for terminals that lack a letter, colour if wanted."""

import os
import sys
from typing import Any, TextIO

_BOLD, _QUIET, _RED, _YELLOW, _END = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[0m"


def prepare() -> None:
    """Makes the standard streams fit for every language; harmless where they are not real files."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        # Lone surrogates, from file names and arguments that are no UTF-8, must not stop the output either.
        if _is_terminal(stream):
            _reconfigure(stream, errors="replace")
        else:
            _reconfigure(stream, encoding="utf-8", errors="replace", newline="\n")
    if sys.stdin is not None and not _is_terminal(sys.stdin):
        _reconfigure(sys.stdin, encoding="utf-8", errors="replace")


def out(text: str = "", *, end: str = "\n", flush: bool = False) -> None:
    """Writes data to standard output."""
    print(text, end=end, flush=flush)


def out_json(value: Any, *, indent: int | None = 2, flush: bool = False) -> None:
    """Writes one JSON value to standard output, letters as they are."""
    import json

    out(json.dumps(value, ensure_ascii=False, indent=indent), flush=flush)


def out_bytes(data: bytes) -> None:
    """Writes data that is no text to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Writes words for people to standard error."""
    if sys.stderr is not None:
        print(text, file=sys.stderr)


def quiet_pipe() -> None:
    """Sends what is still to be written nowhere: the reader of the pipe has gone."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(devnull, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
    finally:
        os.close(devnull)


def is_plain_terminal() -> bool:
    """Whether the terminal says that it can do nothing but write on."""
    return os.environ.get("TERM") == "dumb"


class Paint:
    """Styles of terminal output; without colour every style leaves its text as it is."""

    def __init__(self, wanted: bool) -> None:
        self.on = wanted and not os.environ.get("NO_COLOR") and not is_plain_terminal() and _is_terminal(sys.stdout)

    def _style(self, style: str, text: str) -> str:
        return f"{style}{text}{_END}" if self.on and text else text

    def bold(self, text: str) -> str:
        """What the line is about."""
        return self._style(_BOLD, text)

    def quiet(self, text: str) -> str:
        """What is there for those who look for it."""
        return self._style(_QUIET, text)

    def error(self, text: str) -> str:
        """An error, or what is wrong."""
        return self._style(_RED, text)

    def warning(self, text: str) -> str:
        """A warning."""
        return self._style(_YELLOW, text)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False  # closed


def _reconfigure(stream: TextIO, **options: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**options)
