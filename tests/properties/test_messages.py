"""Any message is read and understood without fuss; what we write is recognised."""

from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from entregent.content import Content
from entregent.exchange.mail.dates import Days
from entregent.exchange.mail.letter import read_letter
from entregent.ledger.inbox.deadline import deadline
from entregent.ledger.inbox.detect import detect
from entregent.ledger.inbox.sentences import sentences
from entregent.ledger.inbox.words import RequestWords
from entregent.ledger.inbox.zones import zones
from entregent.locale.phrases import flat
from entregent.services.ports import BookError

WORDS = RequestWords(Content().template("vocabulary/requests"))
DAYS = Days(ZoneInfo("Europe/Paris"))
PIECES = st.sampled_from(
    [
        *("De : Léa <lea@exemple.fr>", "Objet : Question", "> cité", "---- Message transféré ----"),
        *("Le lundi 2 mars, Tom", "<tom@example.org> a écrit :", "-- ", "Envoyé de mon téléphone"),
        *("Pourrais-tu relire ma lettre avant le 31/02 ?", "Could you refer me by May 32?", ""),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=30), max_size=12).map("\n".join)
HEADS = st.sampled_from(["", "From: a@b.fr\n", "Subject: =?utf-8?q?=C3?=\nDate: x\n"])


@given(TEXTS)
def test_any_text_is_set_apart_and_understood(text):
    found = zones(text, WORDS)
    for part in (found.own, found.passed.text if found.passed else ""):
        assert all(line.strip() in text for line in part.splitlines())
        request = detect(part, WORDS)
        assert request is None or request.text
        for sentence in sentences(part):
            for tongue in WORDS.tongues.values():
                day = deadline(sentence.flat, tongue, date(2026, 3, 2))
                assert day is None or day.year >= 1


@given(st.text())
def test_a_flat_text_keeps_its_length(text):
    assert len(flat(text)) == len(text)


@given(HEADS, st.binary(max_size=200) | TEXTS.map(str.encode))
def test_any_bytes_are_a_letter_or_refused_in_a_sentence(head, body):
    try:
        letter = read_letter(head.encode() + b"\n" * bool(head) + body, DAYS)
    except BookError as refused:
        assert refused.key.startswith("letter.")  # noqa: PT017 - either is right
    else:
        assert letter.text or letter.subject or letter.inner
