"""A Chromium without a window, driven over a pair of pipes (the DevTools protocol), for what only a browser can tell.

The one that GUIDE_CHROMIUM names, else the first on PATH; where there is none, the tests that need one are skipped.
"""

import base64
import json
import os
import select
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
_PATIENCE = 60  # seconds that the browser may say nothing, on a busy machine
_KEYS = {"Escape": ("Escape", 27), "Slash": ("/", 191), "Enter": ("Enter", 13)}

# The browser reads what it is asked from 3 and answers on 4: put there by way of numbers that are neither.
_HAND_ON = """
import os, sys
from fcntl import F_DUPFD, fcntl
asked, told = (fcntl(int(number), F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(asked, 3)
os.dup2(told, 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""

PROGRAM = os.environ.get("GUIDE_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), "")
NEEDED = pytest.mark.skipif(
    not PROGRAM or sys.platform == "win32",
    reason="no Chromium: set GUIDE_CHROMIUM or install chromium (on POSIX, where pipes can be handed on)",
)


class Tab:
    """One page in the browser; ``said`` is what it wrote to the console or the log, breaches of its policy too."""

    def __init__(self, to: int, of: int) -> None:
        self._to, self._of, self._last, self._session = to, of, 0, ""
        self._taken = b""
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
        os.write(self._to, json.dumps(asked).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._last:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._taken:
            ready, _, _ = select.select([self._of], [], [], _PATIENCE)
            piece = os.read(self._of, 1 << 16) if ready else b""
            assert piece, "the browser has gone, or says nothing"
            self._taken += piece
        first, _, self._taken = self._taken.partition(b"\0")
        message = json.loads(first)
        method = message.get("method", "")
        self._events.append(method)
        breach = message.get("params", {}).get("issue", {}).get("code") == "ContentSecurityPolicyIssue"
        if breach or method in ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
            self.said.append(json.dumps(message["params"]))
        return message

    def open(self, file: Path, behind: str = "") -> None:
        """Opens a file and waits until it is there, its script run."""
        for address in ("about:blank", file.as_uri() + behind):  # the same page with another # would not load anew
            self._events.clear()
            self.call("Page.navigate", url=address)
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
        process = subprocess.Popen(
            [sys.executable, "-c", _HAND_ON, str(asked_from), str(told_to), *command],
            pass_fds=(asked_from, told_to),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(asked_from)
        os.close(told_to)
        try:
            yield Tab(asked_to, told_from)
        finally:
            process.terminate()
            process.wait(20)
            os.close(asked_to)
            os.close(told_from)
