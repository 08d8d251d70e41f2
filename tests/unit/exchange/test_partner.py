"""A partner's file, written and read: bounded, cleaned, held against the word agreed on."""

import json
from dataclasses import replace
from datetime import date

import pytest

from entregent.domain.partners import Named, PartnerFile, Share
from entregent.exchange.partner import MOST_OCTETS, compact, read_partner, write_partner
from entregent.services.ports import BookError

OMAR = Named("Omar Haddad", "Airbus")
FILE = PartnerFile(
    "0190",
    "2026-03-11T18:00:00+00:00",
    "Apéro des anciens",
    date(2026, 3, 12),
    Share("Léa", ("un stage",), (OMAR, Named("Tom")), (Named("Ana"),), (Named("Nora", "Miel"),)),
)


def changed(text=None, **values):
    document = json.loads(text or write_partner(FILE)) | values
    return json.dumps(document).encode()


def refusal(data, word=""):
    with pytest.raises(BookError) as error:
        read_partner(data, word)
    return error.value.key.removeprefix("event.partner.")


def test_what_is_written_is_read():
    text = write_partner(FILE)
    assert read_partner(text.encode()) == FILE
    assert read_partner(compact(text).encode()) == FILE
    assert read_partner(b"\xef\xbb\xbf" + text.encode()) == FILE


def test_a_word_seals_a_file_however_it_is_said():
    text = write_partner(FILE, "Éléphant bleu")
    assert read_partner(text.encode(), "elephant BLEU !") == replace(FILE, sealed=True)
    assert read_partner(compact(text).encode(), "éléphant bleu") == replace(FILE, sealed=True)
    assert refusal(text.encode(), "éléphant") == "other-word"
    assert refusal(text.encode()) == "sealed"
    assert refusal(changed(text, name="Eve"), "éléphant bleu") == "other-word"
    assert refusal(changed(text, seal=3), "éléphant bleu") == "other-word"
    assert refusal(changed(), "éléphant bleu") == "unsealed"


def test_a_word_must_be_one_that_can_be_said():
    with pytest.raises(BookError, match=r"event\.partner\.mute"):
        write_partner(FILE, "!?")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"format":"entregent-book"}',
        b'{"format":"entregent-partner","version":NaN}',
        b"[" * 60_000,
        changed(version=True),
        changed(version="1"),
        changed(version=0),
        changed(event=[]),
        changed(event={"name": "", "day": "2026-03-12"}),
        changed(event={"name": "Apéro", "day": "12 mars"}),
        changed(event={"name": "Apéro", "day": 20260312}),
        changed(name=["Léa"]),
        changed(name="<b></b>"),
        changed(id=None),
        changed(written="yesterday"),
        changed(written="2026-03-11T18:00:00"),
        changed(written="0001-01-01T00:00:00+23:00"),
    ],
)
def test_what_is_no_partners_file_is_refused(data):
    assert refusal(data) == "not-one"


def test_what_is_too_large_newer_or_altered_is_refused():
    assert refusal(b" " * (MOST_OCTETS + 1)) == "large"
    assert refusal(changed(version=2)) == "newer"
    other = {"name": "Gala", "day": "2026-03-12", "mark": json.loads(write_partner(FILE))["event"]}
    assert refusal(changed(event=other)) == "altered"


def test_a_document_too_deep_to_be_sealed_is_refused(monkeypatch):
    def deep(*_told, **_how):
        raise RecursionError

    data = write_partner(FILE, "bleu").encode()
    monkeypatch.setattr(json, "dumps", deep)
    assert refusal(data, "bleu") == "not-one"


def test_what_cannot_be_read_of_a_list_is_left_out_and_said():
    told = changed(
        seeks=["un stage", 3, {"a": []}],
        meets=[{"name": "Omar <i>Haddad</i>", "company": 4}, "Tom", {"name": ["x"]}, {}],
        knows="everybody",
        presents=[{"name": "Nora\x1b[2J"}],
    )
    read = read_partner(told)
    assert read.left_out
    assert read.share == Share(
        "Léa", ("un stage",), (Named("Omar Haddad"),), (), (Named("Nora[2J"),)
    )


def test_lists_that_are_not_there_are_empty_and_times_are_in_utc():
    document = json.loads(write_partner(FILE))
    for name in ("seeks", "meets", "knows", "presents"):
        del document[name]
    document["written"] = "2026-03-11T19:00:00+01:00"
    assert read_partner(json.dumps(document).encode()) == replace(FILE, share=Share("Léa"))
