"""The guide's own dark and light themes, and how each theme draws the parts that text plays."""

from rich.style import Style
from rich.theme import Theme as RichTheme
from textual.color import Color, ColorParseError
from textual.theme import Theme

from guide.view import roles

DARK = Theme(
    name="guide-dark",
    primary="#6cb6ff",
    secondary="#8fb8a8",
    accent="#f0b429",
    warning="#f2894e",
    error="#f0616d",
    success="#7cc47f",
    foreground="#d7dde4",
    background="#12161b",
    surface="#181d24",
    panel="#20262f",
    dark=True,
    variables={"input-cursor-background": "#f0b429", "input-selection-background": "#6cb6ff 35%"},
)

LIGHT = Theme(
    name="guide-light",
    primary="#0b5cad",
    secondary="#2e6e5a",
    accent="#9a5b00",
    warning="#b0480c",
    error="#b3202c",
    success="#2d7a32",
    foreground="#1c232b",
    background="#fbfbf9",
    surface="#f2f2ee",
    panel="#e6e7e2",
    dark=False,
    variables={"input-cursor-background": "#0b5cad", "input-selection-background": "#0b5cad 30%"},
)

OURS = (DARK, LIGHT)

# One quiet hue for each kind of thing: (on dark, on light).
_KINDS = {
    "guide.exhibitor": ("#8cc2ff", "#0b5cad"),
    "guide.region": ("#93cdb4", "#2e6e5a"),
    "guide.venture": ("#d7a6e8", "#7c3a94"),
    "guide.person": ("#e6c39a", "#8a5a16"),
    "guide.session": ("#a9b9f2", "#4551a6"),
    "guide.stand": ("#9fc6cf", "#2f6675"),
}


def role_styles(theme: Theme, *, mono: bool = False) -> dict[str, Style]:
    """A rich style for every role under a theme; ``mono`` is for terminals without colours."""
    colours = theme.to_color_system().generate()
    foreground = _colour(colours.get("foreground", ""), "#d7dde4" if theme.dark else "#1c232b")
    background = _colour(colours.get("background", ""), "#12161b" if theme.dark else "#fbfbf9")
    quiet = background.blend(foreground, 0.62).rich_color
    track = background.blend(foreground, 0.28).rich_color
    accent = _colour(theme.accent or "", "#f0b429").rich_color
    main = _colour(theme.primary, "#6cb6ff")
    primary = main.rich_color
    warning = _colour(theme.warning or "", "#f2894e").rich_color
    styles = {
        roles.TITLE: Style(bold=True, color=foreground.rich_color),
        roles.HEADING: Style(bold=True, color=primary),
        roles.LABEL: Style(color=quiet),
        roles.QUIET: Style(color=quiet),
        roles.LINK: Style(underline=True),
        roles.MATCH: Style(bold=True, underline=True, color=accent),
        roles.ACCENT: Style(bold=True, color=accent),
        roles.WARN: Style(bold=True, color=warning),
        roles.BAR: Style(color=primary),
        roles.TRACK: Style(color=track),
        roles.CURSOR: Style(bold=True, bgcolor=background.blend(main, 0.28).rich_color),
        roles.ACTIVE: Style(bold=True, color=background.rich_color, bgcolor=primary),
    }
    styles |= _plan_styles(foreground, background, main, _colour(theme.accent or "", "#f0b429"))
    for role, (dark, light) in _KINDS.items():
        styles[role] = Style(color=Color.parse(dark if theme.dark else light).rich_color)
    if mono:
        # Without colours the cursor would be only bold.
        styles[roles.CURSOR] = styles[roles.ACTIVE] = styles[roles.HERE] = Style(reverse=True)
    return styles


def _plan_styles(foreground: Color, background: Color, main: Color, accent: Color) -> dict[str, Style]:
    """How plans of halls look: stands a shade above the aisles, what is found in the accent, the rest quiet."""
    ground = background.blend(main, 0.10)
    lit = background.blend(accent, 0.22)
    return {
        roles.WALL: Style(color=background.blend(foreground, 0.75).rich_color),
        roles.HALL: Style(bold=True, color=foreground.rich_color),
        roles.STAND_EDGE: Style(color=background.blend(foreground, 0.42).rich_color, bgcolor=ground.rich_color),
        roles.STAND_TEXT: Style(color=foreground.rich_color, bgcolor=ground.rich_color),
        roles.STAND_QUIET: Style(color=background.blend(foreground, 0.62).rich_color, bgcolor=ground.rich_color),
        roles.HIT_EDGE: Style(color=accent.rich_color, bgcolor=lit.rich_color),
        roles.HIT: Style(bold=True, color=foreground.rich_color, bgcolor=lit.rich_color),
        roles.OWN: Style(bold=True, color=accent.rich_color, bgcolor=ground.rich_color),
        roles.LIT: Style(bold=True, color=accent.rich_color),
        roles.ROW: Style(bold=True, color=main.rich_color),
        roles.SIGN: Style(bold=True, color=background.blend(main, 0.85).rich_color),
        roles.HERE: Style(bold=True, color=background.rich_color, bgcolor=accent.rich_color),
        roles.WAY: Style(bold=True, color=accent.rich_color),
    }


def rich_theme(theme: Theme, *, mono: bool = False) -> RichTheme:
    """The roles as a theme for the app's console, which resolves them when a line is painted."""
    return RichTheme(role_styles(theme, mono=mono), inherit=False)


def _colour(text: str, otherwise: str) -> Color:
    try:
        colour = Color.parse(text)
    except ColorParseError:
        return Color.parse(otherwise)
    # A theme that leaves its colours to the terminal has none to blend with.
    return colour if colour.ansi is None else Color.parse(otherwise)
