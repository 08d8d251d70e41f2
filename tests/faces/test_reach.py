"""What the network opens, from the command line, in both languages."""

from typing import Any

import pytest

STORY = """\
me "Nadia Benali" company:Michelin
person "Léa Martin" company:Orme circle:chorale
person "Omar Haddad" company:Airbus circle:escalade
person "Zoé Petit" company:Airbus circle:escalade
person "Paul Roux" company:Orme circle:chorale
person "Max Vial" company:Daher
person "Anne Morel" company:Michelin
tie "Léa Martin" closeness:close
tie "Paul Roux"
tie "Anne Morel"
tie "Léa Martin" -- "Omar Haddad" closeness:good
tie "Omar Haddad" -- "Zoé Petit"
2026-02-25 asked "Léa Martin" advice "une idée"
"""


@pytest.fixture(autouse=True)
def story(journal: Any) -> None:
    assert journal(STORY).code == 0


def test_the_whole_reach_on_one_sheet(run: Any) -> None:
    run("ask", "introduction", "--person", "Omar Haddad")
    run("ask", "introduction", "--company", "Safran")
    heard = run("reach")
    assert heard.code == 0
    for said in (
        "Companies Airbus 2 people, through others only through Léa Martin",
        "Orme 2 people you know through Léa Martin and Paul Roux",
        "Michelin one person you know · yours too",
        "Your goals An introduction to Omar Haddad only through Léa Martin",
        "An introduction at Safran nobody leads there for now",
        "Where one person is the only way in Léa Martin aerospace, Airbus and escalade",
        "You aside, nothing else links “chorale” with “escalade”. Léa and Omar know each other",
        "Where nobody leads Companies Daher",
    ):
        assert said in heard.plain, (said, heard.plain)
    short = run("reach", "--limit", "1").plain
    assert "and 2 more lines; --limit 0 shows them all" in short
    assert "more line" not in run("reach", "--limit", "0").plain


def test_it_speaks_french(run: Any) -> None:
    sheet = run("reach", "--lang", "fr").plain
    assert "Airbus 2 personnes, par d’autres par Léa Martin seulement" in sheet
    assert "En dehors de vous, rien d’autre ne relie « chorale » et « escalade »." in sheet
    assert "aéronautique" in sheet
    place = run("reach", "--company", "Orme", "--lang", "fr").plain
    assert "Orme 2 personnes que vous connaissez" in place
    assert "Léa Martin plus tard, dès le 11 mars" in place


def test_as_json_the_agreed_keys_stand(run: Any) -> None:
    found = run("reach", "--json").json
    assert set(found) >= {"companies", "sectors", "circles"}
    airbus = next(one for one in found["companies"] if one["name"] == "Airbus")
    (lea,) = airbus["through"]
    assert lea["name"] == "Léa Martin"
    assert airbus["only_through"] == lea
    assert (airbus["people"], airbus["known"], airbus["mine"]) == (2, 0, False)
    orme = next(one for one in found["companies"] if one["name"] == "Orme")
    assert orme["only_through"] is None
    assert found["nobody"] == {"companies": ["Daher"], "sectors": [], "circles": []}
    (bridge,) = found["bridges"]
    assert {one["name"] for one in bridge["between"]} == {"Léa Martin", "Omar Haddad"}
    assert sorted(one["circles"] for one in bridge["sides"]) == [["chorale"], ["escalade"]]


def test_one_place_in_detail(run: Any) -> None:
    place = run("reach", "--company", "airbus")
    assert place.code == 0
    for said in (
        "Airbus 2 people, through others",
        "Without Léa Martin, no way leads there.",
        "Léa Martin later, from 11 March you → Léa Martin → Omar Haddad",
        "Who is there · Omar Haddad, Airbus · Zoé Petit, Airbus",
        'To ask: entregent ask introduction --company "Airbus"',
    ):
        assert said in place.plain, (said, place.plain)
    assert "and one more line" in run("reach", "--company", "airbus", "--limit", "1").plain
    assert "aerospace" in run("reach", "--sector", "aéronautique").plain
    assert "escalade" in run("reach", "--circle", "Escalade").plain


def test_one_place_as_json(run: Any) -> None:
    (place,) = run("reach", "--circle", "escalade", "--json").json["circles"]
    assert [one["name"] for one in place["members"]] == ["Omar Haddad", "Zoé Petit"]
    (way,) = place["ways"]
    assert [one["name"] for one in way["chain"]][1:] == ["Léa Martin", "Omar Haddad"]
    assert way["resting_until"] == "2026-03-11"
    assert way["carries"]["level"] in ("well", "fairly", "barely")
    assert len(way["ties"]) == 2
    assert place["opens"]["level"] == "much"
    assert run("reach", "--company", "Daher", "--json").json == {
        "companies": [
            {
                "name": "Daher", "people": 0, "known": 0, "through": [], "only_through": None,
                "mine": False, "members": [], "ways": [], "opens": None, "were": [],
            }
        ]
    }  # fmt: skip


def test_where_no_way_leads_the_answer_is_no(run: Any) -> None:
    heard = run("reach", "--company", "Daher")
    assert (heard.code, heard.plain) == (1, "No way leads to Daher today.")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--company", "Airbuss"), "The book knows no company called “Airbuss”. Perhaps: Airbus."),
        (("--company", "Vltava"), "The book knows no company called “Vltava”."),
        (("--sector", "vltava"), "The book knows no sector called “vltava”."),
        (("--circle", "corale"), "The book knows no circle called “corale”. Perhaps: chorale."),
        (("--company", ""), "The book knows no company called “”."),
        (("--company", "Orme", "--circle", "chorale"), "One place at a time"),
    ],
)
def test_what_the_book_does_not_know_is_refused(run: Any, words: Any, complaint: str) -> None:
    heard = run("reach", *words)
    assert (heard.code, heard.out) == (2, "")
    assert complaint in heard.complaint


def test_who_was_there_is_named(run: Any, journal: Any) -> None:
    journal('person "Zoé Petit" company:Vigne from:2018-01 to:2020-12\ntie "Zoé Petit"')
    heard = run("reach", "--company", "Vigne")
    assert heard.code == 1
    assert "Used to work there, and may tell you about it · Zoé Petit" in heard.plain


def test_all_may_hang_on_somebody_i_do_not_know(run: Any, journal: Any) -> None:
    journal('tie "Paul Roux" -- "Omar Haddad"\nperson "Ida Brun" company:Aube\n'
            'tie "Omar Haddad" -- "Ida Brun"')  # fmt: skip
    said = "Aube one person, through others always through Omar Haddad, to whom Léa Martin and Paul"
    assert said in run("reach").plain


def test_three_people_without_a_circle_and_the_rest_of_a_network(run: Any, journal: Any) -> None:
    names = [f"{name} Vigne" for name in "Ada Bob Cyr Dan Eva Fay Guy Hal".split()]
    lines = [f'person "{name}" circle:cercle{number // 2}' for number, name in enumerate(names)]
    lines += [f'tie "Paul Roux" -- "{name}"' for name in names]
    lines += ['tie "Paul Roux" -- "Una Roche"', 'tie "Una Roche" -- "Una Bois"']
    lines += ['tie "Una Bois" -- "Una Pré"']
    journal("\n".join(lines))
    said = "links the rest of your network with the people around Una Roche (3 in all)"
    assert said in run("reach").plain


def test_an_empty_book_says_how_to_begin(run: Any, tmp_path: Any) -> None:
    heard = run("reach", "--book", str(tmp_path / "new.db"))
    assert (heard.code, heard.plain[:34]) == (0, "Your network opens nothing yet: no")
    assert run("reach", "--book", str(tmp_path / "new.db"), "--json").json["companies"] == []


def test_nobody_of_the_reserve_is_in_any_answer(run: Any) -> None:
    run("leave-out", "Léa Martin")
    run("discreet", "--company", "Orme")
    run("discreet", "Omar Haddad")
    for words in (
        (),
        ("--limit", "0"),
        ("--json",),
        ("--circle", "chorale"),
        ("--circle", "escalade"),
    ):
        said = run("reach", *words)
        for hidden in ("Léa", "Orme", "Omar", "Paul"):
            assert hidden not in said.out + said.err, (words, hidden)


def test_my_own_company_and_circle_are_not_told_as_new_ground(run: Any, journal: Any) -> None:
    journal('me "Nadia Benali" circle:chorale')
    for place in (("--company", "Michelin"), ("--circle", "chorale")):
        said = run("reach", *place).plain
        assert f"Familiar ground: “{place[1]}” is yours too." in said
        assert "New ground" not in said


def test_an_old_letter_does_not_hide_what_makes_a_tie_sound(run: Any, journal: Any) -> None:
    journal('2019-05-01 wrote "Léa Martin"')
    said = run("reach", "--company", "Airbus").plain
    assert "A close tie, you say. Léa and Omar know each other well." in said


def test_commands_to_copy_hold_whatever_a_place_is_called(run: Any, journal: Any) -> None:
    journal('person "Paul Roux" circle:"les $amis `id`"')
    said = run("reach", "--circle", "les $amis `id`").plain
    assert "To see them: entregent people circle:'les $amis `id`'" in said
    said = run("reach", "--circle", "chorale", "--lang", "fr").plain
    assert 'Pour les voir : entregent people cercle:"chorale"' in said
    assert "Léa Martin" in run("people", "cercle:chorale").plain
