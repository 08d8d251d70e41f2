"""Who goes to whom at an event, whom each thinks of, and which guests are one."""

import pytest

from entregent.coach.team.guests import Guests, same_name
from entregent.coach.team.plan import Introduction, Why, plan
from entregent.domain.partners import Named, Share

OMAR, LEA, KARIM = Named("Omar Haddad", "Airbus"), Named("Léa Morin", "Dassault"), Named("Karim")
NORA = Named("Nora Petit", "Résines du Rhône")


def senses(text):
    """Words of four letters or more, without a plural's ending."""
    return frozenset(word.lower().rstrip("s") for word in text.split() if len(word) > 3)


def made(*shares):
    return plan(shares, senses)


def told(result):
    return [(task.guest.name, task.by, task.why.value) for task in result.tasks]


def test_who_knows_a_guest_goes_to_them_and_thinks_of_who_wishes_to_meet_them():
    result = made(Share("Camille", meets=(OMAR,)), Share("Samir", knows=(OMAR,)))
    assert told(result) == [("Omar Haddad", "Samir", "knows")]
    assert result.tasks[0].others == ("Camille",)
    assert result.introductions == (Introduction(OMAR, "Samir", "Camille", ""),)
    assert result.of("Camille") == ()


@pytest.mark.parametrize(
    ("camille", "samir", "by", "why"),
    [
        (Share("Camille", meets=(OMAR,), knows=(OMAR,)), {"presents": (OMAR,)}, "Camille", "own"),
        (Share("Camille", meets=(OMAR,)), {"presents": (OMAR,)}, "Samir", "presents"),
        (Share("Camille", knows=(OMAR,)), {"presents": (OMAR,), "knows": (OMAR,)}, "Samir", ""),
        (Share("Camille", meets=(OMAR,)), {}, "Camille", "wishes"),
        (Share("Camille", meets=(OMAR,), presents=(OMAR,)), {"meets": (OMAR,)}, "Camille", "own"),
    ],
)
def test_the_better_way_in_decides(camille, samir, by, why):
    expected = [("Omar Haddad", by, why)] if why else []
    assert told(made(camille, Share("Samir", **samir))) == expected


def test_where_nobody_has_a_way_in_the_room_is_shared_out_evenly():
    result = made(Share("Camille", meets=(KARIM, LEA, OMAR, NORA)), Share("Samir"))
    assert [task.by for task in result.tasks] == ["Camille", "Camille", "Samir", "Samir"]
    assert {task.why for task in result.of("Samir")} == {Why.SHARES}
    assert all(task.others == ("Camille",) for task in result.of("Samir"))


def test_of_even_ways_who_wishes_to_meet_a_guest_goes_to_them():
    shares = (Share("Camille", meets=(OMAR, NORA)), Share("Samir", meets=(KARIM, LEA)))
    result = made(*shares)
    assert {task.why for task in result.tasks} == {Why.WISHES}


def test_somebody_nobody_wishes_to_meet_is_nobodys_task_and_may_yet_be_for_somebody():
    camille = Share("Camille", knows=(LEA,), presents=(NORA,))
    samir = Share("Samir", seeks=("un emploi", "des résines"))
    result = made(camille, samir)
    assert result.tasks == ()
    assert result.introductions == (Introduction(NORA, "Camille", "Samir", "des résines"),)


def test_who_knows_a_guest_already_is_not_presented_to_them_unless_they_wish_it():
    samir = Share("Samir", seeks=("des résines",), knows=(NORA,))
    assert made(Share("Camille", presents=(NORA,)), samir).introductions == ()
    wishing = Share("Samir", seeks=("des résines",), meets=(NORA,))
    assert made(Share("Camille", presents=(NORA,)), wishing).introductions == (
        Introduction(NORA, "Camille", "Samir", "des résines"),
    )


def test_a_guest_that_two_write_otherwise_is_one():
    camille = Share("Camille", meets=(Named("HADDAD Omar"),))
    result = made(camille, Share("Samir", knows=(Named("Omar Haddad", "AIRBUS SAS"),)))
    assert [(task.guest, task.by) for task in result.tasks] == [
        (Named("Omar Haddad", "AIRBUS SAS"), "Samir")
    ]


def test_namesakes_of_two_companies_are_two_and_one_of_none_is_neither():
    known = Guests([Named("Ana", "Volèle"), Named("ana", "Miel"), Named("Ana"), Named("?")])
    keys = {known.key(one) for one in (Named("Ana", "volele"), Named("Ana", "Miel"), Named("Ana"))}
    assert len(keys) == 3
    assert known.named(known.key(Named("ANA", "Miel"))) == Named("ana", "Miel")


def test_a_partner_is_nobodys_task():
    camille = Share("Camille", meets=(Named("BENALI Samir", "Airbus"),))
    assert made(camille, Share("Samir Benali")).tasks == ()
    assert same_name("Benali, Samir", "samir benali")


def test_nobody_has_anything_to_do_where_nothing_is_told():
    result = made(Share("Samir"), Share("Camille"))
    assert [share.name for share in result.partners] == ["Camille", "Samir"]
    assert (result.tasks, result.introductions) == ((), ())
