"""Real cards, read as a widespread library reads them, or better; skipped without the corpus."""

import logging
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Card
from entregent.exchange import vcard
from entregent.exchange.text import as_utf8, decode

vobject = pytest.importorskip("vobject")

SIBLING = Path(__file__).parents[3] / "shared"
IMPORTS = Path(os.environ.get("ENTREGENT_SHARED", SIBLING)) / "data" / "imports"
ZONE = ZoneInfo("Europe/Paris")
BEGINS = re.compile(rb"(?im)^\s*BEGIN\s*:\s*VCARD")

pytestmark = pytest.mark.skipif(not IMPORTS.is_dir(), reason="no corpus of real files here")

UNREAD_BY_IT = {
    "vcf-calcard/resources/vcard/028.vcf",  # no END
    "vcf-kcontacts/autotests/data/vcard12.vcf.2_1ref",  # a picture in broken base64
    "vcf-khard/test/fixture/vcards/unparsable.vcf",  # no END
    "vcf-radicale/radicale/tests/static/contact_photo_with_data_uri.vcf",  # a picture by address
    "vcf-roundcube/tests/src/thebat.vcf",  # a character set named on each line
}
OTHERWISE = {
    ("vcf-aosp/tests/res/raw/v21_japanese_2.vcf", "names"): "it ignores CHARSET=SHIFT_JIS",
    ("vcf-aosp/tests/res/raw/v21_nest.vcf", "cards"): "cards in a card: all are people to us",
    ("vcf-aosp/tests/res/raw/v21_nest.vcf", "phones"): "the same",
    ("vcf-roundcube/tests/src/Csv2vcard/email.vcf", "names"): "an address is no name",
    ("vcf-roundcube/tests/src/Csv2vcard/outlook.vcf", "names"): "the same",
    ("vcf-roundcube/tests/src/Csv2vcard/gmail.vcf", "phones"): "words without a figure",
    ("vcf-roundcube/tests/src/Csv2vcard/tb_plain.vcf", "phones"): "the same",
    ("vcf-whatsapp-exporter/tests/data/contacts.vcf", "names"): "version 2.1 escapes no comma",
    ("vcf-calcard/resources/vcard/022.vcf", "person"): "an organisation, by KIND",
    ("vcf-khard/test/fixture/vcards/org.vcf", "person"): "the same",
    ("vcf-roundcube/tests/src/apple.vcf", "person"): "an organisation, by X-ABShowAs",
    ("vcf-roundcube/tests/src/photo.vcf", "person"): "the same",
    ("vcf-kcontacts/autotests/data/v4_0.vcard4.vcf.ref", "person"): "a company that names nobody",
    ("vcf-kcontacts/autotests/data/vcard4.vcf.ref", "person"): "the same",
    ("vcf-kcontacts/autotests/data/vcard10.vcf.ref", "person"): "the same",
    ("vcf-whatsapp-exporter/tests/data/contacts.vcf", "person"): "the same, three times",
}
"""Every difference, with its reason."""


def test_what_both_read_is_the_same_but_for_known_reasons() -> None:
    cards, unread, differing = 0, set(), set()
    for path in sorted(path for path in IMPORTS.rglob("*") if path.is_file()):
        data = path.read_bytes()
        if not BEGINS.search(as_utf8(data)):
            continue
        name = path.relative_to(IMPORTS).as_posix()
        theirs = its_cards(decode(data))
        if theirs is None:
            unread.add(name)
            continue
        cards += len(theirs)
        reading = vcard.read(data, name, zone=ZONE)
        if len(theirs) != reading.read:
            differing.add((name, "cards"))
        ours = {card.record: card for card in reading.cards}
        for number, its in enumerate(theirs, start=1):
            differing |= {(name, what) for what in differences(its, ours.get(f"card={number}"))}
    assert cards > 100
    assert unread == UNREAD_BY_IT
    assert differing == set(OTHERWISE)


def its_cards(text: str) -> list[object] | None:
    """Return what the library reads in its most lenient mode, None where it gives up."""
    logging.disable(logging.CRITICAL)
    try:
        return list(vobject.readComponents(text, ignoreUnreadable=True, allowQP=True))
    except Exception:  # noqa: BLE001 - whatever it raises, it does not read the file
        return None
    finally:
        logging.disable(logging.NOTSET)


def differences(its: object, ours: Card | None) -> Iterator[str]:
    names, emails = values(its, "fn"), values(its, "email")
    phones = [re.sub("(?i)^tel:", "", value) for value in values(its, "tel")]
    companies = values(its, "org")
    if ours is None:
        if names or emails or phones or companies:
            yield "person"
        return
    if names and names[0] not in ours.names:
        yield "names"
    if sorted(emails) != sorted(ours.emails):
        yield "emails"
    if sorted(phones) != sorted(ours.phones):
        yield "phones"
    if sorted(companies) != sorted(job.company for job in ours.jobs if job.company):
        yield "companies"


def values(its: object, name: str) -> Sequence[str]:
    found = []
    for prop in its.contents.get(name, []):  # type: ignore[attr-defined]  # the library is untyped
        value = prop.value
        if isinstance(value, list):
            value = value[0] if name == "org" else ",".join(value)
        found.append(" ".join(str(value).split()))
    return [value for value in found if value]
