"""Names that are those of a country's or a region's stand: «Национальный павильон Германии», Tatarstan Pavilion."""

import re

from guide.catalogue import gazetteer

_NATIONAL = re.compile(
    r"национальн\w*\s+(?:павильон|экспозици|стенд)\w*|нацыянальн\w*\s+(?:павільён|экспазіцы|стэнд)\w*"
    r"|(?:national|country)\s+(?:pavilion|stand|booth|exposition)|nationalpavillon|länderpavillon|gemeinschaftsstand",
    re.I,
)
_COLLECTIVE = re.compile(
    r"^(?:(?:коллективн\w+|объединённ\w+|объединенн\w+|совместн\w+|калектыўн\w+|аб.яднан\w+)\s+)?"
    r"(?:павильон|экспозиция|стенд|павільён|экспазіцыя|стэнд|pavilion of|stand of|exposition of)\s+(?P<of>.+)$"
    r"|^(?P<before>.+?)\s+(?:pavilion|pavillon|national stand|regional stand|joint stand|gemeinschaftsstand)$",
    re.I,
)
_ADJECTIVES = {
    "german": "DE", "russian": "RU", "belarusian": "BY", "chinese": "CN", "turkish": "TR", "indian": "IN",
    "italian": "IT", "french": "FR", "polish": "PL", "czech": "CZ", "austrian": "AT", "swiss": "CH", "dutch": "NL",
    "japanese": "JP", "korean": "KR", "spanish": "ES", "british": "GB", "american": "US", "iranian": "IR",
    "kazakh": "KZ", "uzbek": "UZ", "serbian": "RS", "hungarian": "HU", "finnish": "FI", "swedish": "SE",
    "danish": "DK", "norwegian": "NO", "estonian": "EE", "latvian": "LV", "lithuanian": "LT", "ukrainian": "UA",
    "canadian": "CA", "brazilian": "BR", "portuguese": "PT", "belgian": "BE", "slovenian": "SI", "egyptian": "EG",
}  # fmt: skip
_LONGEST = 300  # characters of a name that is looked into
# The cases in which countries stand behind «экспозиция»: Германии, Рэспублікі Беларусь, Китайской Народной Республики.
_ENDINGS = (("ии", "ия"), ("и", "ь"), ("и", "я"), ("и", "а"), ("ы", "а"), ("я", "й"), ("а", ""), ("і", "ь"), ("і", "я"))


def kind_of(name: str) -> tuple[str, str]:
    """Whether a name is that of a country's or region's stand ("national", "regional", ""), and whose: an ISO code."""
    if len(name) > _LONGEST:
        return "", ""
    whole = _NATIONAL.search(name)
    part = _COLLECTIVE.match(name)
    of = _NATIONAL.sub(" ", name) if whole else (part["of"] or part["before"]) if part else ""
    code = _whose(of.strip(' -–—:,.«»"“”()')) if of else ""
    if code:
        return ("regional" if "-" in code else "national"), code
    return ("national", "") if whole and not re.search("gemeinschaftsstand", name, re.I) else ("", "")


def _whose(text: str) -> str:
    """The ISO code of the country or region that stands in a name, in the case that it stands in."""
    if text.casefold() in _ADJECTIVES:
        return _ADJECTIVES[text.casefold()]
    forms = [text, *(text[: -len(end)] + first for end, first in _ENDINGS if text.endswith(end))]
    words = text.split()
    if len(words) == 2 and words[1].casefold() in ("области", "вобласці"):
        stem = re.sub("(?:ой|ей|ай|яй)$", "", words[0], flags=re.I)
        forms += [f"{stem}ая {words[1][:-1]}ь", f"{stem}ая вобласць"]
    elif words and words[0].casefold() in ("республики", "рэспублікі"):
        forms += [f"{words[0][:-1]}{'а' if words[0][-1] in 'иі' else ''} {' '.join(words[1:])}", " ".join(words[1:])]
        forms += [f"{' '.join(words[1:])[: -len(end)]}{first}" for end, first in _ENDINGS if text.endswith(end)]
    for form in forms:
        for kind in ("country", "region"):
            found = {place.code for place in gazetteer.known(form, kind)} if form else set()
            if len(found) == 1:
                return found.pop()
    return ""
