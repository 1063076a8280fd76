"""What the bars show before and whatever the catalogue: tabs without counts, languages, keys."""

from collections.abc import Collection

from rich.text import Text

from guide.i18n import LANGUAGES, Tongue
from guide.tui.commands import CARD, FILTERS, LIST, footer, key_name
from guide.tui.tabs import DRAWN, TABS
from guide.tui.widgets.bar import Part
from guide.view import roles


def title_parts(tongue: Tongue) -> tuple[Part, ...]:
    """The headline until the fair is known."""
    title = tongue.t("Exhibition guide")
    return (Part(Text().append(f" {title}", roles.TITLE)),)


def language_parts(tongue: Tongue) -> tuple[Part, ...]:
    """The languages, the present one marked."""
    return tuple(
        Part(Text(f" {code.upper() if code == tongue.code else code} "), f"language:{code}", code == tongue.code)
        for code in LANGUAGES
    )


def tab_parts(active: str, tongue: Tongue, counts: dict[str, str] | None = None) -> tuple[Part, ...]:
    """The tabs, each with its count where there is one."""
    parts = []
    for tab, title, short in TABS:
        whole, brief = Text(f" {tongue.t(title)}"), Text(f" {tongue.t(short)}")
        if counts and tab in counts:
            role = "" if tab == active else roles.QUIET
            whole.append(f" {counts[tab]}", role)
            brief.append(f" {counts[tab]}", role)
        parts.append(Part(whole.append(" "), f"tab:{tab}", tab == active, brief.append(" ")))
    return tuple(parts)


def key_parts(pane: str, tongue: Tongue, room: int, without: Collection[str] = ()) -> tuple[Part, ...]:
    """The keys that work here: the most needed of them, as many as there is room for."""
    commands = footer(pane, without)
    parts = {}
    for command in commands:
        key = Text().append(f" {key_name(command.keys[0])} ", roles.ACCENT)
        parts[command.id] = Part(key.append(tongue.c("keys", command.brief), roles.QUIET), f"command:{command.id}")
    kept = list(commands)
    while len(kept) > 1 and sum(parts[each.id].text.cell_len + 1 for each in kept) > room:
        kept.remove(min(kept, key=lambda each: each.need))
    return tuple(parts[each.id] for each in kept)


def pane_of(focused: str | None) -> str:
    """The pane that a focused widget belongs to, by its id."""
    drawings = {f"{tab}-view": tab for tab in DRAWN}
    return {"card": CARD, "filters": FILTERS, **drawings}.get(focused or "", LIST)
