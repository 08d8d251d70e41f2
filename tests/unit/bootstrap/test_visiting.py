"""My card, spelled as each file holds it."""

from pathlib import Path

import pytest

from entregent.bootstrap.visiting import Form, drawn, fitted
from entregent.domain.visiting import Line, VisitingCard
from entregent.services.ports import BookError

LONG = VisitingCard("Zoé", email="zoe@exemple.fr", url="https://zoe.exemple.fr/" + "x" * 200)


def test_a_picture_holds_what_fits(phone):
    spelled, content = drawn(Path("carte.png"), LONG, tuple(Form), title="Carte")
    assert spelled == fitted(LONG)
    assert spelled.left_out == (Line.URL,)
    assert phone(content) == spelled.text


def test_a_vcf_holds_all():
    spelled, content = drawn(Path("carte.VCF"), LONG, (Form.MECARD,), title="Carte")
    assert (spelled.form, spelled.left_out) == (Form.VCARD, ())
    assert LONG.url in content.decode().replace("\r\n ", "")


def test_another_ending_is_refused():
    with pytest.raises(BookError) as refusal:
        drawn(Path("carte"), LONG, tuple(Form), title="Carte")
    assert refusal.value.details == {"path": "carte", "among": ".svg, .png, .vcf"}
