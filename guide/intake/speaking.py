"""Who speaks, as a cell of a programme lists them: names, the offices behind them, and the words before them.

«Модератор: Иван Петров, директор завода» has all three. What lists them are lines and semicolons; commas only where
each piece is a name and no office; a dash stands before an office, and lists only at the start of a line.
"""

import re
from collections.abc import Iterable

from guide.intake.firms import firm_of
from guide.intake.programme import Speaker

_NAMES = re.compile(r"[^\W\d_][\w.’'-]*(?:\s+[^\W\d_][\w.’'-]*){1,3}$")
_BEHIND = re.compile(r"\s*\([^()]*\)$")
_OFFICE = re.compile(r"\s+[–—-]\s+|,\s+|\s*\((?=[^()]*\)$)")
_AND = re.compile(r"(?:,\s+|\s/\s|\s+(?:и|і|and|und|&)\s+)(?![^()]{0,400}\))")  # but not within brackets
_PIECES = re.compile(r"\s*[;\n|]\s*")
_BULLET = re.compile(r"(?:[•●▪■*–—-]\s*|\(?\d{1,2}[.)]\s+)(?=\S)")
_LABEL = re.compile(
    r"(?:(?P<lead>модератор|мадэратар|moderator|moderation|ведущ(?=ий|ая|ие)|вядуч(?=ы|ая|ыя)|chair|session\schair|"
    r"leitung)"
    r"(?P<ending>\w{0,3})(?:\s(?:сессии|секции|сесіі|дискуссии|дыскусіі))?"
    r"|(?:(?:приглаш[её]нные|запрошаныя|keynote|invited|key)\s)?"
    r"(?:спикер|спікер|докладчик|дакладчык|выступающи|выступают|выступаюць|участник|удзельнік|эксперт|лектор|speaker|presenter"
    r"|panell?ist|lecturer|referent|redner|experte|mit|with)\w{0,3}"
    r"(?:\s(?:сессии|секции|дискуссии|дыскусіі|сесіі|панели))?)\s*(?:\([^()]{0,20}\)\s*)?(?::|\s[–—-]\s)\s*",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:t\.?b\.?[acdn]\.?|to be (?:announced|confirmed)|n\.?\s?n\.?|уточня\S*|удакладня\S*|по согласованию"
    r"|па ўзгадненні"
    r"|будет объявлен\S*|будзе абвешчан\S*|wird bekannt\s?gegeben|[–—-]+|нет|няма|и др\.?|и другие|others)\.?$",
    re.IGNORECASE,
)
_PARTICLES = frozenset((
    "de", "da", "di", "do", "dos", "das", "del", "della", "der", "den", "van", "von", "vom", "zu", "bin", "ibn", "al",
    "el", "la", "le", "ter", "y", "e", "оглы", "кызы", "угли",
))  # fmt: skip
_OFFICES = re.compile(
    r"(?:директор|дырэктар|руководител|кіраўнік|президент|прэзідэнт|министр|міністр|заместител|намеснік|начальник|начальнік"
    r"|профессор|прафесар|доцент|дацэнт|председател|старшын|глава|эксперт|менеджер|основател|директорат|director|manager"
    r"|president|minister|head|chief|officer|professor|chair|founder|partner|engineer|editor|consultant|analyst|leiter"
    r"|geschäftsführer|vorstand)",
    re.IGNORECASE,
)


def speakers_in(cell: str, office: str = "") -> list[Speaker]:
    """Those whom a cell names, in its order; ``office`` is that of all who are named without one."""
    speakers: list[Speaker] = []
    label = office
    for piece in _PIECES.split(cell):
        text = piece[bullet.end() :] if (bullet := _BULLET.match(piece)) else piece
        text = text.strip(" \t,;")
        here = label
        if found := _LABEL.match(text):
            here = _office_of(found) or office
            text = text[found.end() :].strip()
            if not text or found["lead"] is None or len(found["ending"]) > 1:
                label = here  # for those below it, too
        for name in _apart(text):
            if name and not _NOBODY.match(name):
                who = _speaker(name)
                speakers.append(who._replace(role=who.role or here))
    return speakers


def _office_of(label: re.Match[str]) -> str:
    """The office that a word before names gives: of one who leads; speakers are those who speak anyway."""
    lead = (label["lead"] or "").casefold()
    return {"ведущ": "ведущий", "вядуч": "вядучы", "moderation": "moderator"}.get(lead, lead)


def _apart(text: str) -> Iterable[str]:
    """Names that stand behind each other with commas, apart: only where each piece is a name and no office."""
    pieces = _AND.split(text)
    return pieces if len(pieces) > 1 and all(map(_is_name, pieces)) else [text]


def _is_name(text: str) -> bool:
    """Whether a text is a person's name and no firm or office: two to four words with capitals."""
    text = _BEHIND.sub("", text)
    words = text.split()
    small = [word for word in words if not word[:1].isupper() and word.casefold() not in _PARTICLES]
    capitals = sum(word[:1].isupper() for word in words)
    return (
        bool(_NAMES.match(text))
        and capitals > 1
        and not small
        and not any(map(_OFFICES.match, words))
        and not firm_of(text).legal_form
    )


def _speaker(text: str) -> Speaker:
    """Who speaks: a name, and the office that stands behind it: «Иванов Иван, директор завода»."""
    found = _OFFICE.search(text)
    if found and _NAMES.match(text[: found.start()]):
        office = text[found.end() :].strip()
        office = office.removesuffix(")") if found[0].endswith("(") else office
        role, _, firm = office.rpartition(", ")
        if not firm_of(firm).legal_form:
            role, firm = office, ""
        return Speaker(text[: found.start()].strip(), role=role, organisation=firm)
    return Speaker(text)
