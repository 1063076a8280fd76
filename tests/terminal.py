"""A real terminal for a program: a pty whose output is kept with its times and read by pyte."""

import contextlib
import os
import select
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte
from ptyprocess import PtyProcess

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0
"""Seconds that something may take to appear on a busy machine."""

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "ctrl+pagedown": "\x1b[6;5~", "ctrl+end": "\x1b[1;5F",
    "ctrl+home": "\x1b[1;5H", "f2": "\x1bOQ", "f9": "\x1b[20~", "f10": "\x1b[21~", "ctrl+u": "\x15", "ctrl+q": "\x11",
    **{f"alt+{digit}": f"\x1b{digit}" for digit in range(1, 10)},
}  # fmt: skip
"""What a terminal sends for a key."""


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """The environment of a program in a terminal: the guide of this checkout, with a settings folder of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "GUIDE_HOME": str(home),
        "GUIDE_NOW": "2025-09-30T11:00",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        **more,
    }


def guide(*arguments: str) -> list[str]:
    """The command line that runs the guide of this checkout."""
    return [sys.executable, "-m", "guide", *arguments]


class Terminal:
    """A program in a pty; the screen is what a person would see."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (120, 36)) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._read: deque[tuple[float, bytes]] = deque()
        self._hung_up = False
        self.output = b""
        self.started = time.perf_counter()
        self.process = PtyProcess.spawn(list(command), env=dict(env), dimensions=(size[1], size[0]))
        self._reader = threading.Thread(target=self._keep_reading, daemon=True)
        self._reader.start()

    def _keep_reading(self) -> None:
        while not self._hung_up:
            try:
                # Not read at once: a read that waits would keep a closed terminal open.
                if not select.select([self.process.fd], [], [], 0.1)[0]:
                    continue
                data = os.read(self.process.fd, 1 << 20)
            except (OSError, ValueError):
                return
            if not data:
                return
            self._read.append((time.perf_counter(), data))

    # Looking.

    def catch_up(self, seen: Callable[[], bool] | None = None) -> float | None:
        """Draws what has come in; the time of the piece that made ``seen`` true, or None."""
        while self._read:
            at, data = self._read.popleft()
            self.output += data
            self._stream.feed(data)
            if seen is not None and seen():
                return at
        return None

    @property
    def text(self) -> str:
        """The screen as lines."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def region(self, left: int, top: int, right: int, bottom: int) -> str:
        """A part of the screen as lines."""
        return "\n".join(line[left:right] for line in self.screen.display[top:bottom])

    def wait(self, seen: Callable[[], bool], what: str = "") -> float:
        """Waits until something is to be seen; the time when the piece that shows it came in."""
        end = time.monotonic() + PATIENCE
        if seen():
            return time.perf_counter()
        while True:
            at = self.catch_up(seen)
            if at is not None:
                return at
            if time.monotonic() > end or (not self._reader.is_alive() and not self._read):
                raise AssertionError(f"waited in vain for {what or seen}; the screen:\n{self.text}")
            time.sleep(0.0005)

    def sees(self, words: str) -> float:
        """Waits until the screen says these words; when that was."""
        return self.wait(lambda: words in self.text, repr(words))

    def rests(self, seconds: float = 0.25) -> None:
        """Waits until nothing has been drawn for a while."""
        last = time.monotonic()
        while time.monotonic() - last < seconds:
            if self._read:
                self.catch_up()
                last = time.monotonic()
            time.sleep(0.002)

    # Doing.

    def send(self, *keys: str) -> float:
        """Presses keys, or types what is no key's name; when the last was sent."""
        for key in keys:
            at = time.perf_counter()
            self.process.write(KEYS.get(key, key).encode())
        return at

    def resize(self, width: int, height: int) -> None:
        """Gives the terminal another size."""
        self.screen.resize(height, width)
        self.process.setwinsize(height, width)

    def ends(self) -> int:
        """Waits until the program has ended; its exit code, or minus the signal that ended it."""
        end = time.monotonic() + PATIENCE
        while self.process.isalive():
            if time.monotonic() > end:
                self.kill()
                raise AssertionError(f"the program does not end; the screen:\n{self.text}")
            time.sleep(0.01)
        self._reader.join(1.0)
        self.catch_up()
        if self.process.signalstatus is not None:
            return -int(self.process.signalstatus)
        return int(self.process.exitstatus)

    def hangs_up(self) -> int:
        """Closes the terminal under the program and waits until that has ended; its exit code or minus a signal."""
        self._hung_up = True
        self._reader.join()
        os.close(self.process.fd)
        self.process.closed, self.process.fd = True, -1
        end = time.monotonic() + PATIENCE
        while True:
            pid, status = os.waitpid(self.process.pid, os.WNOHANG)
            if pid:
                self.process.terminated = True
                return os.waitstatus_to_exitcode(status)
            if time.monotonic() > end:
                os.kill(self.process.pid, signal.SIGKILL)
                os.waitpid(self.process.pid, 0)
                self.process.terminated = True
                raise AssertionError("the program lives on without its terminal")
            time.sleep(0.02)

    def kill(self) -> None:
        """Ends the program at once, and lets go of the pty."""
        if self.process.terminated:
            return
        with contextlib.suppress(OSError):
            if self.process.isalive():
                self.process.kill(signal.SIGKILL)
                self.process.wait()
        self._hung_up = True
        with contextlib.suppress(OSError):
            self.process.close(force=True)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
