"""Cards in JSON (jCard) and in XML (xCard) say what the same vCard says."""

import json
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Card, Job, Problem, Reading
from entregent.domain.words import Said
from entregent.exchange import vcard

PARIS = ZoneInfo("Europe/Paris")
LINES = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zoé Lefèvre\r\nN:Lefèvre;Zoé;;Mme;\r\n"
    "ORG:Airbus;Achats\r\nTITLE:Responsable\\, achats\r\nEMAIL;TYPE=work:zoe@exemple.fr\r\n"
    "EMAIL;PREF=1:z.lefevre@exemple.fr\r\nTEL;VALUE=uri:tel:+33639980001\r\nBDAY:19850214\r\n"
    "ADR;TYPE=home:;;3 rue des Lilas;Lyon;;69003;France\r\nCATEGORIES:chorale,salon\r\n"
    "URL:https://exemple.fr/zoe;a\r\nitem1.NOTE:Vue à Lyon\\nen mai\r\nEND:VCARD\r\n"
)
JSON = [
    "vcard",
    [
        ["version", {}, "text", "4.0"],
        ["fn", {}, "text", "Zoé Lefèvre"],
        ["n", {}, "text", ["Lefèvre", "Zoé", "", ["Mme"], ""]],
        ["org", {}, "text", ["Airbus", "Achats"]],
        ["title", {}, "text", "Responsable, achats"],
        ["email", {"type": "work"}, "text", "zoe@exemple.fr"],
        ["email", {"pref": "1"}, "text", "z.lefevre@exemple.fr"],
        ["tel", {"value": "uri"}, "uri", "tel:+33639980001"],
        ["bday", {}, "date", "1985-02-14"],
        [
            "adr",
            {"type": ["home"]},
            "text",
            ["", "", "3 rue des Lilas", "Lyon", "", "69003", "France"],
        ],
        ["categories", {}, "text", "chorale", "salon"],
        ["url", {}, "uri", "https://exemple.fr/zoe;a"],
        ["note", {"group": "item1"}, "text", "Vue à Lyon\nen mai"],
    ],
]
XML = """<?xml version="1.0" encoding="UTF-8"?>
<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"><vcard>
<fn><text>Zoé Lefèvre</text></fn>
<n><surname>Lefèvre</surname><given>Zoé</given><additional/><prefix>Mme</prefix><suffix/></n>
<org><text>Airbus</text><text>Achats</text></org>
<title><text>Responsable, achats</text></title>
<email><parameters><type><text>work</text></type></parameters><text>zoe@exemple.fr</text></email>
<email><parameters><pref><integer>1</integer></pref></parameters>
<text>z.lefevre@exemple.fr</text></email>
<tel><parameters><value><text>uri</text></value></parameters><uri>tel:+33639980001</uri></tel>
<bday><date>19850214</date></bday>
<adr><parameters><type><text>home</text></type></parameters><street>3 rue des Lilas</street>
<locality>Lyon</locality><code>69003</code><country>France</country></adr>
<categories><text>chorale</text><text>salon</text></categories>
<url><uri>https://exemple.fr/zoe;a</uri></url>
<group name="item1"><note><text>Vue à Lyon\nen mai</text></note></group>
</vcard></vcards>
"""


def read(text: str) -> Reading:
    assert vcard.recognises(text.encode(), "fiches")
    return vcard.read(text.encode(), "fiches", zone=PARIS)


def only(text: str) -> Card:
    reading = read(text)
    assert (reading.read, reading.problems) == (1, ())
    [card] = reading.cards
    return card


@pytest.mark.parametrize("text", [json.dumps(JSON), json.dumps([JSON]), XML])
def test_every_form_says_the_same(text: str) -> None:
    card, plain = only(text), only(LINES)
    assert (card.names, card.emails, card.phones) == (plain.names, plain.emails, plain.phones)
    assert (card.urls, card.details) == (plain.urls, plain.details)
    assert card.jobs == plain.jobs == (Job("Airbus", "Responsable, achats"),)
    assert (Said.BIRTHDAY, "1985-02-14") in card.details
    assert card.extra == plain.extra


def test_what_is_no_property_is_told_and_the_rest_read() -> None:
    reading = read(json.dumps([["vcard", [["fn", {}, "text", "Omar Diallo"], ["note"], 7]], 3]))
    assert [card.names for card in reading.cards] == [("Omar Diallo",)]
    assert [(each.where, each.what) for each in reading.problems] == [
        ("card=1", "vcard.bad-line"),
        ("card=1", "vcard.bad-line"),
        ("card=2", "vcard.bad-line"),
        ("card=2", "vcard.no-name"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '["vcard", [["fn"',
        '["vcard", ' + "[" * 100_000,
        XML[:-20],
        XML.replace("<vcards", "<!DOCTYPE a [<!ENTITY b 'c'>]><vcards"),
    ],
)
def test_a_damaged_document_is_told(text: str) -> None:
    assert Problem("", "vcard.damaged") in read(text).problems


def test_cards_before_the_damage_are_read() -> None:
    reading = read(XML[:-5])
    assert [card.names for card in reading.cards] == [("Zoé Lefèvre",)]
