"""What the owner's own words say of a posting: its link, its number."""

import pytest

from entregent.drafts.posting import Posting, posting

LINK = "https://emplois.exemple.org/offre/12"


@pytest.mark.parametrize(
    ("text", "link", "number"),
    [
        ("", "", ""),
        ("comprendre le métier", "", ""),
        (f"{LINK} réf. AB-1234", LINK, "AB-1234"),
        (f"L'annonce ({LINK}), référence : 2026/17.", LINK, "2026/17"),
        (f"voir {LINK}.", LINK, ""),
        ("www.exemple.org/a_(b)", "www.exemple.org/a_(b)", ""),
        ("the buyer's job, ref: R-00917", "", "R-00917"),
        ("reference number 4521", "", "4521"),
        ("job id #98765", "", "98765"),
        ("acheteur, n° 4521", "", "4521"),
        ("offre n°2026-88 à Lyon", "", "2026-88"),
        ("annonce 1234", "", "1234"),
        ("REF 55", "", ""),
        ("no 2, no 345", "", "345"),
        ("j'ai 1234 idées", "", ""),
        ("ma référence de cœur", "", ""),
        ("https://exemple.org/ref/9999", "https://exemple.org/ref/9999", ""),
    ],
)
def test_a_posting_is_read(text: str, link: str, number: str) -> None:
    assert posting(text) == Posting(link, number)


def test_a_long_text_is_read_in_one_go() -> None:
    assert posting("réf " * 20_000 + "n°" * 20_000) == Posting()
