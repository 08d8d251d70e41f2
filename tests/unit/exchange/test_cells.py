import pytest

from entregent.exchange.cells import defused, plain


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd|x", "-2+cmd", "  =1", "'=1", "\t=1", "%0A"],
)
def test_a_formula_is_only_text_and_comes_back(text: str) -> None:
    assert defused(text) == f"'{text}"
    assert plain(defused(text)) == text


@pytest.mark.parametrize("text", ["+33 6 39 98 00 01", "--03-12", "-5", "Zoé", "'tis", "", "a=b"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert defused(text) == plain(text) == text
