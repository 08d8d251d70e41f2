"""What the author of a message says in it, and what stands there in other words."""

import pytest

from entregent.content import Content
from entregent.locale.letter import LetterWords, Part, stretches

_WORDS = LetterWords(Content().template("vocabulary/letters"))


def parts(text: str) -> list[tuple[Part, str]]:
    return [(one.part, text[one.start : one.end]) for one in stretches(text, _WORDS)]


def test_a_message_without_quotes_is_its_authors_own():
    assert parts("Bonjour,\n\nPeux-tu me relire ?\n") == []


def test_lines_of_an_earlier_message_are_somebody_elses():
    assert parts("Oui !\n> Tu viens ?\n> Dis-moi.\nÀ demain") == [
        (Part.REPLY, "> Tu viens ?\n"),
        (Part.REPLY, "> Dis-moi.\n"),
    ]


def test_what_follows_dashes_is_a_signature():
    assert parts("Merci\n-- \nAna Leroy\nLyon") == [(Part.SIGNATURE, "-- \nAna Leroy\nLyon")]
    assert parts("Merci\n--\nAna")[0][0] is Part.SIGNATURE


@pytest.mark.parametrize(
    "line", ["Envoyé de mon iPhone", "Sent from my phone", "Envoyé depuis mon mobile"]
)
def test_what_a_telephone_adds_is_a_signature(line):
    assert parts(f"Merci\n\n{line}") == [(Part.SIGNATURE, line)]


@pytest.mark.parametrize(
    "opening",
    [
        "Le lun. 2 mars 2026 à 10:04, Ana <ana@exemple.fr> a écrit :",
        "On Mon, 2 Mar 2026 at 10:04, Ana <ana@example.org> wrote:",
        "---------- Forwarded message ---------",
        "-------- Message transféré --------",
        "De : Ana <ana@exemple.fr>\nEnvoyé : lundi 2 mars\nÀ : Omar\nObjet : Salut",
        "*From:* Ana <ana@example.org>\n*Sent:* Monday\n*To:* Omar",
    ],
)
def test_all_that_follows_an_earlier_message_is_not_the_authors(opening):
    earlier = f"{opening}\n\nTu me dois bien ça."
    assert parts(f"D'accord, merci.\n\n{earlier}") == [(Part.REPLY, earlier)]


@pytest.mark.parametrize(
    "line",
    [
        "De : 9 h à 10 h, c'est bon pour toi ?",
        "Objet : relecture de deux pages",
        "Zoé m'a écrit :",
        "Voici un message transféré hier soir par ma cousine, qui parle de toi.",
        "Note : rien",
        "On verra.",
    ],
)
def test_lines_that_only_look_like_it_are_the_authors(line):
    assert parts(f"Salut\n{line}\nÀ bientôt") == []


def test_headers_end_where_another_line_stands():
    text = "De : Ana <ana@exemple.fr>\net voilà\nObjet : rien"
    assert parts(text) == []


@pytest.mark.parametrize(
    "quoted",
    ["« Jo, graphiste, cherche… »", "“Jo, designer”", "„Jo, Grafikerin“", '"Jo"', "‹ Jo ›"],
)
def test_words_in_quotation_marks_are_quoted(quoted):
    assert parts(f"À transférer : {quoted} Merci !") == [(Part.QUOTED, quoted)]


@pytest.mark.parametrize(
    "text",
    [
        "Un guillemet « jamais fermé",
        'Un écran de 27" et un de 24" chez toi',
        "rien “",
        f"« {'a' * 2100} »",
    ],
)
def test_what_is_not_closed_nearby_is_no_quote(text):
    assert parts(text) == []


def test_quotes_within_what_is_set_aside_are_part_of_it():
    assert parts("> « Tu viens ? »\nOui\n-- \n« Ana »") == [
        (Part.REPLY, "> « Tu viens ? »\n"),
        (Part.SIGNATURE, "-- \n« Ana »"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sent from my phone, so excuse the typos.\n\nPlease tell Paul.",
        "Hi Paul,\nSent from my sickbed, so do bear with me, and please tell Paul what we said.\n",
    ],
)
def test_a_line_that_only_begins_like_a_signature_is_the_authors_own(text):
    assert parts(text) == []
