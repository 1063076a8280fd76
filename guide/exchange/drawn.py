"""Several QR codes one under the other, each with what it is, and what they hold in plain text beneath."""

from collections.abc import Sequence

from guide.errors import UsageError
from guide.exchange.brief import brief
from guide.exchange.qr import Code, card, for_guide, to_read
from guide.exchange.selection import Selection
from guide.i18n import N_

MOST_CARDS = 12
"""Things that go into QR codes one by one; of more it is no pleasure to scan them."""


def codes_of(selection: Selection, columns: int, rows: int, *, words: bool = False) -> tuple[Code, ...]:
    """The codes of a visit for another guide, or with ``words`` for any phone; of some things a card each.

    Raises UsageError for what is not for QR codes, NoRoomError, TooLongError.
    """
    _refuse_too_many(selection)
    if words:
        return to_read(selection, columns, rows)
    if selection.visit.marks or selection.visit.plan:
        return for_guide(selection, columns, rows)
    return tuple(code for ref in selection.refs for code in card(selection, ref, columns, rows))


def caption(selection: Selection, code: Code) -> str:
    """Which of several codes it is; "" for one alone."""
    if code.count < 2:
        return ""
    return selection.tongue.t("code {number} of {count}", number=code.number, count=code.count)


def in_words(selection: Selection, codes: Sequence[Code]) -> str:
    """What the codes hold, to be copied or read: their own texts, and what they say where those are none for people."""
    parts = [code.text + "\n" for code in codes]
    if codes and codes[0].for_guide:
        parts.append(brief(selection) + "\n")
    return "\n".join(parts)


def drawn(selection: Selection, codes: Sequence[Code]) -> str:
    """All codes as plain lines, dark drawn, each under its number; then what they hold in words."""
    pictures = ("\n".join(filter(None, (caption(selection, code), *code.rows))) + "\n" for code in codes)
    return "\n".join([*pictures, in_words(selection, codes)])


def left_out(selection: Selection) -> tuple[str, ...]:
    """What QR codes do not hold of a visit: its notes."""
    notes = sum(bool(mark.note) for mark in selection.visit.marks.values())
    n = selection.tongue.n
    said = n(
        "{count} note is not in the codes; JSON takes it along.",
        "{count} notes are not in the codes; JSON takes them along.",
        notes,
    )
    return (said,) if notes else ()


def _refuse_too_many(selection: Selection) -> None:
    """Raises UsageError where a selection is not for QR codes: a whole fair, or many things at once."""
    if selection.whole:
        raise UsageError(
            N_("A whole fair does not go into QR codes."),
            N_("Take one thing by its id, or --visit or --favourites: guide export qr --visit"),
        )
    if not selection.visit.plan and not selection.visit.marks and len(selection.refs) > MOST_CARDS:
        raise UsageError(
            N_("These are {count} things; up to {most} go into QR codes one by one."),
            N_("Name fewer of them, or take --favourites."),
            count=len(selection.refs),
            most=MOST_CARDS,
        )
