"""The paragraph to forward is of 40 to 80 words for any profile that tells a title and any work."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.content import Content
from entregent.domain.words import Kind
from entregent.drafts.acquaintance import Reader
from entregent.drafts.brief import DraftBrief, Me, Recipient, Wanted
from entregent.drafts.forward import LEAST, MOST, forward
from entregent.drafts.wording import parse

WORDING = parse("forward", Content().template("templates/forward"))
NAMES = st.sampled_from(
    ["Nadia Benali", "Omar", "Anne-Laure d'Hérouville de La Tour", "O'Neil", "Yves Hamon", "al"]
)
PLACES = st.sampled_from(
    ["", "Airbus", "L'Oréal", "Le Monde", "SNCF", "3M", "Hôpital Édouard-Herriot"]
)
LINES = st.lists(
    st.sampled_from(
        [
            "le réemploi des emballages",
            "achats",
            "Hyperloop",
            "les palettes",
            "L'Oréal",
            "refonte de la chaîne de tri, avec trois partenaires, en deux ans et demi de travail",
            "un chantier " + "sans aucune pause " * 8,
            "vélo 🚲",
        ]
    ),
    max_size=4,
    unique=True,
).map(tuple)
TITLES = st.sampled_from(
    ["", "Acheteuse", "DRH", "Chargée de tout ce qui reste " * 5, "Luthier | archets"]
)
GOALS = st.sampled_from(
    [Wanted("Omar Haddad", "Airbus"), Wanted(company="Insee"), Wanted(sector="énergie"), Wanted()]
)
PURPOSES = st.sampled_from(
    [
        "",
        "comprendre le métier",
        "understand the trade",
        "je cherche",
        "mot " * 60,
        "https://a.fr/b",
    ]
)


@st.composite
def briefs(draw: st.DrawFn) -> DraftBrief:
    name = draw(NAMES)
    me = Me(
        name,
        name.split()[0],
        title=draw(TITLES),
        company=draw(PLACES),
        email=draw(st.sampled_from(["", "n.b@exemple.fr"])),
        projects=draw(LINES),
        topics=draw(LINES),
        clients=draw(LINES),
        seeks=draw(st.sampled_from(["", "un poste", "a new job", "mot " * 30])),
    )
    lines = [*me.projects, *me.topics, *me.clients]
    kind = draw(st.sampled_from(Kind))
    return DraftBrief(
        kind=kind,
        to=Recipient("Léa"),
        today=date(2026, 5, 4),
        goal=draw(st.sampled_from(Kind)) if kind is Kind.INTRODUCTION else kind,
        language=draw(st.sampled_from(["fr", "en"])),
        purpose=draw(PURPOSES),
        wanted=draw(GOALS),
        me=me,
        steps=draw(st.sampled_from([(), ("Omar Haddad",), ("Zoé", "Hélène de Oliveira")])),
        discreet=draw(st.sampled_from(["open", "discreet"])),
        reader=Reader(
            drawn=tuple(draw(st.lists(st.sampled_from(lines), max_size=2))) if lines else (),
            company=draw(PLACES),
            language=draw(st.sampled_from(["", "fr", "en"])),
        ),
        seed=draw(st.integers(0, 99)),
    )


@settings(max_examples=300)
@given(briefs())
def test_a_paragraph_keeps_its_measure_and_its_language(brief: DraftBrief) -> None:
    text = forward(brief, WORDING)
    me = brief.me
    if me.title and (me.projects or me.topics or me.clients):
        assert LEAST <= len(text.split()) <= MOST, text
        assert LEAST <= len(re.findall(r"\w+", text)) <= MOST, text
    assert not re.search(
        r"[{}\[\]]|None|  | ,| \.|: ?\.|\(\)|\bde [aeiouéèh](?!ur)|\bque O", text
    ), text
    assert not re.search(r"\b(?:de le|de les|à le|à les|chez le|chez les)\b", text), text
    assert "'" not in text.replace("L'Oréal", "").replace("d'Hérouville", "").replace("O'Neil", "")
