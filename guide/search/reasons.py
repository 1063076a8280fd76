"""Why a thing was found, worked out for the few that are shown: the field and the piece of it that was met."""

from collections.abc import Sequence

from guide.catalogue.model import Ref
from guide.search.answer import Why
from guide.search.fields import INSIDE, WEIGHTS, Fields
from guide.search.fold import fold, sound, words
from guide.search.highlight import LEAST_INSIDE
from guide.search.names import joined
from guide.search.reading import Heard
from guide.search.stands import code_key, code_keys, unfinished
from guide.search.stems import stem


def explain(fields: Fields, ref: Ref, asked: Sequence[Heard], text: str) -> tuple[Why, ...]:
    """One reason for each word of the query, the same reason once; for an exact name that alone."""
    texts = list(fields.texts(ref))
    whole, heard = joined(text)
    reread = next((one.reason for one in asked if one.reason), "")
    for field, name in texts:
        if field in ("name", "alias") and joined(name)[0] == whole:
            return (Why(field, reread or ("exact" if field == "name" else "alias"), name),)
    # The heaviest fields first, so the first match is the best or nearly so.
    texts.sort(key=lambda pair: -WEIGHTS[pair[0]])
    codes = fields.codes(ref)
    found = [why for one in asked if (why := _code(codes, asked, one) or _word(texts, one))]
    if not found:
        found = [
            Why(field, reread or "prefix", name)
            for field, name in texts
            if field in ("name", "alias", "legal_name")
            and (joined(name)[0].startswith(whole) or joined(name)[1].startswith(heard))
        ][:1]
    return tuple(dict.fromkeys(found))


def _code(codes: Sequence[str], asked: Sequence[Heard], one: Heard) -> Why | None:
    wanted = {word[1:] for word in one.words if word.startswith("#")}
    wanted |= {key for reading in one.readings if (key := code_key(reading.text))}
    for code in codes:
        keys = code_keys(code)
        if any(key == want or key.startswith(unfinished(want)) for key in keys for want in wanted):
            return Why("stand", "stand-code", code)
    return None


def _word(texts: Sequence[tuple[str, str]], one: Heard) -> Why | None:
    best: tuple[float, Why] | None = None
    for reading in one.readings:
        asked = [(fold(word), sound(word)) for word in words(reading.text)][-1:]
        for plain, heard in asked:
            for field, said in texts:
                if best and WEIGHTS[field] <= best[0]:
                    break
                for word in words(said):
                    share, reason = _met(word, field, plain, heard, reading.reason)
                    worth = share * WEIGHTS[field]
                    if worth and (best is None or worth > best[0]):
                        best = (worth, Why(field, reason, word))
    return best[1] if best else None


def _met(word: str, field: str, plain: str, heard: str, reading: str) -> tuple[float, str]:
    """How well a word of a field meets an asked one, as a share, and by what."""
    folded = fold(word)
    share, reason = 0.0, ""
    if folded == plain:
        share, reason = 1.0, "word"
    elif folded.startswith(plain):
        share, reason = 0.85, "prefix"
    elif not plain.isdigit() and heard and sound(word).startswith(heard):
        share, reason = 0.6, "transliteration"
    elif len(plain) >= LEAST_INSIDE and field in INSIDE and plain in folded:
        share, reason = 0.4, "word"
    elif len(plain) >= LEAST_INSIDE and folded.startswith(stem(plain)):
        share, reason = 0.3, "word-form"
    elif len(heard) >= LEAST_INSIDE and sound(word).startswith(heard[:-1]):
        share, reason = 0.2, "transliteration"
    if share and reading:
        return share * 0.5, reading
    return share, "alias" if share >= 0.6 and field == "alias" and reason != "transliteration" else reason
