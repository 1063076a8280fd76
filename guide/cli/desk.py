"""``guide desk``, ``guide desk report`` and ``guide kiosk``: the info desk, what it was asked, and a public screen."""

from guide.cli.arguments import Parsed
from guide.cli.open import open_in_terminal
from guide.cli.opened import opened
from guide.cli.streams import out, out_json, say
from guide.errors import Exit, UsageError
from guide.i18n import N_, Tongue

IDLE = 60
"""Seconds without a key after which a public screen starts again."""

_WIDTH = 78


def desk(parsed: Parsed, tongue: Tongue) -> int:
    """Opens the desk, or reports what its journal comes to."""
    if parsed.words:
        return _report(parsed, tongue)
    for option in ("json", "aliases"):
        if parsed.flag(option):
            raise UsageError(N_("--{option} belongs to “guide desk report”."), option=option)
    return open_in_terminal(parsed, tongue, opened_for="desk")


def kiosk(parsed: Parsed, tongue: Tongue) -> int:
    """Opens a public screen, which only its code leaves."""
    code = (parsed.value("code") or "").strip()
    if len(code) < 4:
        raise UsageError(
            N_("“guide kiosk” needs a code of at least four signs: F10, the code and Enter leave the screen."),
            N_("For example: guide kiosk --code 2580-out"),
        )
    idle = int(parsed.value("idle") or IDLE)
    if not 5 <= idle <= 3600:
        raise UsageError(N_("--idle is a number of seconds from 5 to 3600, not {idle}."), idle=idle)
    from guide.tui.kiosk import Kiosk

    return open_in_terminal(parsed, tongue, opened_for="kiosk", kiosk=Kiosk(code, float(idle)))


def _report(parsed: Parsed, tongue: Tongue) -> int:
    from guide.cli.kept import kept_before, opened_store
    from guide.view.journal_card import journal_card
    from guide.view.plain import plain
    from guide.visit.journal import aliases_toml, report

    loaded, tongue = opened(parsed, tongue)
    catalogue = loaded.catalogue
    if parsed.flag("aliases") and parsed.flag("json"):
        raise UsageError(N_("--aliases and --json do not go together."))
    made = report(())
    if kept_before():
        store = opened_store(tongue)
        try:
            made = report(store.questions(catalogue.fair.id), store.aliases(catalogue.fair.id))
        finally:
            store.close()
    if parsed.flag("aliases"):
        if not made.aliases:
            say(tongue.t("No name was tied to a thing at this desk yet."))
            return Exit.NOTHING
        heading = tongue.t("Names that people used at the desk; put this file into the catalogue’s folder.")
        out(aliases_toml(made.aliases, heading), end="")
        return Exit.OK
    if parsed.flag("json"):
        out_json(
            {
                "fair": catalogue.fair.id,
                "questions": made.questions,
                "hours": [
                    {"starts": hour.starts.isoformat(), "questions": hour.questions, "not_found": hour.not_found}
                    for hour in made.hours
                ],
                "asked": [{"text": each.text, "count": each.count} for each in made.asked],
                "chosen": [{"ref": str(each.ref), "name": each.name, "count": each.count} for each in made.chosen],
                "not_found": [
                    {
                        "text": each.text,
                        "count": each.count,
                        "last": each.last.isoformat(),
                        "tied": str(each.tied.ref) if each.tied else None,
                    }
                    for each in made.not_found
                ],
                "languages": dict(made.languages),
                "aliases": [{"of": str(each.ref), "text": each.text} for each in made.aliases],
            }
        )
    else:
        out(plain(journal_card(made, catalogue, tongue), _WIDTH), end="")
    return Exit.OK if made.questions else Exit.NOTHING
