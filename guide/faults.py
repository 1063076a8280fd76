"""A fault of the guide, written down for those who mend it: where it happened, never what was in the variables."""

import traceback
from datetime import UTC, datetime

from guide import __version__, places


def log_fault(error: BaseException) -> str:
    """Writes a fault to the log; the file's path, or "" where it cannot be written."""
    now = datetime.now(UTC)
    text = f"guide {__version__}, {now:%Y-%m-%d %H:%M:%S} UTC\n{''.join(traceback.format_exception(error))}"
    try:
        folder = places.log()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"fault-{now:%Y-%m-%dT%H-%M-%S}.txt"
        file.write_text(text, encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return str(file)
