"""The checker finds nothing to say of what we write."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from entregent.content import Content
from entregent.domain.words import Closeness
from entregent.drafts.brief import ASKING, DraftBrief, Medium, Moment
from entregent.drafts.write import draft, read_words
from entregent.services.checking import tact_rules
from entregent.tact import context
from entregent.tact.check import check

from .drawn_drafts import briefs

WORDS = read_words(Content().template)
RULES = tact_rules(Content())
TYPED = {"fr": ("", "comprendre le métier"), "en": ("", "understanding the job")}
"""What the owner typed, with no fault of its own."""


def about(brief: DraftBrief) -> context.Context:
    """Return what the checker is told of a message, as the book would tell it."""
    asks = brief.moment in ASKING or brief.moment is Moment.FOLLOW_UP
    asked = brief.moment is Moment.ASK and brief.last_asked
    close = brief.to.closeness is Closeness.CLOSE
    spoken = brief.medium is Medium.SPOKEN
    return context.Context(
        purpose=context.Purpose(brief.kind if asks else "none"),
        medium=None if spoken else context.Medium(brief.medium),
        form=context.Form(brief.voice),
        worked=context.Worked.TOGETHER if brief.to.shared else None,
        last_ask_days=(brief.today - asked).days if asked else None,
        closeness=context.Closeness.CLOSE if close else context.Closeness.OTHER,
    )


@given(briefs(), st.integers(0, 1))
def test_no_rule_of_tact_is_broken_by_a_draft(brief: DraftBrief, which: int) -> None:
    typed = replace(brief, purpose=TYPED[brief.language][which])
    body = draft(typed, WORDS).body
    remarks = check(body, about(typed), RULES, typed.language).findings
    found = [(one.code, body[one.start : one.end]) for one in remarks]
    assert not found, body
