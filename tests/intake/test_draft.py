"""A draft: records by their keys, each with where it comes from."""

from guide.intake.draft import Draft, Origin


def test_a_record_that_many_rows_name_keeps_each_of_them_once_in_their_order() -> None:
    draft = Draft()
    for row in range(30):
        for _ in range(2):
            record = draft.put("stand", "a1", {}, Origin("list.csv", row))
    assert record.origins == [Origin("list.csv", row) for row in range(30)]
    record.origins = [Origin("other.csv", row) for row in range(30)]
    for file, row in (("list.csv", 5), ("other.csv", 5), ("list.csv", 5)):
        draft.put("stand", "a1", {}, Origin(file, row))
    assert record.origins[30:] == [Origin("list.csv", 5)]
