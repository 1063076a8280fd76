"""Why a thing was found, worked out for the few that are shown: the field and the piece of it that was met."""

from collections.abc import Sequence

from guide.catalogue.model import Ref
from guide.search.answer import Why
from guide.search.fields import INSIDE, WEIGHTS, Fields
from guide.search.fold import fold, is_cyrillic, sound, spelled, words
from guide.search.highlight import LEAST_INSIDE, LEAST_UNFINISHED
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
    found = [why for one in asked if not one.optional and (why := _code(codes, asked, one) or _word(texts, one))]
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
    for reading in one.readings:
        # The joined form of a hyphenated word comes last and says the most.
        for word in reversed(words(reading.text)):
            best = _best(texts, fold(word), sound(word), reading.reason)
            if best:
                return best
    return None


def _best(texts: Sequence[tuple[str, str]], plain: str, heard: str, reading: str) -> Why | None:
    worth, best = 0.0, None
    for field, said in texts:
        if WEIGHTS[field] <= worth:
            break
        for word, shown in spelled(said):
            share, reason = _met(word, field, plain, heard)
            if share * WEIGHTS[field] > worth:
                worth, best = share * WEIGHTS[field], Why(field, reading or reason, shown)
    return best


def _met(word: str, field: str, plain: str, heard: str) -> tuple[float, str]:
    """How well a word of a field meets an asked one, as a share, and by what."""
    folded = fold(word)
    by_name = "alias" if field == "alias" else ""
    if not plain:
        return 0.0, ""
    if folded == plain:
        return 1.0, by_name or "word"
    if folded.startswith(plain):
        return 0.85, by_name or "prefix"
    if plain.isdigit():
        return 0.0, ""
    if heard and sound(word).startswith(heard):
        return 0.6, "transliteration" if is_cyrillic(folded) != is_cyrillic(plain) else "word-form"
    if stem(folded) == stem(plain):
        return 0.55, "word-form"
    if len(plain) >= LEAST_INSIDE and field in INSIDE and plain in folded:
        return 0.4, by_name or "word"
    if folded.startswith(stem(plain)):
        return 0.3, "word-form"
    if len(heard) >= LEAST_UNFINISHED and sound(word).startswith(heard[:-1]):
        return 0.2, "transliteration"
    return 0.0, ""
