"""Why a thing was found, worked out for the few that are shown: the field and the piece of it that was met."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from guide.catalogue.model import Ref
from guide.search.answer import Why
from guide.search.fields import INSIDE, WEIGHTS, Fields, OtherName
from guide.search.fold import LEAST_UNFINISHED, fold, is_cyrillic, letters_sound, sound, spelled, words
from guide.search.hearing import Heard
from guide.search.highlight import LEAST_INSIDE
from guide.search.names import NAMING, initials, joined
from guide.search.spellings import initials_sounds, other_sounds
from guide.search.stands import code_key, code_keys, typed_keys, unfinished
from guide.search.stems import same_word


def explain(fields: Fields, ref: Ref, asked: Sequence[Heard], text: str) -> tuple[Why, ...]:
    """One reason for each word of the query, the same reason once; for an exact name that alone."""
    texts = list(fields.texts(ref))
    reread = next((one.reason for one in asked if one.reason), "")
    named = [(field, name) for field, name in texts if field in NAMING]
    whole = joined(text)
    for field, name in named:
        if field != "legal_name" and joined(name)[0] == whole[0]:
            return (Why(field, reread or ("exact" if field == "name" else "alias"), name),)
    # The heaviest fields first, so the first match is the best or nearly so.
    texts.sort(key=lambda pair: -WEIGHTS[pair[0]])
    codes = {code: code for code in fields.codes(ref)} | fields.codes_with_halls(ref)
    needed = [one for one in asked if not one.optional]
    found = [_code(codes, one) or _word(texts, one) for one in needed]
    if not all(found) or all(why and WEIGHTS[why.field] < WEIGHTS["legal_name"] for why in found):
        by_name = _by_name(named, asked, whole, reread)
        if by_name:
            return (by_name,)
    return tuple(dict.fromkeys(why for why in found if why))


def _by_name(
    named: Sequence[tuple[str, str]], asked: Sequence[Heard], whole: tuple[str, str], reread: str
) -> Why | None:
    """A name that the query is, or starts, though parted or joined differently; or whose initials it is."""
    ways = [(whole, reread)]
    if len(asked) == 1:
        ways += [(joined(reading.text), reading.reason) for reading in asked[0].readings[1:]]
    for (plain, heard), reason in ways:
        sounds = {heard, *initials_sounds(plain), *other_sounds(plain)} if len(asked) == 1 else {heard}
        for field, name in named:
            key, said = joined(name)
            if key.startswith(plain):
                return Why(field, reason or ("alias" if field == "alias" else "prefix"), name)
            if any(one and said.startswith(one) for one in sounds):
                return Why(field, reason or "transliteration", name)
            if field == "alias" and letters_sound(key) in sounds:
                return Why(field, reason or "transliteration", name)
            for letters in initials(name):
                if letters == plain or letters_sound(letters) in sounds:
                    return Why(field, "initials", name)
    return None


def _code(codes: Mapping[str, str], one: Heard) -> Why | None:
    wanted = {word[1:] for word in one.words if word.startswith("#")}
    wanted |= {key for reading in one.readings if (key := code_key(reading.text))}
    wanted |= {key for reading in one.readings for key in typed_keys(reading.text)}
    for code, published in codes.items():
        keys = [key for sort in code_keys(code) for key in sort]
        if any(key == want or key.startswith(unfinished(want)) for key in keys for want in wanted):
            return Why("stand", "stand-code", published)
    return None


def _word(texts: Sequence[tuple[str, str]], one: Heard) -> Why | None:
    for reading in one.readings:
        # The joined form of a hyphenated word comes last and says the most.
        for word in reversed(words(reading.text)):
            best = _best(texts, _Asked(word, reading.reason))
            if best:
                return best
    return _mistyped(texts, one) if one.near else None


class _Asked:
    """One asked word in the forms that it is compared by."""

    def __init__(self, word: str, reason: str) -> None:
        self.plain, self.heard = fold(word), sound(word)
        self.others = other_sounds(word)
        self.reason = reason


def _best(texts: Sequence[tuple[str, str]], asked: _Asked) -> Why | None:
    worth, best = 0.0, None
    for field, said in texts:
        if WEIGHTS[field] <= worth:
            break
        for shown, folded, heard in _forms(said):
            share, reason = _met(folded, heard, field, asked)
            if share * WEIGHTS[field] > worth:
                by_other = "alias" if isinstance(said, OtherName) else reason
                worth, best = share * WEIGHTS[field], Why(field, asked.reason or by_other, shown)
    return best


def _mistyped(texts: Sequence[tuple[str, str]], one: Heard) -> Why | None:
    worth, best = 0.0, None
    plain = [(meant, close) for meant, close in one.near.items() if meant[0] != "~"]
    sounds = [(meant[1:], close) for meant, close in one.near.items() if meant[0] == "~"]
    closest = max(one.near.values(), default=0.0)
    for field, said in texts:
        if closest * WEIGHTS[field] <= worth:
            break
        for shown, folded, heard in _forms(said):
            met = [close for meant, close in plain if folded.startswith(meant)]
            met += [close for meant, close in sounds if heard.startswith(meant)]
            close = max(met, default=0.0)
            if close * WEIGHTS[field] > worth:
                worth, best = close * WEIGHTS[field], Why(field, "typo", shown)
    return best


@lru_cache(maxsize=1 << 13)
def _forms(said: str) -> list[tuple[str, str, str]]:
    """The words of a text: how each is spelt there, its plain form and its sound."""
    return [(shown, fold(word), sound(word)) for word, shown in spelled(said)]


def _met(folded: str, said: str, field: str, asked: _Asked) -> tuple[float, str]:
    """How well a word of a field, by its letters and its sound, meets an asked one, as a share, and by what."""
    plain, heard = asked.plain, asked.heard
    by_name = "alias" if field == "alias" else ""
    if not plain:
        return 0.0, ""
    if folded == plain:
        return 1.0, by_name or "word"
    if folded.startswith(plain):
        return 0.85, by_name or "prefix"
    if plain.isdigit():
        return 0.0, ""
    if same_word(plain, folded):
        return 0.75, "word-form"
    if heard and said.startswith(heard):
        return 0.66, "transliteration" if is_cyrillic(folded) != is_cyrillic(plain) else "typo"
    if any(said.startswith(other) for other in asked.others):
        return 0.5, "transliteration" if is_cyrillic(folded) != is_cyrillic(plain) else "typo"
    if len(plain) >= LEAST_INSIDE and field in INSIDE and plain in folded:
        return 0.3, by_name or "word"
    if len(heard) >= LEAST_UNFINISHED and said.startswith(heard[:-1]):
        return 0.2, "transliteration"
    return 0.0, ""
