from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Card, Job, Problem, Reading
from entregent.domain.words import Origin, Said
from entregent.exchange import vcard

PARIS = ZoneInfo("Europe/Paris")


def read(text: str | bytes) -> Reading:
    data = text if isinstance(text, bytes) else dedent(text).lstrip().encode()
    return vcard.read(data, "contacts.vcf", zone=PARIS)


def card(*lines: str, version: str = "3.0") -> str:
    return "\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def one(*lines: str, version: str = "3.0") -> Card:
    (only,) = read(card(*lines, version=version)).cards
    return only


def said(found: Card, word: Said) -> list[str]:
    return [value for kind, value in found.details if kind is word]


def test_a_phone_card_gives_a_person() -> None:
    found = one(
        "N:Lefèvre;Zoé;;Mme;",
        "FN:Zoé Lefèvre",
        "ORG:Airbus;Achats;Europe",
        "TITLE:Responsable achats",
        "EMAIL;type=INTERNET;type=WORK:zoe@exemple.fr",
        "EMAIL;type=pref:z.lefevre@exemple.fr",
        "TEL;type=CELL: +33 6 39 98 00 01 ",
        "ADR;type=HOME:;;3 rue des Lilas;Lyon;;69003;France",
        "CATEGORIES:escalade,myContacts,fac",
        "NOTE:rencontrée au salon\\, en mai\\nparle espagnol",
        "BDAY:1985-03-12",
        "UID:1234",
    )
    assert found.ref == found.record == "card=1"
    assert found.known
    assert not found.exact
    assert found.names == ("Zoé Lefèvre",)
    assert (found.given, found.family) == ("Zoé", "Lefèvre")
    assert found.emails == ("z.lefevre@exemple.fr", "zoe@exemple.fr")
    assert found.phones == ("+33 6 39 98 00 01",)
    assert found.jobs == (Job("Airbus", "Responsable achats"),)
    assert said(found, Said.NOTE) == ["rencontrée au salon, en mai\nparle espagnol"]
    assert said(found, Said.TAG) == ["escalade", "fac"]
    assert said(found, Said.PLACE) == ["Lyon"]
    assert said(found, Said.BIRTHDAY) == ["1985-03-12"]
    assert found.extra == {
        "N": "Lefèvre;Zoé;;Mme;",
        "ORG": "Airbus;Achats;Europe",
        "EMAIL;TYPE=WORK": "zoe@exemple.fr",
        "TEL;TYPE=CELL": "+33 6 39 98 00 01",
        "ADR;TYPE=HOME": ";;3 rue des Lilas;Lyon;;69003;France",
        "UID": "1234",
    }


def test_several_cards_are_numbered_and_counted() -> None:
    reading = read(card("FN:Léa Martin") + card("FN:Omar Diallo"))
    assert (reading.read, reading.origin, reading.path) == (2, Origin.VCARD, "contacts.vcf")
    assert [(found.record, found.names) for found in reading.cards] == [
        ("card=1", ("Léa Martin",)),
        ("card=2", ("Omar Diallo",)),
    ]
    assert reading.problems == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(ending: str) -> None:
    reading = read(card("FN:Léa Martin").replace("\n", ending).encode())
    assert [found.names for found in reading.cards] == [("Léa Martin",)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_encoding_will_do(encoding: str) -> None:
    reading = read(card("FN:Zoé Lefèvre").encode(encoding))
    assert [found.names for found in reading.cards] == [("Zoé Lefèvre",)]


def test_a_fold_inside_a_character_is_mended() -> None:
    name = "FN:Zoé Lefèvre".encode()
    cut = name.index(b"\xa9")
    folded = name[:cut] + b"\r\n " + name[cut:]
    reading = read(b"BEGIN:VCARD\r\nVERSION:3.0\r\n" + folded + b"\r\nEND:VCARD\r\n")
    assert reading.cards[0].names == ("Zoé Lefèvre",)


def test_quoted_printable_with_soft_breaks_and_its_character_set() -> None:
    found = one(
        "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Lef=E8vre;Zo=",
        "=E9",
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:premi=C3=A8re ligne=0D=0A=",
        "seconde",
        version="2.1",
    )
    assert found.names == ("Zoé Lefèvre",)
    assert said(found, Said.NOTE) == ["première ligne\nseconde"]


def test_a_soft_break_does_not_swallow_the_end() -> None:
    reading = read(card("FN;QUOTED-PRINTABLE:L=C3=A9a=", version="2.1") + card("FN:Omar"))
    assert [found.names for found in reading.cards] == [("Léa",), ("Omar",)]


def test_an_unknown_character_set_is_guessed() -> None:
    assert one("FN;CHARSET=x-klingon:Zoé").names == ("Zoé",)
    assert one("FN;CHARSET=ISO-8859-99:Zoé").names == ("Zoé",)


def test_eight_bits_in_a_named_character_set() -> None:
    data = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=windows-1251:Ольга\nEND:VCARD\n".encode("cp1251")
    assert read(data).cards[0].names == ("Ольга",)


def test_a_name_in_base64() -> None:
    assert one("FN;ENCODING=BASE64:Wm/DqQ==", version="2.1").names == ("Zoé",)


@pytest.mark.parametrize("value", ["Wm", "AAAAAAAA"])
def test_base64_that_is_no_text_is_nothing(value: str) -> None:
    assert one("FN:Zoé", f"X-BLOB;ENCODING=B:{value}").extra == {}


def test_groups_and_their_labels() -> None:
    found = one(
        "FN:Omar Diallo",
        "item1.EMAIL;type=INTERNET:omar@exemple.fr",
        "item1.X-ABLabel:perso",
        "item2.X-ABRELATEDNAMES:Inès",
        "item2.X-ABLabel:_$!<Spouse>!$_",
    )
    assert found.emails == ("omar@exemple.fr",)
    assert found.extra == {
        "EMAIL;X-ABLABEL=perso": "omar@exemple.fr",
        "X-ABRELATEDNAMES;X-ABLABEL=Spouse": "Inès",
    }


def test_pictures_keys_and_secrets_are_not_kept() -> None:
    found = one(
        "FN:Omar Diallo",
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD",
        " /9j/4AAQSkZJRgABAQAAAQABAAD",
        "KEY:data:application/pgp-keys;base64,AAAA",
        "X-WIFI-PASSWORD:sesame",
        "X-PICTURE:data:image/png;base64,AAAA",
        "X-LONG:" + "a" * 20_000,
    )
    assert found.extra == {}


def test_a_picture_that_is_not_folded_is_skipped() -> None:
    lines = ("PHOTO;JPEG;ENCODING=BASE64:", "/9j/4AAQSkZJRgABAQAAAQABAAD", "4AAQSkZJRg==", "")
    reading = read(card(*lines, "FN:Omar", version="2.1"))
    assert reading.cards[0].names == ("Omar",)
    assert reading.problems == ()


def test_a_nested_agent_is_left_out() -> None:
    lines = ("FN:Léa Martin", "AGENT:", "BEGIN:VCARD", "FN:Jean Son-Assistant", "END:VCARD")
    reading = read(card(*lines, "TEL:0639980002", version="2.1"))
    assert reading.read == 1
    assert reading.cards[0].names == ("Léa Martin",)
    assert reading.cards[0].phones == ("0639980002",)


def test_a_missing_end_costs_nothing() -> None:
    reading = read("BEGIN:VCARD\nFN:Léa\nBEGIN:VCARD\nFN:Omar\n")
    assert [found.names for found in reading.cards] == [("Léa",), ("Omar",)]


def test_what_stands_outside_of_cards_is_ignored() -> None:
    reading = read("END:VCARD\nFN:Personne\n" + card("FN:Léa") + "FN:Personne\n")
    assert [found.names for found in reading.cards] == [("Léa",)]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BDAY:19850312", "1985-03-12"),
        ("BDAY;VALUE=date:1985-03-12", "1985-03-12"),
        ("BDAY:1985-03-12T00:00:00Z", "1985-03-12"),
        ("BDAY:--0312", "--03-12"),
        ("BDAY:--03-12", "--03-12"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-03-12", "--03-12"),
    ],
)
def test_birthdays(line: str, day: str) -> None:
    found = one("FN:Zoé", line)
    assert said(found, Said.BIRTHDAY) == [day]
    assert found.extra == {}


@pytest.mark.parametrize("value", ["BDAY;VALUE=text:vers 1985", "BDAY:1985", "BDAY:1985-03"])
def test_less_than_a_day_is_kept_as_it_is(value: str) -> None:
    found = one("FN:Zoé", value)
    assert said(found, Said.BIRTHDAY) == []
    head, _, text = value.partition(":")
    assert found.extra == {head: text}


@pytest.mark.parametrize("value", ["", "0000-00-00"])
def test_a_blank_birthday_is_none(value: str) -> None:
    found = one("FN:Zoé", f"BDAY:{value}")
    assert said(found, Said.BIRTHDAY) == []
    assert found.extra == {}


@pytest.mark.parametrize("value", ["1985-02-30", "12 mars 1985", "--0231"])
def test_an_impossible_birthday_is_a_problem_and_stays_readable(value: str) -> None:
    reading = read(card("FN:Zoé", f"BDAY:{value}"))
    assert reading.problems == (Problem("card=1", "import.bad-date", {"text": value}),)
    assert reading.cards[0].extra == {"BDAY": value}


def test_the_parts_make_a_name_when_there_is_no_full_one() -> None:
    assert one("N:Diallo;Omar;Ali;;", "FN:").names == ("Omar Ali Diallo",)


def test_an_empty_n_leaves_the_full_name() -> None:
    assert one("N:;;;;", "FN:Omar Diallo").names == ("Omar Diallo",)


def test_another_name_is_kept_and_the_same_words_are_not() -> None:
    assert one("N:Diallo;Omar;;;", "FN:O. Diallo").names == ("O. Diallo", "Omar Diallo")
    assert one("N:Diallo;Omar;;;", "FN:DIALLO Omar").names == ("DIALLO Omar",)


def test_a_nickname_names_who_has_no_other_name() -> None:
    assert one("N:;;;;", "NICKNAME:Mimi,Mi", "TEL:0639980003").names == ("Mimi",)
    assert one("FN:Marie Curie", "NICKNAME:Mimi").names == ("Marie Curie",)


def test_a_card_that_nothing_names_is_a_problem() -> None:
    reading = read(card("N:;;;;", "FN:", "NOTE:?"))
    assert reading.cards == ()
    assert reading.problems == (Problem("card=1", "vcard.no-name"),)


@pytest.mark.parametrize(
    ("lines", "handle"),
    [
        (["EMAIL:zoe@exemple.fr"], "zoe@exemple.fr"),
        (["TEL:0639980004"], "0639980004"),
        (["FN:zoe@exemple.fr", "EMAIL:zoe@exemple.fr"], "zoe@exemple.fr"),
    ],
)
def test_a_card_with_an_address_only_is_kept_and_said(lines: list[str], handle: str) -> None:
    reading = read(card(*lines))
    assert reading.cards[0].names == ()
    assert reading.problems == (Problem("card=1", "vcard.no-name-kept", {"handle": handle}),)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Boulangerie Pain Doré", "ORG:Boulangerie Pain Doré", "X-ABShowAs:COMPANY"], None),
        (["FN:Boulangerie Pain Doré", "N:;;;;", "ORG:Boulangerie Pain Doré"], None),
        (["ORG:Boulangerie Pain Doré", "TEL:0478000000"], None),
        (["KIND:group", "FN:Grimpeurs"], "Grimpeurs"),
        (["X-ADDRESSBOOKSERVER-KIND:group", "FN:Grimpeurs"], "Grimpeurs"),
        (["KIND:org", "FN:Amicale"], "Amicale"),
    ],
)
def test_an_organisation_is_no_person(lines: list[str], name: str | None) -> None:
    reading = read(card(*lines))
    assert reading.cards == ()
    named = {"name": name or "Boulangerie Pain Doré"}
    assert reading.problems == (Problem("card=1", "vcard.not-a-person", named),)


def test_addresses_in_every_dress() -> None:
    found = one(
        "FN:Zoé",
        "EMAIL:mailto:zoe@exemple.fr",
        "EMAIL:Zoé <ZOE@exemple.fr>\\, z@exemple.fr",
        "EMAIL:pas une adresse",
        "TEL;VALUE=uri:tel:+33-6-39-98-00-05",
        "TEL:",
        "URL:https://fr.linkedin.com/in/Zo%C3%A9-Lefevre/?x=1",
        "URL;TYPE=WORK:https://airbus.example/contact",
        "item1.X-SOCIALPROFILE;type=twitter:https://x.example/zoe",
        "item2.X-SOCIALPROFILE;type=chat:x-apple:zoe",
        version="4.0",
    )
    assert found.emails == ("zoe@exemple.fr", "z@exemple.fr")
    assert found.phones == ("+33-6-39-98-00-05",)
    assert found.urls == ("https://www.linkedin.com/in/zoé-lefevre", "https://x.example/zoe")
    assert found.extra == {
        "TEL;VALUE=uri": "tel:+33-6-39-98-00-05",
        "URL;TYPE=WORK": "https://airbus.example/contact",
        "X-SOCIALPROFILE;TYPE=TWITTER": "https://x.example/zoe",
        "X-SOCIALPROFILE;TYPE=CHAT": "x-apple:zoe",
    }


def test_several_posts_go_in_pairs_and_a_role_stands_in_for_a_title() -> None:
    found = one("FN:Zoé", "ORG:Airbus", "ORG:Amicale", "TITLE:Achats", "TITLE:Trésorière")
    assert found.jobs == (Job("Airbus", "Achats"), Job("Amicale", "Trésorière"))
    assert one("FN:Zoé", "ROLE:Acheteuse").jobs == (Job("", "Acheteuse"),)


def test_a_post_goes_with_the_title_of_its_group() -> None:
    lines = ("job1.ORG:Airbus", "job2.ORG:Amicale", "job2.TITLE:Trésorière", "TITLE:Conférencière")
    assert one("FN:Zoé", *lines).jobs == (
        Job("Airbus"),
        Job("Amicale", "Trésorière"),
        Job("", "Conférencière"),
    )
    assert one("FN:Zoé", "item1.ORG:Airbus", "TITLE:Achats").jobs == (Job("Airbus", "Achats"),)


def test_our_own_words_come_back() -> None:
    found = one(
        "FN:Zoé Lefèvre",
        "X-ENTREGENT-NAME:Zoé Roux",
        "ORG:Airbus",
        "TITLE:Achats",
        "X-ENTREGENT-JOB:Airbus;Achats;2024-01;",
        "X-ENTREGENT-JOB:Banque\\; du Sud;Analyste;2019;2023-12",
        "X-ENTREGENT-JOB:Essai;;hier;demain",
        "X-ENTREGENT-JOB:;;;",
        "CATEGORIES:escalade,Promo 2012",
        "X-ENTREGENT-CIRCLE:Promo 2012",
        "X-ENTREGENT-SECTOR:aéronautique",
        "X-ENTREGENT-TOPIC:",
    )
    assert found.names == ("Zoé Lefèvre", "Zoé Roux")
    assert found.jobs == (
        Job("Airbus", "Achats", "2024-01"),
        Job("Banque; du Sud", "Analyste", "2019", "2023-12"),
        Job("Essai"),
    )
    assert said(found, Said.TAG) == ["escalade"]
    assert said(found, Said.CIRCLE) == ["Promo 2012"]
    assert said(found, Said.SECTOR) == ["aéronautique"]
    assert found.extra == {}


def test_a_name_before_marriage_is_a_name_too() -> None:
    found = one("FN:Zoé Lefèvre", "N:Lefèvre;Zoé;;;", "X-MAIDENNAME:Roux")
    assert found.names == ("Zoé Lefèvre", "Zoé Roux")
    assert one("FN:Zoé", "X-MAIDENNAME:Roux").names == ("Zoé",)


def test_a_whole_name_in_the_place_of_the_given_one_is_no_given_name() -> None:
    assert one("FN:Omar Diallo", "N:;Omar Diallo;;;").given == ""
    assert one("FN:Omar", "N:;Omar;;;").given == "Omar"


@pytest.mark.parametrize(
    "line",
    [
        "X-SOCIALPROFILE;TYPE=linkedin:zoe-lefevre",
        "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://linkedin.com/in/zoe-lefevre",
        "X-LINKEDIN:zoe-lefevre",
        "item1.URL:http\\://www.linkedin.com/in/zoe-lefevre",
    ],
)
def test_a_profile_is_found_wherever_it_stands(line: str) -> None:
    assert one("FN:Zoé", line).urls == ("https://www.linkedin.com/in/zoe-lefevre",)


def test_android_hides_a_nickname_among_its_own_properties() -> None:
    lines = (
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Inès;1",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Mimi;1;;;",
        "TEL:0639980003",
    )
    assert one(*lines).names == ("Mimi",)


def test_a_group_is_the_circle_of_its_people() -> None:
    group = ("KIND:group", "FN:Grimpeurs", "MEMBER:urn:uuid:A1", "MEMBER:urn:uuid:b2")
    reading = read(card("FN:Léa", "UID:urn:uuid:a1") + card(*group) + card("FN:Omar", "UID:c3"))
    assert [found.names for found in reading.cards] == [("Léa",), ("Omar",)]
    assert said(reading.cards[0], Said.CIRCLE) == ["Grimpeurs"]
    assert said(reading.cards[1], Said.CIRCLE) == []
    assert (reading.read, reading.problems) == (3, ())


def test_the_preferred_comes_first_by_its_number() -> None:
    lines = ("EMAIL;PREF=50:b@exemple.fr", "EMAIL:c@exemple.fr", "EMAIL;PREF=2:a@exemple.fr")
    found = one("FN:Zoé", *lines, "EMAIL;PREF=x:d@exemple.fr")
    assert [address[0] for address in found.emails] == ["a", "b", "c", "d"]


def test_parameters_are_kept_as_a_strict_card_writes_them() -> None:
    found = one("FN:Zoé", 'X-LIEU;X-B="a:b";x-a=c^nd^^:Lyon', f"X-Q;X-P={'p' * 1200}:1")
    assert found.extra == {'X-LIEU;X-A=c^nd^^;X-B="a:b"': "Lyon", f"X-Q;X-P={'p' * 1200}": "1"}


def test_a_backslash_before_a_letter_is_one() -> None:
    assert one("FN:Zoé", "NOTE:C:\\users\\zoé").details == ((Said.NOTE, "C:\\users\\zoé"),)


def test_a_language_and_a_note_in_several_lines() -> None:
    found = one("FN:Zoé", "LANG;PREF=1:fr-FR", "NOTE:premier", "sans deux-points", version="4.0")
    assert said(found, Said.LANG) == ["fr"]
    assert said(found, Said.NOTE) == ["premier\nsans deux-points"]


@pytest.mark.parametrize("line", ["n'importe quoi", ":sans nom"])
def test_a_line_that_is_no_property_is_a_problem(line: str) -> None:
    reading = read(card("FN:Zoé", line))
    assert reading.cards[0].names == ("Zoé",)
    assert reading.problems == (Problem("card=1", "vcard.bad-line", {"text": line}),)


def test_a_quoted_parameter_may_hold_colons_and_semicolons() -> None:
    found = one('FN;X-HINT="a:b;c":Zoé', 'EMAIL;TYPE="home,pref":zoe@exemple.fr', version="4.0")
    assert found.names == ("Zoé",)
    assert found.emails == ("zoe@exemple.fr",)


def test_a_property_repeated_is_kept_line_by_line() -> None:
    assert one("FN:Zoé", "IMPP:xmpp:a", "IMPP:xmpp:b").extra == {"IMPP": "xmpp:a\nxmpp:b"}


def test_no_card_at_all_is_a_problem() -> None:
    assert read("rien").problems == (Problem("", "vcard.no-card"),)


def test_cards_as_a_server_gives_them() -> None:
    answer = (
        '<?xml version="1.0"?><D:multistatus xmlns:C="urn:ietf:params:xml:ns:carddav">'
        "<C:address-data>BEGIN:VCARD&#13;\nVERSION:3.0&#13;\nFN:L&#233;a &amp; Omar&#13;\n"
        "END:VCARD</C:address-data><C:address-data><![CDATA[BEGIN:VCARD\nFN:Zoé\nEND:VCARD\n]]>"
        "</C:address-data></D:multistatus>"
    )
    assert vcard.recognises(answer.encode(), "answer.xml")
    assert [found.names for found in read(answer).cards] == [("Léa & Omar",), ("Zoé",)]


def test_recognised_by_content() -> None:
    assert vcard.recognises(b"\xef\xbb\xbf\r\nbegin:vcard\r\n", "contacts.txt")
    assert vcard.recognises("BEGIN:VCARD".encode("utf-16"), "contacts")
    assert vcard.recognises(b"junk\nBEGIN:VCARD\n", "contacts.vcf")
    assert not vcard.recognises(b"junk\nBEGIN:VCARD\n", "letter.txt")
    assert not vcard.recognises(b"\x89PNG\r\n", "contacts.vcf")
    assert not vcard.recognises(b"BEGIN:VCALENDAR\n", "contacts.vcf")
