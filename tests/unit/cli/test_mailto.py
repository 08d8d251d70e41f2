"""A draft as a link: what RFC 6068 asks of it."""

from urllib.parse import parse_qs, unquote

from entregent.cli.mailto import link
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.drafts.brief import Draft, Medium, Voice

OMAR = Person(PersonId("2"), "Omar Haddad", emails=("omar+travail@exemple.fr",))
LEA = Person(PersonId("3"), "Léa Martin", emails=("lea@exemple.fr",))


def draft(subject: str = "D’accord & merci ?", body: str = "Bonjour Omar,\n\nÀ 50 % + 1.") -> Draft:
    return Draft(subject, body, "", (), (), "fr", Voice.VOUS, Medium.EMAIL)


def test_a_link_is_ascii_and_gives_back_what_was_written() -> None:
    made = link(draft(), OMAR)
    assert made.isascii()
    assert " " not in made
    to, _, query = made.removeprefix("mailto:").partition("?")
    assert unquote(to) == "omar+travail@exemple.fr"
    told = parse_qs(query, strict_parsing=True)
    assert told == {
        "subject": ["D’accord & merci ?"],
        "body": ["Bonjour Omar,\r\n\r\nÀ 50 % + 1."],
    }
    assert "%0D%0A%0D%0A" in made
    assert "+" not in made


def test_the_helper_stands_in_blind_copy() -> None:
    assert "?bcc=lea@exemple.fr&subject=" in link(draft(), OMAR, copied=[LEA])


def test_who_has_no_address_is_left_to_be_filled() -> None:
    nobody = Person(PersonId("4"), "Zoé")
    made = link(draft(subject=""), nobody, copied=[nobody])
    assert made.startswith("mailto:?body=")


def test_an_address_cannot_add_fields_of_its_own() -> None:
    odd = Person(PersonId("5"), "X", emails=("a?cc=b&c@exemple.fr",))
    assert link(draft(), odd).startswith("mailto:a%3Fcc%3Db%26c@exemple.fr?subject=")
