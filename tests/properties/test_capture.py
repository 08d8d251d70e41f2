"""Laws of lines about people just met: nothing invented, nothing lost, never a fuss."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from entregent.coach.capture.reading import understand
from entregent.coach.capture.vocabulary import Vocabulary
from entregent.content import Content
from entregent.domain.text import fold, tokens

CONTENT = Content()
WORDS = Vocabulary.of(
    *(CONTENT.template(f"vocabulary/{n}") for n in ("capture", "capture-names", "capture-known"))
)
BITS = (
    "Chloé|Dassault|escalade|déjeuner mardi|lui envoyer l'article|et|&|chez|Rose|Orange|(DRH)|,|."
    "|->|she'll|send her|the deck|Karim|from|Airbus|on se revoit|le 14|14/12|ex-|sa collègue|both"
    "|;|/"
    "|rose@lune.example|06 39 98 41 07|très sympa|no follow up|J'ai promis à|"
    "il m'envoie|#moto|:|)"
    "|who runs|qui tient|la|un type|de la|in two weeks|31/02|name: Zed|Marks|elle|lui|pour|a|days"
).split("|")
LINES = st.lists(st.sampled_from(BITS), max_size=14).map(" ".join)
DAYS = st.dates(date(2000, 1, 1), date(9000, 1, 1))


@given(st.text(max_size=200) | LINES, DAYS)
def test_any_text_is_read_without_fuss_and_alike_each_time(text, today):
    assert understand(text, today, WORDS) == understand(text, today, WORDS)


@given(LINES, DAYS)
def test_names_houses_and_addresses_stand_in_the_line(text, today):
    plain = " ".join(text.split())
    for one in understand(text, today, WORDS).encounters:
        for value in (one.name, one.company, one.role, one.contact.email, one.contact.phone):
            assert value in plain
        for topic in one.topics:
            assert set(tokens(topic)) <= set(tokens(text))


@given(LINES, DAYS)
def test_a_day_is_told_only_where_the_line_tells_one(text, today):
    told = {one.next.day for one in understand(text, today, WORDS).encounters if one.next}
    if not re.search(r"mardi|le 14|14/12|weeks", text):
        assert told <= {None}


@given(LINES)
def test_typography_changes_nothing(text):
    def plain(line):
        found = understand(line, date(2026, 3, 10), WORDS)
        return [
            (fold(one.name), fold(one.company), len(one.promises), one.next and one.next.day)
            for one in found.encounters
        ]

    other = text.replace("'", "’").replace(" ", "\u00a0")
    assert plain(other) == plain(text)


def test_a_long_text_is_read_through():
    text = " ".join(BITS * 60)
    assert understand(text, date(2026, 3, 10), WORDS).encounters
