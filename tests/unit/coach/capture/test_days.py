"""Days, told from the day on which the line was typed."""

from datetime import date

import pytest

TUESDAY, MONDAY = date(2026, 3, 10), date(2026, 3, 9)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("mardi", "2026-03-17"),
        ("mardi prochain", "2026-03-17"),
        ("mercredi prochain", "2026-03-18"),
        ("next Tuesday", "2026-03-17"),
        ("Tuesday week", "2026-03-24"),
        ("samedi en huit", "2026-03-21"),
        ("a week on Thursday", "2026-03-19"),
        ("jeudi de la semaine prochaine", "2026-03-19"),
        ("next week Wed", "2026-03-18"),
        ("demain matin", "2026-03-11"),
        ("ce soir", "2026-03-10"),
        ("dans quinze jours", "2026-03-24"),
        ("dans 3 jours", "2026-03-13"),
        ("d'ici 15 jours", "2026-03-24"),
        ("in three weeks", "2026-03-31"),
        ("in a couple of weeks", "2026-03-24"),
        ("in two weeks' time", "2026-03-24"),
        ("dans un mois", "2026-04-10"),
        ("in a fortnight", "2026-03-24"),
        ("le 14", "2026-03-14"),
        ("le 10", "2026-04-10"),
        ("le 31", "2026-03-31"),
        ("on the 3rd", "2026-04-03"),
        ("MON 16TH", "2026-03-16"),
        ("vendredi 20", "2026-03-20"),
        ("Fri the 13th", "2026-03-13"),
        ("14/12", "2026-12-14"),
        ("14/12/27", "2027-12-14"),
        ("2026-12-14", "2026-12-14"),
        ("le 7 janvier", "2027-01-07"),
        ("7 janvier 2028", "2028-01-07"),
        ("Feb 3rd", "2027-02-03"),
        ("the 3rd of May", "2026-05-03"),
        ("29 février", "2028-02-29"),
    ],
)
def test_a_day_is_told(one, said, day):
    assert one(f"Karim, rdv {said}")["next"][1] == day


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("fin mars", "rdv fin mars"),
        ("la semaine prochaine", "rdv la semaine prochaine"),
        ("next week", "rdv next week"),
        ("31/02", "rdv 31/02"),
        ("en mai", "rdv en mai"),
    ],
)
def test_no_day_in_particular(one, said, what):
    assert one(f"Karim, rdv {said}")["next"] == (what, None)


def test_hours_stay_with_what_is_to_be(one):
    assert one("Karim, tel mardi 12h30")["next"] == ("tel 12h30", "2026-03-17")
    assert one("Karim, coffee Wed 10.30")["next"] == ("coffee 10.30", "2026-03-11")


def test_the_end_of_a_short_month(one):
    assert one("Karim, rdv dans un mois", date(2026, 1, 31))["next"][1] == "2026-02-28"
