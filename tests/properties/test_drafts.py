"""Every draft that can be made is clean: its language, its length, and what tact asks of it."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from entregent.content import Content
from entregent.domain.asking import Code
from entregent.domain.words import Kind
from entregent.drafts.brief import Draft, DraftBrief, Medium, Moment, Voice
from entregent.drafts.facts import values
from entregent.drafts.write import draft, read_words
from entregent.locale.french import starts_with_vowel, typography

from .drawn_drafts import briefs

WORDS = read_words(Content().template)
COSTLY = set(Kind) - {Kind.IDEAS}
ASKS = (Moment.ASK,)
NBSP = "\u00a0"

_BROKEN = re.compile(
    r"[{}\[\]<>]|XXX|None| {2}| [\u00a0,.)]|[\u00a0(] |\(\)|,,|\n{3}|\n[ \n]*$|^\s"
)
_GENDER = re.compile(
    r"\((?:e|ne|se|trice)\)|[·•]e\b|\b(?:ravie?|heureuse|désolée?|reconnaissante?)\b"
)
_JOINED = re.compile(
    r"\b(?:de|que|je|ne|me|te|se|la) (?=[aeiouéèêâîôœ])|\bsi ils?\b|\b(?:de|à) les?\b(?! lire)",
    re.IGNORECASE,
)
_TU = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|t’\w+|tien|tienne|tiens)\b", re.IGNORECASE)
_VOUS = re.compile(r"\b(?:vous|votre|vos|vôtres?)\b", re.IGNORECASE)
_SHORTENED = re.compile(
    r"\b\w+’(?:m|ll|ve|re|d)\b|n’t\b|\b(?:it|that|there|what|here)’s\b", re.IGNORECASE
)
_THANKS = re.compile(r"\bmerci|remerci|reconnaiss|thank|grateful", re.IGNORECASE)
_RELEASE = re.compile(
    r"\bnon\b|libre à|préf(?:ères|érez)|dis-le|dites-le|dis-moi|dites-moi|aucun souci|"
    r"\bno\b|decline|rather not|just say|say so|just tell me|say no",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"transférer|forward", re.IGNORECASE)
_ASKED = re.compile(r"\?|demand|entretien|request|favour|to ask|ask you", re.IGNORECASE)
_SAID = {
    Code.DORMANT: "longtemps|silence|depuis|datent|attendre|since|while|ages|long time|last heard",
    Code.BLURRED: "casquette|hats",
    Code.ONLY_WAY: "demande|souvent|encore|déjà|request|often|again|asked",
    Code.POLICY_UNKNOWN: "si cela se fait|if that is done",
}


def own_words(brief: DraftBrief) -> list[str]:
    """Return what the owner typed, as a message may hold it, the longest first."""
    told = [text for text in values(brief).values() if isinstance(text, str) and text]
    spelled = {typography(text) if brief.language == "fr" else text for text in told}
    return sorted(spelled | {text.replace("'", "’") for text in told}, key=len, reverse=True)


def ours(text: str, brief: DraftBrief) -> str:
    """Return a text with what the owner typed taken out."""
    for typed in own_words(brief):
        text = text.replace(typed, "cela").replace(typed[:1].upper() + typed[1:], "cela")
    return text


def check_text(text: str, brief: DraftBrief) -> None:
    bare = ours(text, brief)
    assert not _BROKEN.search(bare), (text, _BROKEN.search(bare))
    assert not _GENDER.search(bare), text
    assert "'" not in bare, text
    if brief.language == "fr":
        assert typography(bare) == bare
        assert not _JOINED.search(bare), (text, _JOINED.search(bare))
        for name in (brief.to.company, brief.wanted.company, brief.wanted.person):
            if starts_with_vowel(name) and name:
                assert not re.search(rf"\b(?:de|que) {re.escape(name)}", text), text


def check_register(said: str, voice: Voice) -> None:
    said = re.sub("s’il (?:vous|te) plaît", "", said)
    if voice is Voice.TU:
        assert not _VOUS.search(said), said
    if voice is Voice.VOUS:
        assert not _TU.search(said), said
    if voice is Voice.FORMAL:
        assert not _SHORTENED.search(said), said


def check_shape(written: Draft, brief: DraftBrief) -> None:
    body = ours(
        written.body.replace(written.forward, "") if written.forward else written.body, brief
    )
    if brief.medium is Medium.EMAIL:
        assert written.subject
        assert "\n" not in written.subject
        assert len(written.subject) <= 250
        assert len(body.split()) <= 200, body
    if brief.medium is Medium.LINKEDIN:
        assert len(written.body) <= 300, (len(written.body), written.body)
    if brief.medium is Medium.SMS:
        assert len(body.split()) <= 120, body
    if brief.medium is Medium.SPOKEN:
        assert len(re.findall(r"[.?!…]+(?=\s|$)", body)) <= 3, body


@given(briefs())
def test_every_draft_is_written_as_it_should_be(brief: DraftBrief) -> None:
    written = draft(brief, WORDS)
    for text in filter(None, (written.subject, written.body)):
        check_text(text, brief)
    check_register(
        ours(f"{written.subject}\n{written.body}".replace(written.forward or "\0", ""), brief),
        brief.voice,
    )
    check_shape(written, brief)


@given(briefs(ASKS))
def test_every_ask_thanks_frees_and_names_what_must_be_named(brief: DraftBrief) -> None:
    written = draft(brief, WORDS)
    body = written.body
    assert _THANKS.search(body), body
    if brief.kind in COSTLY:
        assert _RELEASE.search(body), body
    if brief.kind is Kind.INTRODUCTION:
        assert _FORWARD.search(body), body
    if brief.discreet == "discreet":
        assert re.search("entre nous|between us", body), body
    for code, named in _SAID.items():
        if code in brief.codes and (code is not Code.POLICY_UNKNOWN or brief.kind is Kind.REFERRAL):
            assert re.search(named, body, re.IGNORECASE), (code, body)
    start = " ".join(body.split()[:60])
    assert _ASKED.search(start), body
    assert ours(body, brief).count("?") + (brief.medium is Medium.EMAIL) >= 1


@given(briefs(), st.integers(0, 20))
def test_nothing_is_worded_the_same_twice_in_a_row(brief: DraftBrief, turn: int) -> None:
    first = draft(replace(brief, turn=turn), WORDS)
    second = draft(replace(brief, turn=turn + 1), WORDS)
    several = {
        name
        for block in WORDS.moments[brief.moment].blocks
        if len(said := [name for name, _ in block.wordings(brief.voice)]) > 1
        for name in said
    }
    assert not first.wordings & second.wordings & several
