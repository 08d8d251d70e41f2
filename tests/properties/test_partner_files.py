"""Whatever a partner's file holds, it is a share within bounds or a refusal in one sentence."""

import json
from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from entregent.domain.partners import MOST_GUESTS, MOST_SEEKS, Named, PartnerFile, Share
from entregent.domain.text import tokens
from entregent.exchange.partner import compact, read_partner, write_partner
from entregent.services.ports import BookError

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=8,
)
NAMED = st.builds(Named, st.text(), st.text())
GUESTS = st.lists(NAMED, max_size=4).map(tuple)
SPOKEN = st.text(st.characters(categories=["L"]), min_size=1).filter(tokens)
SHARES = st.builds(Share, SPOKEN, st.lists(st.text()).map(tuple), GUESTS, GUESTS, GUESTS)
FILES = st.builds(
    PartnerFile,
    st.uuids().map(str),
    st.just("2026-03-11T18:00:00+00:00"),
    SPOKEN,
    st.dates(),
    SHARES.map(Share.bounded),
).filter(lambda file: tokens(file.share.name))
BASE = PartnerFile("1", "2026-03-11T18:00:00+00:00", "Apéro", date(2026, 3, 12), Share("Léa"))


def sane(file):
    share = file.share
    for some in (share.meets, share.knows, share.presents):
        assert len(some) <= MOST_GUESTS
        assert all(tokens(one.name) and "<" not in one.name + one.company for one in some)
    assert len(share.seeks) <= MOST_SEEKS
    assert tokens(share.name)
    assert share.bounded() == share


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_anything_is_refused_in_a_sentence(data):
    with suppress(BookError):
        sane(read_partner(data))


@given(st.dictionaries(st.sampled_from(sorted(json.loads(write_partner(BASE)))), JSON, max_size=4))
def test_a_file_changed_anywhere_is_a_share_within_bounds_or_refused(changes):
    document = json.loads(write_partner(BASE)) | changes
    with suppress(BookError):
        sane(read_partner(json.dumps(document).encode()))


@given(FILES)
def test_what_is_shared_is_what_is_read(file):
    text = write_partner(file)
    read = read_partner(text.encode())
    assert (read.share, read.day, read.mark) == (file.share, file.day, file.mark)
    assert read == read_partner(compact(text).encode())
