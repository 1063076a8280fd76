"""A look at everything, word by word, agrees with the index: it loses nothing, finds nothing without a reason."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.search.fields import KINDS, Fields
from guide.search.filters import FILTERS
from guide.search.fold import fold, sound, tokens, words
from guide.search.names import ASKED_WITH, LEGAL_FORMS, LITTLE
from guide.search.stands import SPOKEN
from guide.search.stems import same_word
from tests.search.crowd import CATALOGUE, INDEX, PATIENT

FIELDS = Fields(CATALOGUE)
TEXTS = {ref: list(FIELDS.texts(ref)) for kind in KINDS for ref in CATALOGUE.refs(kind)}
CODES = {ref: FIELDS.codes(ref) for ref in TEXTS}
SAID = {ref: [[fold(word) for word in words(text)] for _, text in texts] for ref, texts in TEXTS.items()}
PARTS = {ref: [[fold(token.text) for token in tokens(text)] for _, text in texts] for ref, texts in TEXTS.items()}
WORDS = sorted({word for texts in TEXTS.values() for _, text in texts for word in words(text) if word.isalpha()})
LONG = [word for word in WORDS if len(word) >= 5]
REASONS = {
    *("exact", "prefix", "word", "typo", "keyboard-layout", "transliteration"),
    *("look-alike", "word-form", "initials", "stand-code", "alias", "filter"),
}

piece = st.builds(lambda word, length: word[:length].lower(), st.sampled_from(WORDS), st.integers(2, 14))
pieces = st.lists(piece, min_size=1, max_size=3)
of_one_thing = st.sampled_from([ref for ref in TEXTS if SAID[ref]]).flatmap(
    lambda ref: st.lists(st.sampled_from([w for said in SAID[ref] for w in said if w] or ["a"]), min_size=1, max_size=3)
)
anything = st.text(
    alphabet="абвгдеёжзійклмнопрстуфхцчшщьэюяўabcdefghijklmnopqrstuvwxyz'’-.,;[]\"«» 0123456789", max_size=24
)


def all_of(answer) -> list[Ref]:
    return [ref for kind in KINDS for ref in answer.refs(kind)]


def needless(chunk: str) -> bool:
    """Whether a word may be passed over: a legal form, a little word or one of a question, one said beside a code,
    one too short."""
    return fold(chunk) in LEGAL_FORMS | LITTLE | ASKED_WITH | SPOKEN or len(fold(chunk)) < 2


# What must be found.


def holds(ref: Ref, asked: str) -> bool:
    """Whether a thing has a word that starts so, sounds so, or is another form of that."""
    plain, heard = fold(asked), sound(asked)
    for _, text in TEXTS[ref]:
        for word in words(text):
            folded = fold(word)
            if folded.startswith(plain) or same_word(plain, folded):
                return True
            if heard and not word.isdigit() and sound(word).startswith(heard):
                return True
    return False


@PATIENT
@given(st.one_of(pieces, of_one_thing))
def test_all_that_has_every_word_is_found(chunks):
    assume(not any(map(needless, chunks)))
    found = set(all_of(INDEX.search(" ".join(chunks))))
    lost = [ref for ref in TEXTS if ref not in found and all(holds(ref, chunk) for chunk in chunks)]
    assert lost == [], f"{chunks} are all in {lost[:4]}"


@PATIENT
@given(st.sampled_from(LONG), st.data())
def test_one_slip_finds_what_was_meant_where_it_finds_nothing_else(word, data):
    at = data.draw(st.integers(0, len(word) - 1), label="at")
    letter = data.draw(st.sampled_from("аеиоклмнрст" if not word.isascii() else "aeioklmnrst"), label="letter")
    low = word.lower()
    slips = [low[:at] + low[at + 1 :], low[:at] + letter + low[at:], low[:at] + letter + low[at + 1 :]]
    slips.append(low[:at] + low[at : at + 2][::-1] + low[at + 2 :])
    typed = data.draw(st.sampled_from(slips), label="typed")
    assume(len(typed) >= 4 and fold(typed) != fold(word) and not needless(typed))
    answer = INDEX.search(typed)
    assume(answer.total == 0 or answer.reason == "typo")
    plain = fold(word)
    meant = {ref for ref in TEXTS if any(plain in said for said in SAID[ref])}
    assert meant <= set(all_of(answer)), f"{typed!r} for {word!r}"


# What may be found.


@settings(PATIENT, max_examples=200)
@given(st.one_of(pieces.map(" ".join), of_one_thing.map(" ".join), anything))
@example("полесье")
@example("gjktcmt")
@example("глз")
@example("7с5.1")
@example("a-061 мтз")
@example("гомель страна:BY")
@example("шнайдер")
@example("в москве")
@example("us")
@example("01")
@example('"co ltd"')
@example('"санкт-петербург"')
@example('"брестская область"')
@example('"а')
def test_nothing_is_found_without_a_reason(query):
    answer = INDEX.search(query)
    if answer.everything:
        assert all(answer.why(ref) == () for ref in all_of(answer)[:5])
        return
    filtered_only = not answer.words
    for ref in all_of(answer):
        whys = answer.why(ref)
        assert whys or filtered_only, f"{query!r} found {ref} without a reason"
        for why in whys:
            assert why.reason in REASONS, why
            if why.reason == "filter":
                assert why.field in FILTERS, why
                continue
            there = CODES[ref] if why.field == "stand" else [text for field, text in TEXTS[ref] if field == why.field]
            assert any(why.matched in text for text in there), f"{query!r} found {ref} by {why}, which it has not"
            assert why.matched, why


@PATIENT
@given(st.one_of(pieces, of_one_thing))
@example(["malmö", "es"])
@example(["lindqvi", "st"])
def test_literally_only_words_that_start_so_are_found(chunks):
    assume(not any(map(needless, chunks)) and not any(c.isdigit() for chunk in chunks for c in chunk))
    starts = [fold(word) for chunk in chunks for word in words(chunk)]
    for ref in all_of(INDEX.search(" ".join(chunks), literally=True)):
        there = [word for said in SAID[ref] for word in said]
        lost = [start for start in starts if not any(word.startswith(start) for word in there)]
        assert not lost, f"{lost} are not in {ref}"


@PATIENT
@given(st.one_of(pieces, of_one_thing))
def test_literally_finds_less(chunks):
    query = " ".join(chunks)
    assert set(all_of(INDEX.search(query, literally=True))) <= set(all_of(INDEX.search(query)))


# Phrases, what is left out, filters.


def side_by_side(wanted: list[str], texts: list[list[str]]) -> bool:
    """Whether words stand so, one after the other, in one of the texts."""
    length = len(wanted)
    return any(text[at : at + length] == wanted for text in texts for at in range(len(text)))


@PATIENT
@given(st.sampled_from([ref for ref in TEXTS if any(len(parts) > 1 for parts in PARTS[ref])]), st.data())
def test_a_phrase_is_its_words_side_by_side(ref, data):
    parts = data.draw(st.sampled_from([each for each in PARTS[ref] if len(each) > 1]), label="text")
    at = data.draw(st.integers(0, len(parts) - 2), label="at")
    wanted = parts[at : at + data.draw(st.integers(2, 3), label="length")]
    if data.draw(st.booleans(), label="turned"):
        wanted = wanted[::-1]
    assume(not all(map(needless, wanted)))
    answer = INDEX.search(f'"{" ".join(wanted)}"')
    assume(answer.reason == "")  # what no text says may have been typed on another layout
    assert set(all_of(answer)) == {other for other in TEXTS if side_by_side(wanted, PARTS[other])}


@PATIENT
@given(piece, st.sampled_from([word.lower() for word in LONG]))
def test_what_is_left_out_is_the_difference(asked, out):
    assume(not needless(asked) and not needless(out))
    whole, without = set(all_of(INDEX.search(asked))), set(all_of(INDEX.search(f"{asked} -{out}")))
    literally = set(all_of(INDEX.search(out, literally=True)))
    assert without == whole - literally


def country_of(thing) -> set[str]:
    place = getattr(thing, "place", None)
    return {place.country} if place and place.country else set()


def halls_of(thing) -> set[str]:
    return {CATALOGUE.stands[key].hall for key in thing.stands} | ({thing.hall} if thing.hall else set())


@pytest.mark.parametrize("query", ["", "завод", "полесье", "gjktcmt", "ковры e98"])
def test_a_filter_keeps_exactly_what_a_look_at_each_keeps(query):
    found = INDEX.search(query).refs("exhibitor")
    things = {ref: CATALOGUE.exhibitors[ref.id] for ref in found}
    for code in ("BY", "RU", "DE", "KZ", "FR"):
        kept = {ref for ref, thing in things.items() if code in country_of(thing)}
        assert set(INDEX.search(f"country:{code} {query}").refs("exhibitor")) == kept
        assert set(INDEX.search(f"-country:{code} {query}").refs("exhibitor")) == set(found) - kept
    for hall in ("1", "7", "26"):
        kept = {ref for ref, thing in things.items() if hall in halls_of(thing)}
        assert set(INDEX.search(f"hall:{hall} {query}").refs("exhibitor")) == kept
    for region in ("BY-BR", "BY-VI", "RU-ULY"):
        kept = {r for r, thing in things.items() if thing.place and thing.place.region == Ref("region", region)}
        assert set(INDEX.search(f"region:{region} {query}").refs("exhibitor")) == kept


@pytest.mark.parametrize("query", ["", "завод", "игрушки", "лифты", "ковалёва"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_a_filter(kind, query):
    everything = INDEX.search(query)
    only = INDEX.search(f"kind:{kind} {query}")
    assert set(all_of(only)) == set(everything.refs(kind))
    assert set(all_of(INDEX.search(f"-kind:{kind} {query}"))) == set(all_of(everything)) - set(everything.refs(kind))


# Every way to ask for an answer tells the same.


@PATIENT
@given(st.one_of(pieces.map(" ".join), anything))
@example("")
@example("country:BY")
def test_an_answer_agrees_with_itself(query):
    answer = INDEX.search(query)
    each = all_of(answer)
    assert answer.total == len(each) == len(set(each)) == sum(map(answer.count, KINDS))
    best = answer.best(None, len(each) + 5)
    assert sorted(best) == sorted(each)
    assert [hit.ref for hit in answer.hits(None, 7)] == answer.best(None, 7) == best[:7]
    for kind in KINDS:
        assert tuple(answer.best([kind], len(each))) == answer.refs(kind)
        assert [ref for ref in best if ref.kind == kind] == list(answer.refs(kind))
        assert set(answer.refs(kind)) <= set(INDEX.order[kind])
    scores = [hit.score for hit in answer.hits(None, 30)]
    assert scores == sorted(scores, reverse=True)
    assert all(hit.why == answer.why(hit.ref) for hit in answer.hits(None, 3))
