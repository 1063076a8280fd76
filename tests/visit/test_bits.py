"""Numbers in bits: whatever is written is read in the same order, and nothing beyond it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.visit.bits import BitsIn, BitsOut, RunOutError

WRITTEN = st.lists(
    st.one_of(
        st.integers(0, 40).flatmap(lambda bits: st.tuples(st.just("put"), st.integers(0, 2**bits - 1), st.just(bits))),
        st.tuples(st.just("number"), st.integers(0, 2**70)),
        st.tuples(st.just("signed"), st.integers(-(2**40), 2**40)),
        st.tuples(st.just("rice"), st.integers(0, 500), st.integers(0, 12)),
        st.tuples(st.just("octets"), st.binary(max_size=20)),
    )
)


@given(WRITTEN)
def test_what_was_written_is_read(written):
    out = BitsOut()
    for way, *values in written:
        getattr(out, way)(*values)
    bits = BitsIn(out.done())
    for way, value, *more in written:
        match way:
            case "put":
                assert bits.take(*more) == value
            case "octets":
                assert bits.octets(len(value)) == value
            case _:
                assert getattr(bits, way)(*more) == value
    with pytest.raises(RunOutError):
        bits.take(8)  # at most seven bits fill the last byte


@pytest.mark.parametrize(("value", "bits"), [(8, 3), (-1, 3), (1, 0)])
def test_what_does_not_fit_is_refused(value, bits):
    with pytest.raises(ValueError, match="does not fit"):
        BitsOut().put(value, bits)


def test_the_greatest_bit_comes_first():
    out = BitsOut()
    out.put(1, 1)
    out.put(2, 3)
    assert out.done() == b"\xa0"
    assert BitsOut().done() == b""
