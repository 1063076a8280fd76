"""The machine that says when a catalogue is read: whatever happens, it ends at the last good one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.watch import AGAIN, GONE, RETRY, SETTLED, Seen, Stamp, Standing, Verdict, Watch

LOOK = 0.5


def one(changed: int, size: int = 10, inode: int = 1) -> Seen:
    """A catalogue of one file."""
    return (Stamp("", changed, size, inode),)


def test_what_is_open_is_read_once_at_the_start_and_once_more_for_slow_clocks():
    watch, reads = Watch("a"), []
    for number in range(20):
        at = number * LOOK
        if watch.look(at, one(1)):
            reads.append(at)
            assert not watch.read(at, one(1), "a")
    assert reads == [LOOK, AGAIN]
    assert watch.standing is Standing.FRESH


def test_nothing_is_read_while_it_changes():
    watch = Watch("a")
    assert not any(watch.look(number * 0.25, one(number)) for number in range(100))


def test_what_changes_while_it_is_read_is_not_taken():
    watch = Watch("a")
    watch.look(0, one(1))
    assert watch.look(1, one(1))
    assert not watch.read(1.1, one(2), "half of it")
    assert watch.shown == "a"
    assert watch.look(2, one(2))
    assert watch.read(2, one(2), "b")


def test_a_good_one_is_shown_and_a_broken_one_is_judged_once():
    watch = Watch("a")
    watch.look(0, one(1))
    assert watch.look(1, one(1))
    assert watch.read(1, one(1), "broken")
    watch.loaded("broken", Verdict.BROKEN)
    assert (watch.shown, watch.standing) == ("a", Standing.BROKEN)
    assert watch.look(3, one(1))
    assert not watch.read(3, one(1), "broken")
    watch.look(10, one(2))
    assert watch.look(11, one(2))
    assert watch.read(11, one(2), "b")
    watch.loaded("b", Verdict.GOOD)
    assert (watch.shown, watch.standing) == ("b", Standing.FRESH)


def test_what_is_mended_back_to_what_is_shown_is_fresh_again():
    watch = Watch("a")
    watch.look(0, one(1))
    watch.read(1, one(1), "broken")
    watch.loaded("broken", Verdict.BROKEN)
    watch.look(10, one(2))
    assert watch.look(11, one(2))
    assert not watch.read(11, one(2), "a")
    assert watch.standing is Standing.FRESH


def test_what_is_away_for_a_moment_is_not_missing():
    watch = Watch("a")
    watch.look(0, one(1))
    watch.look(1, ())
    watch.look(1 + GONE / 2, ())
    assert watch.standing is Standing.FRESH
    watch.look(2 + GONE, ())
    assert watch.standing is Standing.MISSING
    watch.look(10, one(1))
    assert watch.look(10 + SETTLED, one(1))
    assert not watch.read(10 + SETTLED, one(1), "a")
    assert watch.standing is Standing.FRESH


def test_what_cannot_be_opened_is_tried_again_until_it_can():
    watch = Watch("a")
    watch.look(0, one(1))
    at, tries = 0.0, 0
    while watch.standing is not Standing.MISSING:
        at += LOOK
        if watch.look(at, one(1)):
            tries += 1
            watch.read(at, one(1), None)
    assert at >= GONE
    assert tries <= at / RETRY + 1
    assert watch.look(at + RETRY, one(1))
    assert watch.read(at + RETRY, one(1), "b")
    assert watch.standing is Standing.FRESH


def test_what_is_held_waits_for_an_answer_and_no_longer_than_it_lies_there():
    watch = Watch("a")
    watch.look(0, one(1))
    watch.read(1, one(1), "half")
    watch.loaded("half", Verdict.DOUBTFUL)
    assert (watch.shown, watch.standing) == ("a", Standing.HELD)
    watch.answer("another", take=True)
    assert watch.shown == "a"
    watch.answer("half", take=False)
    assert (watch.shown, watch.standing) == ("a", Standing.KEPT)
    watch.answer("half", take=True)
    assert (watch.shown, watch.standing) == ("half", Standing.FRESH)


def test_a_clock_that_goes_back_delays_nothing_for_ever():
    watch = Watch("a")
    watch.look(1_000_000, one(1))
    assert not watch.look(5, one(1))
    assert watch.look(5 + SETTLED, one(1))


class Disk:
    """A file as one sees it, its content, and how good that is."""

    def __init__(self) -> None:
        self.at = 0.0
        self.seen: Seen = one(0)
        self.content = "0"
        self.number = 0


VERDICTS = {0: Verdict.GOOD, 1: Verdict.BROKEN, 2: Verdict.DOUBTFUL}
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["save", "save unseen", "touch", "delete", "return", "lock", "while read", "clock", "wait"]),
        st.floats(0, 3),
        st.integers(0, 2),
    ),
    max_size=40,
)


@settings(max_examples=80, deadline=None)
@given(EVENTS, st.integers(0, 2))
def test_whatever_happens_it_ends_at_the_last_good_one(events, last):
    """``content`` is a number whose rest by three says how good it is; a save unseen changes nothing that is seen."""
    disk, watch = Disk(), Watch("0")
    locked, interrupt, good, loads = False, False, "0", 0
    since = 0.0  # the disk's last visible change

    def step() -> None:
        nonlocal interrupt, good, loads
        if not watch.look(disk.at, disk.seen):
            return
        assert disk.seen
        assert disk.at - since >= SETTLED or disk.at < since  # never while it changes
        before = disk.content
        if interrupt:
            interrupt = False
            save(0, visible=True)
        if watch.read(disk.at, disk.seen, None if locked else before):
            loads += 1
            verdict = VERDICTS[int(before) % 3]
            watch.loaded(before, verdict)
            good = before if verdict is Verdict.GOOD else good
        assert watch.shown == good

    def save(rest: int, *, visible: bool) -> None:
        nonlocal since
        disk.number += 1
        disk.content = str(disk.number * 3 + rest)
        if visible or not disk.seen:
            disk.seen, since = one(disk.number), disk.at

    for what, seconds, rest in [*events, ("save", 0.0, last)]:
        match what:
            case "save":
                save(rest, visible=True)
            case "save unseen" if disk.seen and disk.at - since < AGAIN - LOOK:  # within a file system's tick
                save(rest, visible=False)
            case "touch" if disk.seen:
                disk.number += 1
                disk.seen, since = one(disk.number), disk.at
            case "delete":
                disk.seen, since = (), disk.at
            case "return" if not disk.seen:
                disk.seen, since = one(disk.number), disk.at
            case "lock":
                locked = not locked
            case "while read":
                interrupt = True
            case "clock":
                disk.at -= seconds * 1000
        end = disk.at + seconds
        while disk.at < end:
            step()
            disk.at += LOOK
        step()
    locked = interrupt = False
    for _ in range(20):
        step()
        disk.at += LOOK
    if last == 0:
        assert (watch.shown, watch.standing) == (disk.content, Standing.FRESH)
    else:
        assert watch.shown == good
        assert watch.standing is (Standing.BROKEN if last == 1 else Standing.HELD)
    quiet = loads
    for _ in range(50):
        step()
        disk.at += LOOK
    assert loads == quiet  # never round and round
