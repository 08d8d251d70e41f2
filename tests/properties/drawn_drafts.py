"""Drawn briefs: people, houses and purposes as they are typed, in every kind, voice and channel."""

from datetime import date

from hypothesis import strategies as st

from entregent.domain.asking import Code
from entregent.domain.months import Month
from entregent.domain.words import Address, Closeness, Context, Kind, Reply
from entregent.drafts.brief import (
    DraftBrief,
    Helper,
    Me,
    Medium,
    Moment,
    Parting,
    Plan,
    Recipient,
    Shared,
    Wanted,
)

TODAY = date(2026, 11, 27)
LONG = "Établissements Vaucanson, Brandebourg et Associés pour la Transition des Territoires du Sud"
NAMES = (
    *("Léa Martin", "Omar Haddad", "Anne-Sophie d'Ormesson", "Hélène Le Goff", "hugo vidal"),
    *("ISABELLE ROY", "Nguyễn Văn An", "Jean de La Tour", "Øystein Åberg", "Yves Étienne"),
    *(
        "Marie-Ève O’Connor",
        "Zoé 🌱 Petit",
        "Al",
        "van den Berg",
        "  Inès   Aubry ",
        "Tom Reed Jr.",
    ),
    "Maximiliana Wilhelmina Charlotte von Hohenfels-Brandebourg und zu Sondersleben Vaucanson",
)
COMPANIES = (
    *("", "Airbus", "L'Oréal", "Le Monde", "Les Échos", "La Poste", "3M", "Crédit Agricole"),
    *("Insee", "SNCF", "hermès", "Hachette", "Habitat & Humanisme", "EDF", "Acme Inc.", LONG),
    *("🚀 Orbite", "Université de Lyon", "AXA", "d'Ormesson & fils", "CNRS", "École Boulle"),
)
TITLES = (
    *("", "Acheteuse", "DRH", "Ingénieur d'études", "Head of Data", "Acheteuse | réemploi"),
    *("🚀 On grandit ensemble !", "Directrice des achats, Europe (intérim)"),
)
PURPOSES = (
    *("", "comprendre le métier", "Parler du réemploi des emballages.", "Je change de voie !"),
    *("pour rencontrer l'équipe , avant l'été", "comprendre vos achats", "parler de ton métier"),
    *("packaging reuse", "Understanding your purchasing.", "for a job in Leeds", "🙏", "???"),
    *("mon CV\n(deux pages)", "Comment négocier ? Et quand partir ? Je ne sais plus.", "réf. {42}"),
    *('le projet "Aube"', "l'offre « acheteur » : que vaut-elle ?", "APPRENDRE  À  VENDRE"),
    "choisir entre deux offres très différentes, " * 6,
)
TOPICS = (
    "",
    "réemploi",
    "packaging",
    "l'intelligence artificielle",
    "H2",
    "le son « ambisonique »",
)
SECTORS = ("", "aéronautique", "énergie", "santé", "publishing", "hôtellerie")

OCCASIONS = ("", "sa nomination", "her new job", "votre prix", "Bravo à eux !", "il a gagné, enfin")
TALKED = (
    *("escalade", "l'apiculture", "son potager", "her garden", "marketing B2B", "le salon de Lyon"),
    *(
        "les transports en commun de la métropole de Lyon",
        "climbing",
        "🌱",
        "« lin »",
        "il était là",
    ),
)
THINGS = (
    "",
    "l'article",
    "mon CV",
    "article sur le lin",
    "the deck",
    "her notes",
    "40 €, promis !",
)
EVENTS = ("", "Salon des ingénieurs", "l'apéro d'octobre", "Leeds Meetup #3")

_typed = st.text("aàeéiou hlnrst'’-,.;:!?\n«»()0", max_size=80).filter(
    lambda text: ".." not in text
)
_days = st.none() | st.dates(date(2025, 1, 1), TODAY)
_things = st.lists(st.sampled_from([topic for topic in TOPICS if topic]), max_size=3, unique=True)
_names = st.sampled_from(NAMES)


@st.composite
def _recipients(draw: st.DrawFn) -> Recipient:
    name = draw(_names)
    company = draw(st.sampled_from(COMPANIES))
    years = (Month(2014, 2), draw(st.sampled_from((None, Month(2014, 9), Month(2018, 11)))))
    shared = Shared(company or "Michelin", *draw(st.sampled_from(((None, None), years))))
    return Recipient(
        name,
        draw(st.sampled_from(("", name.split()[0]))),
        company=company,
        title=draw(st.sampled_from(TITLES)),
        closeness=draw(st.sampled_from((None, *Closeness))),
        context=draw(st.sampled_from((None, *Context))),
        since=draw(st.sampled_from(("", "2012-09"))),
        shared=draw(st.sampled_from((None, shared))),
    )


@st.composite
def _owners(draw: st.DrawFn) -> Me:
    name = draw(st.sampled_from(("", *NAMES)))
    return Me(
        name,
        name.split()[0] if name else "",
        title=draw(st.sampled_from(TITLES)) if name else "",
        company=draw(st.sampled_from(COMPANIES)) if name else "",
        email=draw(st.sampled_from(("", "nadia@exemple.fr"))),
        projects=tuple(draw(_things)),
        topics=tuple(draw(_things)),
        seeks=draw(st.sampled_from(("", "un poste d'acheteuse.", "a role in Lyon"))),
    )


@st.composite
def _wanted(draw: st.DrawFn, person: str) -> Wanted:
    target = draw(st.sampled_from(("person", "company", "sector", "topic", "nobody")))
    return Wanted(
        person=person or (draw(_names) if target == "person" else ""),
        company=draw(st.sampled_from(COMPANIES))
        if person or target in ("person", "company")
        else "",
        sector=draw(st.sampled_from(SECTORS)) if target == "sector" else "",
        topic=draw(st.sampled_from(TOPICS)) if target == "topic" else "",
    )


@st.composite
def _partings(draw: st.DrawFn) -> Parting:
    return Parting(
        talked=tuple(draw(st.lists(st.sampled_from(TALKED), max_size=3, unique=True))),
        thing=draw(st.sampled_from(THINGS)),
        whom=draw(st.sampled_from(("", *NAMES))),
        plan=draw(st.sampled_from((None, *Plan))),
        day=draw(st.none() | st.dates(TODAY, date(2027, 2, 1))),
    )


@st.composite
def briefs(draw: st.DrawFn, moments: tuple[Moment, ...] = tuple(Moment)) -> DraftBrief:
    """Draw what a message is written from; a repeated ask has the day of the last one."""
    kind = draw(st.sampled_from(Kind))
    connects = kind is Kind.INTRODUCTION and draw(st.booleans())
    steps = tuple(draw(st.lists(_names, min_size=1, max_size=2))) if connects else ()
    codes = draw(st.frozensets(st.sampled_from(Code), max_size=5))
    return DraftBrief(
        kind=kind,
        to=draw(_recipients()),
        today=TODAY,
        goal=draw(st.sampled_from(Kind)) if connects else kind,
        moment=draw(st.sampled_from(moments)),
        language=draw(st.sampled_from(("fr", "en"))),
        address=draw(st.sampled_from((None, *Address))),
        medium=draw(st.sampled_from(Medium)),
        purpose=draw(st.sampled_from(PURPOSES) | _typed),
        by=draw(st.sampled_from((None, date(2026, 12, 1), date(2027, 1, 9)))),
        wanted=draw(_wanted(steps[-1] if steps else "")),
        me=draw(_owners()),
        steps=steps,
        codes=codes,
        times_asked=draw(st.integers(0, 9)),
        last_asked=draw(_days),
        last_met=draw(_days),
        helped=draw(_days),
        until=draw(st.sampled_from((None, date(2027, 6, 1), date(2026, 12, 14)))),
        discreet=draw(st.sampled_from(("open", "discreet"))),
        continued=draw(_days),
        reply=draw(st.sampled_from((None, *Reply))),
        invited=draw(st.sampled_from(("invited", "uninvited"))),
        occasion=draw(st.sampled_from(OCCASIONS)),
        helper=draw(st.sampled_from((None, Helper("Jeanne d'Arcy", "Jeanne"), Helper(LONG)))),
        met=draw(_days),
        event=draw(st.sampled_from(EVENTS)),
        parting=draw(_partings()),
        seed=draw(st.integers(0, 2**32)),
    )
