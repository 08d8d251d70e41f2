"""Who comes to an event: whom they are kept from, why they meet, who welcomes the new."""

from entregent.matching.people import Attendee, Because, Role, apart, because, welcomed


def somebody(who, *, offers=(), needs=(), avoid=(), role=Role.GUEST):
    return Attendee(
        who, who.upper(), "row=1", offers=offers, needs=needs, avoid=frozenset(avoid), role=role
    )


def host(who, **more):
    return somebody(who, role=Role.HOST, **more)


def newcomer(who, **more):
    return somebody(who, role=Role.NEWCOMER, **more)


def test_two_are_kept_apart_whichever_of_them_asks():
    people = [somebody("a"), somebody("b", avoid=["a"]), somebody("c", avoid=["b"])]
    assert apart(people) == {(0, 1), (1, 2)}


def test_nobody_is_kept_from_themself_nor_from_somebody_who_does_not_come():
    assert apart([somebody("a", avoid=["a", "gone"]), somebody("b")]) == frozenset()


def test_two_meet_for_the_words_of_one_that_the_other_answers():
    one = somebody("a", offers=("Export",), needs=("Éclairage", "Éclairage", "presse"))
    other = somebody("b", offers=("eclairage", "droit"), needs=("export", "vente"))
    assert because(one, other) == Because(("Éclairage",), ("export",))
    assert because(one, somebody("c")) == Because()


def test_a_newcomer_is_welcomed_by_whoever_has_something_for_them():
    people = [host("h"), host("i", offers=("law",)), newcomer("n", needs=("law",)), somebody("g")]
    assert welcomed(people) == {"n": "i"}


def test_hosts_share_the_newcomers_before_they_please_them():
    people = [host("h"), host("i", offers=("law",))]
    people += [newcomer(who, needs=("law",)) for who in ("n", "o")]
    assert welcomed(people) == {"n": "i", "o": "h"}


def test_no_host_welcomes_somebody_they_are_kept_from():
    assert welcomed([host("h", avoid=["n"]), newcomer("n"), newcomer("o")]) == {"o": "h"}
    assert welcomed([newcomer("n")]) == {}
