"""The check finds what no timetable may do."""

from entregent.matching.check import Rules, faults_of_meetings, faults_of_tables

RULES = Rules(
    2,
    2,
    {who: (1, 2) if who != "d" else (1,) for who in "abcd"},
    {**dict.fromkeys("abcd", 2)},
    {("a", "c")},
)


def test_a_good_timetable_has_no_fault():
    assert faults_of_meetings([("1", "1", "a", "b"), ("2", "1", "b", "c")], RULES) == ()
    assert faults_of_tables([("1", "1", "a"), ("1", "1", "d"), ("2", "2", "a")], RULES) == ()


def test_every_fault_of_meetings_is_found():
    rows = [
        ("1", "1", "a", "b"),
        ("1", "1", "b", "d"),
        ("2", "2", "b", "a"),
        ("2", "3", "a", "c"),
        ("2", "1", "d", "x"),
        ("2", "1", "d", "c"),
    ]
    told = " ".join(faults_of_meetings(rows, RULES))
    for said in (
        "somebody twice in a slot: 1, b",
        "a table twice in a slot: 1, 1",
        "a pair twice: a, b",
        "row 4: no such slot or table",
        "row 4: these two are kept apart",
        "row 5: no two people of the list",
        "row 6: somebody is not there",
        "more meetings than wanted: a",
    ):
        assert said in told


def test_every_fault_of_tables_is_found():
    rows = [("1", "1", "a"), ("1", "2", "a"), ("3", "1", "b"), ("2", "1", "d")]
    assert faults_of_tables(rows, RULES) == (
        "somebody twice in a round: 1, a",
        "row 3: no such round or table",
        "row 3: nobody of the list who is there",
        "row 4: nobody of the list who is there",
    )
