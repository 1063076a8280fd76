"""A plan as a picture of dots, for letters and messengers that take no SVG; drawn by whatever renderer is installed.

None comes with the guide: a renderer is larger than the guide itself. resvg comes as one wheel without anything else
(the extra ``png`` installs it); CairoSVG needs the system's cairo; rsvg-convert, resvg and Inkscape are programs that
many systems have.
"""

import math
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType

from guide.errors import NotSavedError, UsageError
from guide.i18n import N_
from guide.text import clean, one_line

DOTS = 0.8
"""Dots to a unit of the drawing, which is a tenth of a millimetre: 203 to an inch, as printers of slips have."""

_MOST = 40_000_000  # dots of a picture: what phones still open
_PATIENCE = 120  # seconds
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_Drawn = Callable[[str, int], bytes]


def renderer() -> str:
    """What would draw a picture here: a module's or a program's name; "" where nothing is installed."""
    return next(_installed(), "")


def _installed() -> Iterator[str]:
    yield from (name for name in _MODULES if find_spec(name))
    yield from (name for name in _PROGRAMS if shutil.which(name))


def png(svg: str) -> bytes:
    """A drawing that says its size in its viewBox, as PNG.

    One that does not draw gives way to the next. Raises UsageError where no renderer is installed, NotSavedError
    with what the first one says where none draws.
    """
    size = _SIZE.search(svg)
    width, height = (float(size[1]), float(size[2])) if size else (1.0, 1.0)
    dots = max(round(width * min(DOTS, math.sqrt(_MOST / (width * height)))), 1)
    refused: NotSavedError | None = None
    for name in _installed():
        try:
            made = _MODULES[name](svg, dots) if name in _MODULES else _by_program(name, svg, dots)
        except NotSavedError as error:
            refused = refused or error
        except Exception as error:  # whatever a renderer has to say, of whatever kind
            refused = refused or _refused(name, str(error) or type(error).__name__)
        else:
            if made.startswith(b"\x89PNG"):
                return made
            refused = refused or _refused(name, "no PNG")
    raise refused or UsageError(
        N_("Nothing is installed here that draws an SVG file as PNG."),
        N_("pip install resvg-py – or install rsvg-convert, resvg or Inkscape; “guide export svg” needs nothing."),
    )


def _refused(name: str, reason: str) -> NotSavedError:
    lines = [line for line in clean(reason).splitlines() if line.strip()]
    return NotSavedError(
        N_("{program} could not draw the picture: {reason}."),
        N_("“guide export svg” makes a drawing that browsers show."),
        program=name,
        reason=one_line(lines[0] if lines else "").rstrip(".")[:200],
    )


def _resvg(svg: str, dots: int) -> bytes:
    return bytes(import_module("resvg_py").svg_to_bytes(svg_string=svg, width=dots, dpi=96))


def _cairo(svg: str, dots: int) -> bytes:
    return bytes(import_module("cairosvg").svg2png(bytestring=svg.encode(), output_width=dots))


_MODULES: Mapping[str, _Drawn] = MappingProxyType({"resvg_py": _resvg, "cairosvg": _cairo})
_PROGRAMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "rsvg-convert": ("--format=png", "--width={dots}"),
        "resvg": ("--width", "{dots}", "-", "-c"),
        "inkscape": ("--pipe", "--export-type=png", "--export-filename=-", "--export-width={dots}"),
    }
)


def _by_program(name: str, svg: str, dots: int) -> bytes:
    program = shutil.which(name) or name
    arguments = [each.format(dots=dots) for each in _PROGRAMS[name]]
    done = subprocess.run(
        [program, *arguments], input=svg.encode(), capture_output=True, timeout=_PATIENCE, check=False
    )
    if done.returncode:
        raise _refused(name, done.stderr.decode("utf-8", "replace") or str(done.returncode))
    return done.stdout
