"""The signs on a plan in characters, and what each says: one or two cells of WGL4, readable without colour.

Letters of services are small, since those of rows are large.
"""

from collections.abc import Mapping

from guide.catalogue.model import Catalogue, Passage, Ref, Service
from guide.i18n import C_, N_, Tongue
from guide.text import one_line
from guide.view import names, own
from guide.view.floor_marks import Marks

HIT, FAVOURITE, HERE, STEP, START, UNKNOWN = "●", own.FAVOURITE, "◙", "•", "○", "¤"
STOP, STAND = own.PLANNED, "■"

UPWARDS, RIGHTWARDS, DOWNWARDS, LEFTWARDS = "▲►▼◄"
STREET = "street"

PASSAGES: Mapping[str, tuple[str, str]] = {
    STREET: (UPWARDS, N_("way in and out")),
    "door": ("∩", N_("door")),
    "outdoor": ("∩", N_("way through the open")),
    "stairs": ("≡", N_("stairs")),
    "lift": ("↨", N_("lift")),
    "escalator": ("≠", N_("escalator")),
    "ramp": ("/", N_("ramp")),
}
"""The kind of a passage -> its sign and its word."""

_SERVICES: Mapping[str, str] = {
    "info": "i",
    "first-aid": "+",
    "toilet": "WC",
    "accessible-toilet": "&",
    "atm": "$",
    "lost-found": "?",
    "parking": "P",
    "wifi": "≈",
    "exit": "»",
    "room": "⌂",
    "stage": "♪",
    "cloakroom": C_("sign of a cloakroom", "h"),
    "cafe": C_("sign of a café", "c"),
    "prayer": C_("sign of a prayer room", "m"),
    "transport": C_("sign of a bus stop", "b"),
}
_CONTEXTS = {
    "cloakroom": "sign of a cloakroom",
    "cafe": "sign of a café",
    "prayer": "sign of a prayer room",
    "transport": "sign of a bus stop",
}

_LIT, _START = C_("plan", "what is lit"), C_("plan", "start of the way")
_FOUND, _LIKED, _STOP, _WAY = C_("plan", "found"), C_("plan", "favourite"), C_("plan", "stop"), C_("plan", "the way")


def stop_sign(number: int) -> str:
    """The sign of a stop: its number in the plan, «‹3›»."""
    return f"‹{number}›"


def passage_kind(passage: Passage) -> str:
    """The kind that a passage is drawn as: one with a single end leads to the street."""
    return STREET if len(passage.ends) == 1 and passage.kind in ("door", "outdoor") else passage.kind


def service_sign(service: Service, tongue: Tongue) -> str:
    """The sign of a service, by its kind; some are the first letter of its word."""
    sign = _SERVICES.get(service.kind or "", UNKNOWN)
    return tongue.c(_CONTEXTS[service.kind or ""], sign) if service.kind in _CONTEXTS else sign


def legend(catalogue: Catalogue, refs: frozenset[Ref], marks: Marks, tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """The signs of the marks, and of these passages and services, each once with its words.

    A service of no known kind goes by its name; what shares a sign with others is named beside them.
    """
    shown = (
        (bool(marks.hits or marks.hits_there), HIT, _FOUND),
        (bool(marks.favourites or marks.favourites_there), FAVOURITE, _LIKED),
        (bool(marks.stops), stop_sign(1), _STOP),
        (bool(marks.walks), STEP, _WAY),
        (bool(marks.walks), START, _START),
        (marks.cursor is not None, RIGHTWARDS + LEFTWARDS, _LIT),
    )
    said = {sign: {tongue.c("plan", word): None} for there, sign, word in shown if there}
    if marks.here:
        _add(said, HERE, tongue.t("you are here"))
    for kind, (sign, word) in PASSAGES.items():
        if any(ref.kind == "passage" and passage_kind(catalogue.passages[ref.id]) == kind for ref in refs):
            _add(said, sign, tongue.t(word))
    for key, service in catalogue.services.items():
        if Ref("service", key) in refs:
            known = names.said(tongue, names.SERVICE_KINDS, service.kind) if service.kind in _SERVICES else ""
            _add(said, service_sign(service, tongue), known or one_line(tongue.d(service.name)))
    return tuple((sign, ", ".join(words)) for sign, words in said.items())


def _add(said: dict[str, dict[str, None]], sign: str, word: str) -> None:
    said.setdefault(sign, {})[word] = None
