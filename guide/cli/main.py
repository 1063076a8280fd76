"""One run of the command line: parse, do, and turn whatever happens into an exit code and a sentence."""

import errno
import sys
from collections.abc import Callable, Sequence

from guide import __version__
from guide.cli.arguments import Parsed, asked_language, parse
from guide.cli.commands import HELP, VERSION
from guide.cli.streams import out, prepare, quiet_pipe, say
from guide.errors import Exit, GuideError
from guide.i18n import Tongue, language

_UNWRITABLE = {errno.ENOSPC, errno.EIO, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


def run(arguments: Sequence[str]) -> int:
    """Runs the command line without the program's name; the exit code."""
    prepare()
    tongue = Tongue(language(asked_language(arguments)))
    try:
        code = _do(parse(arguments), tongue)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except GuideError as error:
        say(f"guide: {tongue.t(error.message, **error.values)}")
        if error.hint:
            say(tongue.t(error.hint, **error.values))
        return error.exit_code
    except BrokenPipeError:
        quiet_pipe()
        return Exit.OK
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            return _fault(error, tongue)
        quiet_pipe()
        reason = error.strerror or str(error)
        say("guide: " + tongue.t("The output could not be written: {reason}.", reason=reason))
        return Exit.NOT_SAVED
    except Exception as error:  # a person is told in a sentence, the log has the rest
        return _fault(error, tongue)


def _do(parsed: Parsed, tongue: Tongue) -> int:
    if parsed.flag(VERSION.dest):
        out(f"guide {__version__}")
        return Exit.OK
    if parsed.flag(HELP.dest):
        from guide.cli.manual import manual

        out(manual(tongue, parsed.command), end="")
        return Exit.OK
    assert parsed.command is not None
    return _command(parsed.command.name)(parsed, tongue)


def _command(name: str) -> Callable[[Parsed, Tongue], int]:
    """What does a command; imported only now, since each needs much that the others do not."""
    match name:
        case "find":
            from guide.cli.find import find

            return find
        case "show":
            from guide.cli.show import show

            return show
        case "check":
            from guide.cli.check import check

            return check
        case "import":
            from guide.cli.taken_in import import_

            return import_
        case "diff":
            from guide.cli.diff import diff

            return diff
        case "export":
            from guide.cli.export import export

            return export
        case "way":
            from guide.cli.way import way

            return way
        case "visit":
            from guide.cli.visit import visit

            return visit
        case "desk":
            from guide.cli.desk import desk

            return desk
        case "kiosk":
            from guide.cli.desk import kiosk

            return kiosk
        case "new":
            from guide.cli.new import new

            return new
        case "info":
            from guide.cli.info import info

            return info
        case "completion":
            from guide.cli.completion import completion

            return completion
        case _:
            from guide.cli.open import open_app

            return open_app


def _fault(error: Exception, tongue: Tongue) -> int:
    from guide.faults import log_fault

    file = log_fault(error)
    what = tongue.t("Something went wrong in the guide itself: {what}.", what=type(error).__name__)
    say(f"guide: {what}")
    if file:
        say(tongue.t("The details are in {file}.", file=file))
    return Exit.FAULT
