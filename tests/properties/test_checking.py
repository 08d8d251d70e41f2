"""Any text whatever is checked without fuss, and every remark points into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.check import check, mended, sure
from entregent.tact.context import Closeness, Context, Form, Medium, Purpose, Worked
from entregent.tact.finding import Checked

_RULES = tact_rules(Content())
_SAID = [
    example.text
    for rule in _RULES.rules
    for told in rule.told.values()
    for example in (*told.flags, *told.passes)
]
_DIRT = [
    *("\r\n", "\n", "\t", " ", "\u00a0", "« ", " »", "“", '"', "> ", "-- \n", "…", "?!", "[Nom]"),
    *(
        "<p>",
        "</p>",
        "<b>",
        "<!--",
        "&amp;",
        "&nbsp;",
        "e\u0301",
        "👩‍👩‍👧",
        "😀",
        "שלום",
        "مرحبا",
        "中文",
    ),
    *("\u202e", "\u200b", "\ufeff", "\ud800", "On 2 Mar, Ana <a@b.c> wrote:", "De : Ana <a@b.c>\n"),
]
MESSAGES = st.lists(
    st.one_of(st.sampled_from(_SAID), st.sampled_from(_DIRT), st.text(max_size=12)), max_size=12
).map("".join)
CONTEXTS = st.builds(
    Context,
    st.none() | st.sampled_from(Purpose),
    st.none() | st.sampled_from(Medium),
    st.none() | st.sampled_from(Form),
    st.none() | st.sampled_from(Worked),
    st.none() | st.integers(0, 400),
    st.none() | st.sampled_from(Closeness),
)


def holds(text: str, found: Checked) -> None:
    places = [(one.start, one.end) for one in found.findings]
    assert places == sorted(places)
    for one in found.findings:
        assert 0 <= one.start <= one.end <= len(text)
        assert one.quote == text[one.start : one.end]
        assert one.message


@given(MESSAGES.filter(lambda text: "\0" not in text), CONTEXTS)
def test_remarks_point_into_the_text_in_its_order(text, context):
    found = check(text, context, _RULES)
    holds(text, found)
    assert found == check(text, context, _RULES)
    better = mended(text, found.findings)
    at = 0
    for one in sure(found.findings):  # what lies between the wordings is as it was
        assert better.startswith(text[at : one.start] + (one.better or ""))
        better_rest = better[one.start - at + len(one.better or "") :]
        better, at = better_rest, one.end
    assert better == text[at:]
    better = mended(text, found.findings)
    holds(better, check(better, context, _RULES))


@given(MESSAGES.filter(lambda text: "\0" not in text), st.integers(1, 3))
def test_lines_broken_by_windows_change_no_remark_but_its_place(text, times):
    text = text.replace("\r", "") * times
    plain = check(text, Context(), _RULES).findings
    windows = check(text.replace("\n", "\r\n"), Context(), _RULES).findings
    assert [(one.code, one.quote) for one in plain] == [
        (one.code, one.quote.replace("\r\n", "\n")) for one in windows
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "😀", "«", "שלום עולם", "\ufeff", "…" * 50])
def test_texts_that_say_nothing_are_answered(text):
    holds(text, check(text, Context(), _RULES))
