from datetime import date

import pytest

from entregent.domain.events import Captured, Debriefed, Event, Guest, Pact, Unlisted
from entregent.domain.facts import Entry, Source
from entregent.domain.ids import BatchId, EventId, FactId
from entregent.domain.partners import Named, Share, Shared
from entregent.domain.people import Person
from entregent.domain.upkeep import Side
from entregent.domain.words import Origin
from entregent.store.redact import redact_entry, redaction


def redact(text, *, names=("Zoé Petit",), emails=(), phones=(), others=()):
    person = Person("z", names[0] if names else "?", names, emails=emails, phones=phones)
    return redaction(person, [Person("o", name, (name,)) for name in others])(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("vu Zoé Petit hier", "vu … hier"),
        ("ZOÉ PETIT, zoé petit", "…, …"),
        ("Zoé Petite, AZoé Petit", "Zoé Petite, AZoé Petit"),
        ("Zoé", "Zoé"),
        ("zoe petit, PETIT Zoé, Petit, Zoe", "…, …, …"),
        ("Zoe\u0301 Petit", "…"),
        ("Vu Zoé. Petit viendra, Zoé aussi", "Vu Zoé. Petit viendra, Zoé aussi"),
        ("Discussion avec_Zoé_Petit.txt, zoe-petit.vcf", "Discussion avec_….txt, ….vcf"),
    ],
)
def test_whole_names_are_taken_out_in_any_case(text, left):
    assert redact(text) == left


def test_addresses_and_all_spellings_are_taken_out_longest_first():
    spellings = ("Zoé", "Zoé Petit")
    assert redact("Zoé Petit <z@x.fr>", names=spellings, emails=("z@x.fr",)) == "… <…>"


@pytest.mark.parametrize(
    "written", ["+33611223344", "06 11 22 33 44", "0033 6 11.22.33.44", "(06) 11-22-33-44"]
)
def test_a_number_is_taken_out_however_it_is_written(written):
    assert "22" not in redact(f"tél. {written}.", phones=("+33 6 11 22 33 44",))


def test_other_numbers_stay():
    kept = "06 11 22 33 45, 1, 112"
    assert redact(kept, phones=("+33 6 11 22 33 44", "112")) == kept
    assert redact("poste 123-456", phones=("123 456",)) == "poste …"


def test_a_single_name_stays_where_others_bear_it():
    assert redact("Omar vient", names=("Omar",)) == "… vient"
    assert redact("Omar vient", names=("Omar",), others=("Omar Sy",)) == "Omar vient"


def test_somebody_of_whom_nothing_is_known_is_nowhere():
    assert redact("? ! Rien", names=()) == "? ! Rien"


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ('company:Airbus -"zoe petit"', 'company:Airbus -"…"'),
        ("name:zoé circle:fac", "name:… circle:fac"),
        ("zoe.petit omar", "… omar"),
        ("petit", "petit"),
    ],
)
def test_a_search_may_look_for_half_a_name(query, left):
    zoe = Person("z", "Zoé Petit", ("Zoé Petit",))
    paul = Person("p", "Paul Petit", ("Paul Petit",))
    assert redaction(zoe, [paul]).part(query) == left


def test_apostrophes_and_hyphens_are_written_in_two_ways():
    names = ("Anne-Lou D'Arc",)
    assert redact("Anne Lou D’Arc, d'arc anne-lou", names=names) == "…, …"
    assert redact("Anne-Lou D'Arc", names=("Anne Lou D’Arc",)) == "…"


def test_a_particle_is_looked_for_by_many():
    zoe = redaction(Person("z", "Zoé de la Tour", ("Zoé de la Tour", "zoé tour")), [])
    assert zoe.part('company:"Crédit de la France" tour') == 'company:"Crédit de la France" …'


def test_who_is_forgotten_is_no_guest_of_any_event_and_in_no_words_about_one():
    redacted = redaction(Person("z", "Zoé Petit", ("Zoé Petit",), emails=("z@x.fr",)), [])
    event, day = EventId("e"), date(2026, 3, 1)
    zoe, omar = Named("Zoé Petit", "Airbus"), Named("Omar", "Airbus")
    facts = [
        Event(event, "Chez Zoé Petit", day, goals=("voir Zoé Petit", "danser")),
        Guest(event, "Petit Zoé", "Airbus", "Pilote", topics=("vélo",)),
        Guest(event, "Z. P.", "Airbus", emails=("z@x.fr",)),
        Guest(event, "Omar", "Airbus", topics=("présenté par Zoé Petit",)),
        Unlisted(event, "Z. P.", "Airbus", ("z@x.fr",)),
        Captured(day, "Zoé Petit, Dassault, vélo", event),
        Pact(day, "Zoé Petit", "un stage", "un graphiste", event),
        Debriefed(event, day, "parlé à Zoé Petit", "rappeler"),
        Shared(event, day, Share("Zoé Petit", ("un stage",), (omar,)), Side.THEM, "f", "w"),
        Shared(event, day, Share("Ana", ("Zoé Petit",), (zoe, omar), (zoe,)), Side.ME, "f", "w"),
    ]
    entries = [Entry(FactId("f"), BatchId("b"), fact, Source(Origin.HAND)) for fact in facts]
    assert [redact_entry(entry, redacted).fact for entry in entries] == [
        Event(event, "Chez …", day, goals=("voir …", "danser")),
        Guest(event, ""),
        Guest(event, ""),
        Guest(event, "Omar", "Airbus", topics=("présenté par …",)),
        Unlisted(event, ""),
        Captured(day, "…, Dassault, vélo", event),
        Pact(day, "…", "un stage", "un graphiste", event),
        Debriefed(event, day, "parlé à …", "rappeler"),
        Shared(event, day, Share("…"), Side.THEM, "f", "w"),
        Shared(event, day, Share("Ana", ("…",), (omar,)), Side.ME, "f", "w"),
    ]
