"""Where and when a thing was before, said beside where and when it is now: on its card and in the plan."""

from collections.abc import Sequence
from dataclasses import replace

from rich.text import Text

from guide.i18n import N_, Tongue
from guide.view import roles
from guide.view.blocks import Card, Pairs, Paragraph, styled

Was = Sequence[tuple[str, str]]
"""What happened, of :data:`guide.catalogue.difference.WHATS`, and how it was before that, in words."""

LABELS = {
    "moved": (N_("Stand"), N_("Room"), N_("Hall")),
    "retimed": (N_("Time"), N_("Opening hours")),
}
"""The facts of a card that a change is told beside, the first that the card has."""


def was_said(was: Was, tongue: Tongue) -> str:
    """«раньше: A12, Зал 1»; "" where nothing was otherwise."""
    return tongue.t("was: {before}", before="; ".join(before for _, before in was)) if was else ""


def with_was(card: Card, was: Was, tongue: Tongue) -> Card:
    """A card that says how it was: beside the fact that is another now, else under its name."""
    blocks = list(card.blocks)
    for what, before in was:
        said = styled(was_said(((what, before),), tongue), roles.WARN)
        labels = [tongue.t(label) for label in LABELS.get(what, ())]
        for at, block in enumerate(blocks):
            if isinstance(block, Pairs) and any(label in labels for label, _ in block.pairs):
                blocks[at] = _beside(block, labels, said)
                break
        else:
            blocks.insert(1, Paragraph(said))
    return replace(card, blocks=tuple(blocks))


def _beside(block: Pairs, labels: Sequence[str], said: Text) -> Pairs:
    there = {label for label, _ in block.pairs}
    wanted = next(label for label in labels if label in there)
    at = next(at for at, (label, _) in enumerate(block.pairs) if label == wanted)
    text = block.pairs[at][1]
    more = text.copy().append("\n" if "\n" in text.plain else " · ", roles.QUIET).append_text(said)
    return Pairs((*block.pairs[:at], (wanted, more), *block.pairs[at + 1 :]))
