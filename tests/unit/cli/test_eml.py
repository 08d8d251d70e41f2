"""A draft as a file: what a mail program opens."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from entregent.cli.eml import message, plain, save
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.drafts.brief import Draft, Medium, Voice
from entregent.services.ports import BookError

ME = Person(PersonId("1"), "Nadia Benali", emails=("nadia@exemple.fr",))
LEA = Person(PersonId("2"), "Léa Martin", emails=("lea@exemple.fr", "autre@exemple.fr"))


def draft(subject: str = "Une mise en relation\nBcc: x@exemple.fr", forward: str = "") -> Draft:
    body = "Bonjour Léa,\n\nÀ bientôt."
    return Draft(subject, body, forward, (), (), "fr", Voice.TU, Medium.EMAIL)


def test_the_message_is_unsent_to_one_person_without_blind_copy() -> None:
    raw = message(draft(), ME, LEA).as_bytes()
    read = message_from_bytes(raw, policy=default)
    assert read["X-Unsent"] == "1"
    assert read["To"].addresses[0].addr_spec == "lea@exemple.fr"
    assert read["From"].addresses[0].display_name == "Nadia Benali"
    assert read["Bcc"] is None
    assert read["Subject"] == "Une mise en relation Bcc: x@exemple.fr"
    assert read.get_content_charset() == "utf-8"
    assert read.get_content().splitlines()[0] == "Bonjour Léa,"


def test_the_helper_stands_in_blind_copy() -> None:
    omar = Person(PersonId("3"), "Haddad, Omar", emails=("omar@exemple.fr",))
    raw = message(draft(), ME, omar, copied=[LEA]).as_bytes()
    read = message_from_bytes(raw, policy=default)
    assert [one.addr_spec for one in read["Bcc"].addresses] == ["lea@exemple.fr"]
    assert [one.display_name for one in read["To"].addresses] == ["Haddad, Omar"]
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert raw.partition(b"\r\n\r\n")[0].isascii()


def test_a_long_subject_with_accents_comes_back_whole() -> None:
    subject = "Demande de mise en relation : l’équipe « réemploi » de Saint-Étienne-du-Rouvray, été"
    raw = message(draft(subject), ME, LEA).as_bytes()
    assert message_from_bytes(raw, policy=default)["Subject"] == subject
    assert max(map(len, raw.split(b"\r\n"))) <= 78


def test_an_address_with_accents_is_kept_and_what_is_none_is_left_out() -> None:
    accents = Person(PersonId("4"), "Zoé\tLe\x00 Bris", emails=("zoé@exemple.fr",))
    assert (
        "To: Zoé Le Bris <zoé@exemple.fr>\r\n".encode() in message(draft(), ME, accents).as_bytes()
    )
    for odd in ("pas une adresse", "a@b@c d", "", "x@exemple.fr\nBcc: y@exemple.fr"):
        nobody = Person(PersonId("5"), "X", emails=(odd,))
        read = message_from_bytes(message(draft(), ME, nobody).as_bytes(), policy=default)
        assert read["Bcc"] is None


def test_who_has_no_address_is_left_to_be_filled() -> None:
    read = message(draft(), Person(PersonId("1"), ""), Person(PersonId("2"), "Léa"))
    assert read["To"] is None
    assert read["From"] is None


def test_the_text_to_forward_goes_along_once() -> None:
    assert "Nadia cherche" in message(draft(forward="Nadia cherche"), ME, LEA).get_content()
    assert plain(draft("", "À bientôt.")).count("À bientôt.") == 1
    assert plain(draft("Objet", "Nadia")).startswith("Objet\n\nBonjour")


def test_other_endings_are_plain_text(tmp_path: Path) -> None:
    save(tmp_path / "lettre.txt", draft("Objet"), ME, LEA)
    assert (tmp_path / "lettre.txt").read_text(encoding="utf-8").startswith("Objet\n\nBonjour Léa")
    save(tmp_path / "lettre.EML", draft("Objet"), ME, LEA)
    assert b"X-Unsent: 1" in (tmp_path / "lettre.EML").read_bytes()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookError) as refused:
        save(tmp_path / "nowhere" / "x.eml", draft(), ME, LEA)
    assert refused.value.key == "file.unwritable"
    assert refused.value.details["why"] == "ENOENT"
