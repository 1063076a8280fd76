"""A Chromium without a window, driven over a pair of pipes (the DevTools protocol), for what only a browser can tell.

The one that GUIDE_CHROMIUM names, else the first on PATH; where there is none, the tests that need one are skipped.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge")
_KEYS = {"Escape": ("Escape", 27), "Slash": ("/", 191), "Enter": ("Enter", 13)}

PROGRAM = os.environ.get("GUIDE_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), "")
NEEDED = pytest.mark.skipif(
    not PROGRAM or sys.platform == "win32",
    reason="no Chromium: set GUIDE_CHROMIUM or install chromium (on POSIX, where pipes can be handed on)",
)


class Tab:
    """One page in the browser; ``said`` is what it wrote to the console or the log, breaches of its policy too."""

    def __init__(self, to: Any, of: Any) -> None:
        self._to, self._of, self._last, self._session = to, of, 0, ""
        self.said: list[str] = []
        self._events: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Audits"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **values: Any) -> dict[str, Any]:
        """What a command of the protocol answers."""
        self._last += 1
        asked = {"id": self._last, "method": method, "params": values}
        if self._session:
            asked["sessionId"] = self._session
        self._to.write(json.dumps(asked).encode() + b"\0")
        self._to.flush()
        while True:
            answer = self._read()
            if answer.get("id") == self._last:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]

    def _read(self) -> dict[str, Any]:
        taken = bytearray()
        while (sign := self._of.read(1)) not in (b"\0", b""):
            taken += sign
        assert taken, "the browser has gone"
        message = json.loads(taken)
        method = message.get("method", "")
        self._events.append(method)
        if method in ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Audits.issueAdded"):
            self.said.append(json.dumps(message["params"]))
        return message

    def open(self, file: Path, behind: str = "") -> None:
        """Opens a file and waits until it is there, its script run."""
        self._events.clear()
        self.call("Page.navigate", url=file.as_uri() + behind)
        while "Page.loadEventFired" not in self._events:
            self._read()

    def ask(self, script: str) -> Any:
        """The value of an expression in the page, waited for where it is promised."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def settle(self) -> None:
        """Waits until the page has drawn what was typed."""
        self.ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))")

    def type(self, text: str) -> None:
        """Types into what has the focus, letter by letter."""
        for letter in text:
            self.call("Input.dispatchKeyEvent", type="keyDown", text=letter, key=letter)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=letter)
        self.settle()

    def press(self, key: str) -> None:
        """Presses a key by its name."""
        name, code = _KEYS[key]
        shown = {"text": name} if len(name) == 1 else {}
        values = {"key": name, "code": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown", **values, **shown)
        self.call("Input.dispatchKeyEvent", type="keyUp", **values)
        self.settle()

    def sized(self, width: int, height: int, *, dark: bool = False, media: str = "") -> None:
        """Gives the page the size of a phone or a desk, by day or by night."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=width < 600)  # fmt: skip
        wish = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", media=media, features=wish)

    def picture(self, file: Path) -> None:
        """Writes what is seen as a PNG."""
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))


@contextmanager
def chromium() -> Iterator[Tab]:
    """A fresh browser with one page, gone afterwards with all it kept."""
    asked_from, asked_to = os.pipe()
    told_from, told_to = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [PROGRAM, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
                   "--disable-background-networking", "--no-first-run", f"--user-data-dir={folder}"]  # fmt: skip
        handed = f'exec "$0" "$@" 3<&{asked_from} 4>&{told_to}'
        process = subprocess.Popen(
            ["sh", "-c", handed, *command], pass_fds=(asked_from, told_to), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(asked_from)
        os.close(told_to)
        try:
            with os.fdopen(asked_to, "wb") as to, os.fdopen(told_from, "rb") as of:
                yield Tab(to, of)
        finally:
            process.terminate()
            process.wait(20)
