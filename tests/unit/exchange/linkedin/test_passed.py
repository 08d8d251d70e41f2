"""What passed between me and others: invitations, recommendations, endorsements, notes."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import Detail, Encounter, Fact, Gave, Received
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Channel, Said
from entregent.exchange import linkedin

PARIS = ZoneInfo("Europe/Paris")
LEA = PersonId("in/lea")
URL = "https://www.linkedin.com/in/lea"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    f"Léa,Martin,{URL},,Airbus,Achats,08 Feb 2026\n"
    "Jean,Martin,https://www.linkedin.com/in/jean1,,Airbus SA,,08 Feb 2026\n"
    "Jean,Martin,https://www.linkedin.com/in/jean2,,Thales,,08 Feb 2026\n"
)
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
RECEIVED = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
    "Endorser Public Url,Endorsement Status\n"
)


def read(text: str, path: str = "x.csv", *, connections: str = "") -> Reading:
    files = [("Connections.csv", connections.encode())] if connections else []
    *_, reading = linkedin.read_export([*files, (path, text.encode())], zone=PARIS)
    return reading


def facts(reading: Reading) -> list[Fact]:
    return [stated.fact for stated in reading.facts]


# --- invitations -----------------------------------------------------------------------------


def test_an_invitation_with_a_word_is_a_message_in_its_direction() -> None:
    reading = read(
        INVITATIONS
        + f'Nadia,Léa Martin,"1/29/26, 2:37 PM",Bonjour,OUTGOING,,{URL}\n'
        + f'Léa Martin,Nadia,"2/3/26, 2:37 PM",Bonjour,INCOMING,{URL},\n'
    )
    assert [
        (fact.person, fact.other, fact.on, fact.channel)
        for fact in facts(reading)
        if isinstance(fact, Encounter)
    ] == [
        (ME, LEA, date(2026, 1, 29), Channel.MESSAGED),
        (LEA, ME, date(2026, 2, 3), Channel.MESSAGED),
    ]
    (card,) = reading.cards
    assert (card.names, card.urls, card.known) == (("Léa Martin",), (URL,), False)


def test_an_invitation_without_a_word_is_neither_tie_nor_encounter() -> None:
    reading = read(f'{INVITATIONS}Léa Martin,Nadia,"1/29/26, 2:37 PM",,INCOMING,{URL},\n')
    assert reading.facts == ()
    (card,) = reading.cards
    assert card.extra == {"Direction": "INCOMING", "Sent At": "1/29/26, 2:37 PM"}
    assert not card.known


def test_before_2023_a_name_is_enough_where_one_connection_bears_it() -> None:
    text = (
        "From,To,Sent At,Message,Direction\n"
        'Nadia,Léa Martin,"1/29/22, 2:37 PM",Bonjour,OUTGOING\n'
        'Nadia,Jean Martin,"1/29/22, 2:37 PM",Bonjour,OUTGOING\n'
    )
    reading = read(text, connections=CONNECTIONS)
    assert [card.ref for card in reading.cards] == [LEA]
    assert reading.problems == (Problem("row=2", "linkedin.namesakes", {"name": "Jean Martin"}),)


@pytest.mark.parametrize("sent", ["1823-07-18 11:00:00 UTC", "18/07/1823 11:00"])
def test_other_forms_of_an_instant(sent: str) -> None:
    (fact,) = facts(read(f"{INVITATIONS}Nadia,Léa,{sent},Bonjour,OUTGOING,,{URL}\n"))
    assert isinstance(fact, Encounter)
    assert fact.on == date(1823, 7, 18)


def test_an_invitation_that_cannot_be_read_is_a_problem() -> None:
    reading = read(
        INVITATIONS
        + f"Nadia,Léa,hier,Bonjour,OUTGOING,,{URL}\n"
        + "Nadia,LinkedIn Member,hier,Bonjour,OUTGOING,,\n"
        + "seul\n"
    )
    assert reading.problems == (
        Problem("row=1", "import.bad-date", {"text": "hier"}),
        Problem("row=3", "import.bad-row"),
    )
    assert reading.read == 3


def test_i_am_nobody_i_know() -> None:
    mine = "https://www.linkedin.com/in/nadia"
    reading = read(
        INVITATIONS
        + f"Nadia,Léa,,,OUTGOING,{mine},{URL}\n"
        + f"Nadia,Nadia,,Bonjour,OUTGOING,{mine},{mine}\n"
    )
    assert [card.ref for card in reading.cards] == [LEA]
    assert reading.problems == ()


# --- recommendations -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "helped"),
    [("a/Recommendations_Received.csv", Received), ("recommendations_given (1).csv", Gave)],
)
def test_a_public_recommendation_is_help(path: str, helped: type[Received | Gave]) -> None:
    row = "Léa,Martin,Airbus,Acheteuse,Une alliée précieuse.,22 Mar 2025,VISIBLE\n"
    reading = read(RECOMMENDATIONS + row, path, connections=CONNECTIONS)
    assert facts(reading) == [helped(LEA, date(2025, 3, 22), "LinkedIn: Une alliée précieuse.")]
    assert reading.facts[0].extra == {
        "Text": "Une alliée précieuse.",
        "Company": "Airbus",
        "Job Title": "Acheteuse",
    }
    assert reading.cards[0].jobs == ()


def test_of_namesakes_the_one_at_the_company_named() -> None:
    rows = "Jean,Martin,{},,Texte,22 Mar 2025,VISIBLE\n"
    text = RECOMMENDATIONS + rows.format("Airbus") + rows.format("Safran")
    reading = read(text, "Recommendations_Given.csv", connections=CONNECTIONS)
    assert [card.ref for card in reading.cards] == ["in/jean1"]
    assert [one.where for one in reading.problems] == ["row=2"]


def test_a_long_recommendation_is_shortened_and_kept_whole() -> None:
    words = "mot " * 50
    row = f"Léa,Martin,,,{words},22 Mar 2025,VISIBLE\n"
    reading = read(RECOMMENDATIONS + row, "Recommendations_Given.csv")
    (fact,) = facts(reading)
    assert isinstance(fact, Gave)
    assert fact.text.endswith("mot…")
    assert reading.facts[0].extra == {"Text": words.strip()}


def test_what_is_not_visible_is_not_yet_help() -> None:
    row = "Léa,Martin,,,Texte,22 Mar 2025,PENDING\n"
    reading = read(RECOMMENDATIONS + row, "Recommendations_Given.csv")
    assert (reading.read, reading.facts, reading.problems) == (1, (), ())


def test_only_the_file_s_name_tells_who_recommended_whom() -> None:
    reading = read(f"{RECOMMENDATIONS}Léa,Martin,,,Texte,22 Mar 2025,VISIBLE\n", "export.csv")
    assert reading.problems == (Problem("", "linkedin.which-recommendations"),)


# --- endorsements, notes, address book -------------------------------------------------------


def test_a_skill_found_in_me_is_my_topic_and_a_tie() -> None:
    row = "2024/02/01 15:02:55 UTC,Achats,Léa,Martin,www.linkedin.com/in/lea,{}\n"
    reading = read(RECEIVED + row.format("ACCEPTED") + row.format("PENDING"))
    assert facts(reading) == [Detail(ME, Said.TOPIC, "Achats")]
    (card,) = reading.cards
    assert (card.ref, card.urls, card.known) == (LEA, (URL,), True)


def test_a_skill_i_find_in_somebody_is_their_topic() -> None:
    text = RECEIVED.replace("Endorser", "Endorsee")
    reading = read(f"{text}05 Jun 2024,Achats,Léa,Martin,{URL},ACCEPTED\n")
    assert facts(reading) == [Detail(LEA, Said.TOPIC, "Achats")]


def test_a_note_on_a_connection() -> None:
    text = (
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,"
        f"Edited On\nLéa,Martin,{URL},Aime le jazz,01 Jan 2026,\n"
    )
    assert facts(read(text)) == [Detail(LEA, Said.NOTE, "Aime le jazz")]


def test_an_address_book_that_linkedin_took_in() -> None:
    text = (
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt\n"
        "PHONE,Léa,Martin,,,LEA@exemple.fr,+33 6 12 34 56 78,1/1/20\n"
        "GOOGLE,,,,,noreply@exemple.fr,,1/1/20\n"
        "GOOGLE,,,,,,,1/1/20\n"
    )
    reading = read(text)
    (card,) = reading.cards
    assert (card.record, card.emails, card.phones, card.known) == (
        "row=1",
        ("lea@exemple.fr",),
        ("+33 6 12 34 56 78",),
        True,
    )
    assert reading.problems == (Problem("row=3", "import.bad-row"),)
    assert reading.read == 3
