"""What is drawn of a person: the same however the facts came, and read back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from entregent.domain.facts import Detail, Entry, Position, Seen, Source
from entregent.domain.ids import BatchId, FactId, PersonId
from entregent.domain.months import Month
from entregent.domain.portrait import portrait
from entregent.domain.tellings import Telling, spread
from entregent.domain.words import Origin, Said
from entregent.store.codec import coder, writer
from entregent.store.derive import Known, Person, draw
from entregent.store.portraits import read_portrait

LEA, BATCH = PersonId("léa"), BatchId("b")
ORDER = {BATCH: 1, BatchId("a"): 0}
CARD = Source(Origin.VCARD, "carnet.vcf", "card=1")
words = st.sampled_from(["Léa Martin", "LEA MARTIN", "lea@exemple.fr", "+33 6 11", " ", "é"])
details = st.builds(Detail, st.just(LEA), st.sampled_from(Said), words)
months = st.sampled_from([None, Month(2019, 3), Month(2024, 1)])
jobs = st.builds(Position, st.just(LEA), words, st.sampled_from(["", "Acheteuse"]), months, months)
profile = st.lists(details | jobs, max_size=8).map(lambda facts: (Seen(LEA), *facts))


def telling(facts):
    return Telling(FactId("0" * 36), BATCH, LEA, facts, CARD)


@given(profile, st.sampled_from(["", "Cheffe"]))
def test_facts_told_together_draw_the_same_as_one_by_one(facts, by_hand):
    said = Entry(FactId("f"), BatchId("a"), Detail(LEA, Said.TITLE, by_hand), Source(Origin.HAND))
    together = [telling(facts), said]
    assert draw(LEA, Known(together), ORDER) == draw(LEA, Known(list(spread(together))), ORDER)


@given(profile)
def test_what_is_drawn_is_written_as_any_record_is_and_read_back(facts):
    known = Known([telling(facts)])
    drawn = portrait(LEA, known.entries, order=ORDER)
    text = draw(LEA, known, ORDER).portrait
    assert text == coder(Person).write(drawn)
    assert read_portrait(text) == drawn


def test_a_record_is_written_of_the_fields_that_are_given():
    assert writer(Source)({"origin": Origin.VCARD, "record": "1"}) == (
        '{"origin":"vcard","record":"1"}'
    )
