"""Free phrases about invented people, as people write them, in both languages."""

import pytest

from entregent.content import Content
from entregent.domain.months import Month
from entregent.domain.words import Address, Closeness, Context
from entregent.locale.phrase import PhraseFacts, understand
from entregent.locale.phrase_text import Vocabulary, plain

VOCABULARY = Vocabulary(Content().template("vocabulary/phrase"))
CASES = [
    (
        "old friend, works at Airbus, close",
        PhraseFacts(company="Airbus", context=Context.PERSONAL, closeness=Closeness.CLOSE),
    ),
    ("works at Close Brothers", PhraseFacts(company="Close Brothers")),
    ("elle a travaillé chez Orange", PhraseFacts(past_company="Orange")),
    (
        "il travaillait chez Orange, maintenant chez Free",
        PhraseFacts(company="Free", past_company="Orange"),
    ),
    ("used to work at BP", PhraseFacts(past_company="BP")),
    ("travaille chez Airbus aux essais", PhraseFacts(company="Airbus", note="aux essais")),
    (
        "ancienne collègue chez Michelin, achats, on se tutoie",
        PhraseFacts(
            sector="achats",
            context=Context.PROFESSIONAL,
            address=Address.TU,
            worked=True,
            worked_at="Michelin",
        ),
    ),
    (
        "amie de fac, maintenant chez Airbus comme responsable achats, on se tutoie",
        PhraseFacts(
            company="Airbus",
            title="responsable achats",
            circles=("fac",),
            context=Context.PERSONAL,
            address=Address.TU,
        ),
    ),
    (
        "old friend from university, works at Renault",
        PhraseFacts(company="Renault", circles=("university",), context=Context.PERSONAL),
    ),
    (
        "ex-colleague at Shell, now product manager at BP",
        PhraseFacts(
            company="BP",
            title="product manager",
            context=Context.PROFESSIONAL,
            worked=True,
            worked_at="Shell",
        ),
    ),
    (
        "cousin, boulanger à Lyon",
        PhraseFacts(title="boulanger", place="Lyon", context=Context.PERSONAL, note="cousin"),
    ),
    (
        "mon ancien chef chez Orange, je le vouvoie",
        PhraseFacts(
            context=Context.PROFESSIONAL, address=Address.VOUS, worked=True, worked_at="Orange"
        ),
    ),
    (
        "DRH chez Sanofi, rencontrée au salon",
        PhraseFacts(company="Sanofi", title="DRH", note="rencontrée au salon"),
    ),
    ("très proche", PhraseFacts(closeness=Closeness.CLOSE)),
    ("on se voit souvent", PhraseFacts(closeness=Closeness.GOOD)),
    ("perdue de vue", PhraseFacts(closeness=Closeness.SLIGHT)),
    (
        "ancien collègue de Michelin, passé chez Airbus",
        PhraseFacts(
            company="Airbus", context=Context.PROFESSIONAL, worked=True, worked_at="Michelin"
        ),
    ),
    (
        "copine d'escalade, infirmière",
        PhraseFacts(title="infirmière", circles=("escalade",), context=Context.PERSONAL),
    ),
    (
        "meilleure amie, avocate à Paris",
        PhraseFacts(
            title="avocate", place="Paris", context=Context.PERSONAL, closeness=Closeness.CLOSE
        ),
    ),
    (
        "pote du foot, bosse à la SNCF",
        PhraseFacts(company="SNCF", circles=("foot",), context=Context.PERSONAL),
    ),
    ("voisin, travaille dans l'énergie", PhraseFacts(sector="énergie", context=Context.PERSONAL)),
    (
        "collègue chez Orange depuis 2019",
        PhraseFacts(
            company="Orange",
            context=Context.PROFESSIONAL,
            since="2019",
            worked=True,
            worked_at="Orange",
        ),
    ),
    ("ex-Michelin, maintenant chez Valeo", PhraseFacts(company="Valeo", past_company="Michelin")),
    (
        "chef de projet chez Capgemini, on se vouvoie",
        PhraseFacts(company="Capgemini", title="chef de projet", address=Address.VOUS),
    ),
    (
        "ma cheffe chez Danone de 2014 à 2018",
        PhraseFacts(
            company="Danone",
            context=Context.PROFESSIONAL,
            worked=True,
            worked_at="Danone",
            worked_from=Month(2014, 1),
            worked_to=Month(2018, 12),
        ),
    ),
    (
        "on a travaillé ensemble chez Atos, perdu de vue",
        PhraseFacts(
            context=Context.PROFESSIONAL, closeness=Closeness.SLIGHT, worked=True, worked_at="Atos"
        ),
    ),
    (
        "amie et ancienne collègue chez Thales",
        PhraseFacts(context=Context.BOTH, worked=True, worked_at="Thales"),
    ),
    (
        "camarade de promo à l'INSA, ingénieur chez Dassault",
        PhraseFacts(
            company="Dassault",
            title="ingénieur",
            circles=("INSA", "promo"),
            context=Context.PERSONAL,
        ),
    ),
    ("prof à l'INSA", PhraseFacts(company="INSA", title="prof")),
    ("mon client chez Total", PhraseFacts(company="Total", context=Context.PROFESSIONAL)),
    ("acheteuse chez michelin", PhraseFacts(company="michelin", title="acheteuse")),
    (
        "on ne se tutoie pas encore, directrice achats chez Safran",
        PhraseFacts(company="Safran", title="directrice achats", address=Address.VOUS),
    ),
    (
        "ami d'enfance, connu en 1998, pas très proche",
        PhraseFacts(
            circles=("enfance",), context=Context.PERSONAL, closeness=Closeness.SLIGHT, since="1998"
        ),
    ),
    (
        "beau-frère, comptable",
        PhraseFacts(title="comptable", context=Context.PERSONAL, note="beau-frère"),
    ),
    (
        "rencontrée au salon des achats, cherche un graphiste",
        PhraseFacts(note="rencontrée au salon des achats, cherche un graphiste"),
    ),
    ("connue en 2015 chez EDF", PhraseFacts(since="2015", note="connue chez EDF")),
    ("travaille au CNRS, chercheuse", PhraseFacts(company="CNRS", title="chercheuse")),
    ("le frère de Karim", PhraseFacts(note="le frère de Karim")),
    ("ami de Karim", PhraseFacts(note="ami de Karim")),
    (
        "ancienne stagiaire, maintenant au Crédit Agricole",
        PhraseFacts(company="Crédit Agricole", context=Context.PROFESSIONAL, worked=True),
    ),
    (
        "consultante freelance basée à Nantes",
        PhraseFacts(title="consultante freelance", place="Nantes"),
    ),
    ("de la chorale", PhraseFacts(circles=("chorale",))),
    ("ancien voisin, plombier", PhraseFacts(title="plombier", context=Context.PERSONAL)),
    (
        "collègue de bureau, tu",
        PhraseFacts(context=Context.PROFESSIONAL, address=Address.TU, worked=True),
    ),
    ("Responsable RH", PhraseFacts(title="Responsable RH")),
    ("fait de la data chez BlaBlaCar", PhraseFacts(company="BlaBlaCar", note="fait de la data")),
    ("amie depuis 2009", PhraseFacts(context=Context.PERSONAL, since="2009")),
    ("collègue", PhraseFacts(context=Context.PROFESSIONAL, worked=True)),
    (
        "former colleague at Michelin, procurement, first-name terms",
        PhraseFacts(
            sector="procurement",
            context=Context.PROFESSIONAL,
            address=Address.TU,
            worked=True,
            worked_at="Michelin",
        ),
    ),
    (
        "best friend, lawyer in London",
        PhraseFacts(
            title="lawyer", place="London", context=Context.PERSONAL, closeness=Closeness.CLOSE
        ),
    ),
    (
        "my old boss at Barclays, we keep it formal",
        PhraseFacts(
            context=Context.PROFESSIONAL, address=Address.VOUS, worked=True, worked_at="Barclays"
        ),
    ),
    (
        "my manager at BP",
        PhraseFacts(company="BP", context=Context.PROFESSIONAL, worked=True, worked_at="BP"),
    ),
    ("manager at BP", PhraseFacts(company="BP", title="manager")),
    (
        "friend from climbing, nurse",
        PhraseFacts(title="nurse", circles=("climbing",), context=Context.PERSONAL),
    ),
    ("neighbour, works in renewables", PhraseFacts(sector="renewables", context=Context.PERSONAL)),
    (
        "we worked together at Rolls-Royce from 2012 to 2016",
        PhraseFacts(
            context=Context.PROFESSIONAL,
            worked=True,
            worked_at="Rolls-Royce",
            worked_from=Month(2012, 1),
            worked_to=Month(2016, 12),
        ),
    ),
    (
        "used to work with me at Unilever, now at Tesco",
        PhraseFacts(
            company="Tesco", context=Context.PROFESSIONAL, worked=True, worked_at="Unilever"
        ),
    ),
    (
        "brother-in-law, accountant in Leeds",
        PhraseFacts(
            title="accountant", place="Leeds", context=Context.PERSONAL, note="brother-in-law"
        ),
    ),
    ("met at a conference in 2019", PhraseFacts(since="2019", note="met at a conference")),
    (
        "head of sales at Sage, barely know her",
        PhraseFacts(company="Sage", title="head of sales", closeness=Closeness.SLIGHT),
    ),
    (
        "old classmate, software engineer at Arm",
        PhraseFacts(company="Arm", title="software engineer", context=Context.PERSONAL),
    ),
    (
        "colleague from Shell who moved to BP",
        PhraseFacts(company="BP", context=Context.PROFESSIONAL, worked=True, worked_at="Shell"),
    ),
    (
        "close friend, in publishing",
        PhraseFacts(sector="publishing", context=Context.PERSONAL, closeness=Closeness.CLOSE),
    ),
    ("ex-BBC, now at Channel 4", PhraseFacts(company="Channel 4", past_company="BBC")),
    (
        "good friend and former colleague at Nokia",
        PhraseFacts(context=Context.BOTH, closeness=Closeness.GOOD, worked=True, worked_at="Nokia"),
    ),
    ("lost touch", PhraseFacts(closeness=Closeness.SLIGHT)),
    ("teacher in Bristol", PhraseFacts(title="teacher", place="Bristol")),
    ("friend of Karim", PhraseFacts(note="friend of Karim")),
    ("journalist @ Reuters", PhraseFacts(company="Reuters", title="journalist")),
    (
        "my intern at Dyson, now data analyst",
        PhraseFacts(
            title="data analyst", context=Context.PROFESSIONAL, worked=True, worked_at="Dyson"
        ),
    ),
    ("recruiter, met once", PhraseFacts(context=Context.PROFESSIONAL, closeness=Closeness.SLIGHT)),
    ("wants to move to Lyon", PhraseFacts(note="wants to move to Lyon")),
    (
        "university friend, works for the NHS",
        PhraseFacts(company="NHS", circles=("university",), context=Context.PERSONAL),
    ),
    (
        "she's a solicitor at Clifford Chance, very close",
        PhraseFacts(company="Clifford Chance", title="solicitor", closeness=Closeness.CLOSE),
    ),
    (
        "colleague at Arup since 2018",
        PhraseFacts(
            company="Arup",
            context=Context.PROFESSIONAL,
            since="2018",
            worked=True,
            worked_at="Arup",
        ),
    ),
    ("friend since 2009", PhraseFacts(context=Context.PERSONAL, since="2009")),
    ("former CFO of Danone", PhraseFacts(note="former CFO of Danone")),
    ("met Karim's sister through choir", PhraseFacts(note="met Karim's sister through choir")),
    (
        "we met at a wedding, works in insurance",
        PhraseFacts(sector="insurance", note="we met at a wedding"),
    ),
    (
        "old colleague, now running a bakery",
        PhraseFacts(context=Context.PROFESSIONAL, worked=True, note="running a bakery"),
    ),
    ("likes sailing", PhraseFacts(note="likes sailing")),
    (
        "maman de l'école, travaille dans la finance",
        PhraseFacts(sector="finance", note="maman de l'école"),
    ),
    (
        "Ancienne de l'Insee, on se tutoie",
        PhraseFacts(address=Address.TU, note="Ancienne de l'Insee"),
    ),
    (
        "mon ancienne N+1 chez Decathlon, on s'entend bien",
        PhraseFacts(
            context=Context.PROFESSIONAL,
            closeness=Closeness.GOOD,
            worked=True,
            worked_at="Decathlon",
        ),
    ),
    (
        "ex collègue (Valeo), développeuse chez Doctolib",
        PhraseFacts(
            company="Doctolib",
            title="développeuse",
            context=Context.PROFESSIONAL,
            worked=True,
            note="Valeo",
        ),
    ),
    (
        "fournisseur, responsable des ventes chez Plastipack",
        PhraseFacts(
            company="Plastipack", title="responsable des ventes", context=Context.PROFESSIONAL
        ),
    ),
    (
        "copain de rando et voisin, architecte",
        PhraseFacts(title="architecte", circles=("rando",), context=Context.PERSONAL),
    ),
    ("tu", PhraseFacts(address=Address.TU)),
    ("connaissance lointaine", PhraseFacts(note="connaissance lointaine")),
    ("travaille pour Veolia à Nanterre", PhraseFacts(company="Veolia", place="Nanterre")),
    (
        "ma meilleure copine, prof",
        PhraseFacts(title="prof", context=Context.PERSONAL, closeness=Closeness.CLOSE),
    ),
    (
        "former teammate at Sky, we lost touch",
        PhraseFacts(
            context=Context.PROFESSIONAL, closeness=Closeness.SLIGHT, worked=True, worked_at="Sky"
        ),
    ),
    (
        "my aunt, retired nurse",
        PhraseFacts(title="retired nurse", context=Context.PERSONAL, note="aunt"),
    ),
    (
        "mate from rugby, electrician",
        PhraseFacts(title="electrician", circles=("rugby",), context=Context.PERSONAL),
    ),
    ("sister of Karim", PhraseFacts(note="sister of Karim")),
    ("formal", PhraseFacts(address=Address.VOUS)),
    (
        "works as a solicitor at Clifford Chance",
        PhraseFacts(company="Clifford Chance", title="solicitor"),
    ),
    ("she is at Lloyds, marketing", PhraseFacts(company="Lloyds", sector="marketing")),
    (
        "ex-boss, now CEO of a start-up",
        PhraseFacts(title="CEO of a start-up", context=Context.PROFESSIONAL, worked=True),
    ),
    (
        "worked with me at Arup, structural engineer",
        PhraseFacts(
            title="structural engineer", context=Context.PROFESSIONAL, worked=True, worked_at="Arup"
        ),
    ),
    ("likes working for free", PhraseFacts(note="likes working for free")),
    ("chez Airbus maintenant", PhraseFacts(company="Airbus")),
    (
        "ancienne stagiaire chez Bosch comme acheteuse",
        PhraseFacts(context=Context.PROFESSIONAL, worked=True, worked_at="Bosch", note="acheteuse"),
    ),
    (
        "colleague, procurement",
        PhraseFacts(sector="procurement", context=Context.PROFESSIONAL, worked=True),
    ),
    ("collègue achats", PhraseFacts(sector="achats", context=Context.PROFESSIONAL, worked=True)),
    ("ami escalade", PhraseFacts(circles=("escalade",), context=Context.PERSONAL)),
    (
        "collègue très drôle",
        PhraseFacts(context=Context.PROFESSIONAL, worked=True, note="très drôle"),
    ),
    ("ancien chez Renault", PhraseFacts(past_company="Renault")),
    ("former baker", PhraseFacts(note="former baker")),
    ("ex-Orange", PhraseFacts(past_company="Orange")),
    ("Nantes", PhraseFacts(place="Nantes")),
    ("travaille dans l'aéro", PhraseFacts(note="travaille dans l'aéro")),
    (
        "collègue depuis la fac, passé chez Valeo",
        PhraseFacts(company="Valeo", context=Context.PROFESSIONAL, since="la fac", worked=True),
    ),
    (
        "ami de la chorale de Lyon",
        PhraseFacts(place="Lyon", circles=("chorale",), context=Context.PERSONAL),
    ),
    ("friend of the family", PhraseFacts(context=Context.PERSONAL, note="of the family")),
    ("mon chef de projet préféré", PhraseFacts(note="mon chef de projet préféré")),
    (
        "ingénieure chez Airbus depuis 2019",
        PhraseFacts(company="Airbus", title="ingénieure", start=Month(2019, 1)),
    ),
    (
        "amie qui travaille chez Enedis et on se tutoie",
        PhraseFacts(company="Enedis", context=Context.PERSONAL, address=Address.TU),
    ),
    ("pote de pote", PhraseFacts(context=Context.PERSONAL, note="de pote")),
    ("mon client, à Lyon", PhraseFacts(place="Lyon", context=Context.PROFESSIONAL)),
    ("on se connait depuis 15 ans", PhraseFacts(since="15 ans", note="on se connait")),
    ("mate for ten years", PhraseFacts(context=Context.PERSONAL, since="ten years")),
    (
        "colleague at Airbus in Filton",
        PhraseFacts(
            company="Airbus",
            place="Filton",
            context=Context.PROFESSIONAL,
            worked=True,
            worked_at="Airbus",
        ),
    ),
    (
        "voisine de palier, cherche un stage pour sa fille",
        PhraseFacts(context=Context.PERSONAL, note="de palier, cherche un stage pour sa fille"),
    ),
    (
        "responsable achats et qualité chez Valeo",
        PhraseFacts(company="Valeo", title="responsable achats et qualité"),
    ),
    ("le Lyon des affaires", PhraseFacts(note="le Lyon des affaires")),
    ("marcheuse, près de Lyon", PhraseFacts(place="Lyon", note="marcheuse")),
    (
        "ancienne cheffe comme responsable qualité chez Bosch",
        PhraseFacts(note="ancienne cheffe comme responsable qualité chez Bosch"),
    ),
    ("now at BP now", PhraseFacts(company="BP")),
    ("vit Lyon", PhraseFacts(note="vit Lyon")),
    ("se présente à Domont", PhraseFacts(note="se présente à Domont")),
    ("camarade de fac", PhraseFacts(circles=("fac",), context=Context.PERSONAL)),
    ("Paris, maintenant, chez Airbus", PhraseFacts(company="Airbus", place="Paris")),
    ("chez Airbus maintenant à Lyon", PhraseFacts(company="Airbus", place="Lyon")),
    (
        "collègue chez Bosch comme acheteuse",
        PhraseFacts(
            company="Bosch",
            title="acheteuse",
            context=Context.PROFESSIONAL,
            worked=True,
            worked_at="Bosch",
        ),
    ),
    ("à mi-chemin, Grand Lyon", PhraseFacts(note="à mi-chemin, Grand Lyon")),
    ("habite à Grand Lyon", PhraseFacts(note="habite à Grand Lyon")),
]


@pytest.mark.parametrize(("phrase", "facts"), CASES, ids=[phrase for phrase, _ in CASES])
def test_a_phrase_is_understood(phrase: str, facts: PhraseFacts) -> None:
    assert understand(phrase, VOCABULARY) == facts


@pytest.mark.parametrize("phrase", ["", " ", ",", "…", ";;", "«»", "chez", "at", "ex-", "mon"])
def test_next_to_nothing_says_nothing_about_work(phrase: str) -> None:
    facts = understand(phrase, VOCABULARY)
    assert (facts.company, facts.title, facts.context) == ("", "", None)


def test_typographic_apostrophes_and_capitals_do_not_matter() -> None:
    typed = understand("AMIE D’ENFANCE, TRÈS PROCHE", VOCABULARY)
    assert typed.closeness is Closeness.CLOSE
    assert typed.context is Context.PERSONAL


def test_a_capital_makes_a_name_of_now() -> None:
    assert understand("works at Sky Now", VOCABULARY).company == "Sky Now"


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "Œuvre d’Été à l'Île"
    assert len(plain(text)) == len(text)
