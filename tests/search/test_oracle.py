"""The index finds what a slow look at every word of every thing finds, and nothing that no reading explains."""

from hypothesis import assume, given
from hypothesis import strategies as st

from guide.search.fields import INSIDE, KINDS, Fields
from guide.search.fold import fold, sound, words
from guide.search.index import Index
from guide.search.layouts import to_english
from guide.search.names import LEGAL_FORMS
from guide.search.stands import SPOKEN
from guide.search.stems import same_word
from tests.search.fair import CATALOGUE

INDEX = Index.build(CATALOGUE)
FIELDS = Fields(CATALOGUE)
TEXTS = {ref: list(FIELDS.texts(ref)) for kind in KINDS for ref in CATALOGUE.refs(kind)}
WORDS = sorted(
    {word.lower() for texts in TEXTS.values() for _, text in texts for word in words(text) if word.isalpha()}
)

piece = st.builds(lambda word, length: word[:length], st.sampled_from(WORDS), st.integers(1, 14))
queries = st.lists(piece, min_size=1, max_size=3)


def holds(ref, asked):
    """Whether a thing holds a word that starts so, sounds so, has that stem or that piece inside."""
    plain, heard = fold(asked), sound(asked)
    for field, text in TEXTS[ref]:
        for word in words(text):
            folded = fold(word)
            if folded.startswith(plain) or (not word.isdigit() and sound(word).startswith(heard)):
                return True
            if same_word(plain, folded):
                return True
            if len(plain) >= 4 and field in INSIDE and plain in folded:
                return True
    return False


@given(queries)
def test_finds_all_that_holds_every_word(chunks):
    assume(not any(fold(chunk) in LEGAL_FORMS | SPOKEN for chunk in chunks))
    answer = INDEX.search(" ".join(chunks))
    found = {ref for kind in KINDS for ref in answer.refs(kind)}
    for ref in TEXTS:
        if all(holds(ref, chunk) for chunk in chunks):
            assert ref in found


@given(st.sampled_from([word for word in WORDS if len(word) > 4 and not word.isascii() and "-" not in word]))
def test_a_whole_word_typed_on_the_english_layout_finds_what_it_means(word):
    meant = {ref for kind in KINDS for ref in INDEX.search(word).refs(kind)}
    typed = {ref for kind in KINDS for ref in INDEX.search(to_english(word)).refs(kind)}
    assert meant <= typed


@given(queries)
def test_one_more_letter_never_brings_back_what_was_gone(chunks):
    # Narrowing must feel like narrowing: what one more letter keeps was there before it.
    query = " ".join(chunks)
    assume(len(chunks[-1]) > 2 and all(holds_any(chunk) for chunk in (*chunks, chunks[-1][:-1])))
    assume(not any(fold(chunk) in LEGAL_FORMS | SPOKEN for chunk in chunks))
    longer, shorter = INDEX.search(query), INDEX.search(query[:-1])
    for ref in TEXTS:
        if all(starts(ref, chunk) for chunk in chunks):
            assert ref in longer.refs(ref.kind)
            assert ref in shorter.refs(ref.kind)


def holds_any(chunk):
    """Whether anything holds the word."""
    return any(holds(ref, chunk) for ref in TEXTS)


def starts(ref, asked):
    """Whether a thing holds a word that starts so, letter by letter."""
    return any(fold(word).startswith(fold(asked)) for _, text in TEXTS[ref] for word in words(text))
