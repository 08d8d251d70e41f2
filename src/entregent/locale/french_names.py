"""Names that French treats in their own way: with an article, with an aspirated h."""

from types import MappingProxyType

from entregent.domain.text import fold

_WITH_ARTICLE = {
    "la": (
        "SNCF RATP BNP CAF CPAM CNAM FDJ FNAC MAIF MACIF MAAF MGEN CGT CFDT CCI DGSE DGA NASA BBC "
        "BCE BEI BRED Matmut Cimade Sécu|Société Générale|Caisse d'Épargne|Banque de France|"
        "Banque Postale|Banque Populaire|Caisse des Dépôts|Croix-Rouge|Cour des comptes|"
        "Mairie de Lyon|Mairie de Paris|Ville de Lyon|Ville de Paris|Métropole de Lyon|"
        "Commission européenne|Banque mondiale|Comédie-Française|Sorbonne"
    ),
    "le": (
        "CNRS CNES CEA CIC CERN CHU CIRAD BRGM CNED LCL GIEC PSG CSTB Cerema Medef Samu|"
        "Crédit Agricole|Crédit Mutuel|Crédit Lyonnais|Crédit du Nord|Club Med|Bon Marché|"
        "Secours populaire|Secours catholique|Conseil d'État|Sénat|Louvre|Puy du Fou"
    ),
    "l’": (
        "Insee Inserm Inria Inrae Onera Ademe Afpa Afnor Apec Urssaf ARS AFP AFD APHP AP-HP ANR "
        "ESA ONF ONU OMS OCDE OTAN Unesco Unicef Unédic INA INPI IRSN Ifremer IGN Agefiph|"
        "Assurance Maladie|Institut Pasteur|Institut Curie|Éducation nationale|Opéra de Paris|"
        "Assemblée nationale|École polytechnique|Union européenne|Université de Lyon"
    ),
    "les": "Galeries Lafayette|Hospices Civils de Lyon|Restos du Cœur|Ponts et Chaussées",
}


def _articles() -> dict[str, str]:
    found: dict[str, str] = {}
    for article, names in _WITH_ARTICLE.items():
        words, *phrases = names.split("|")
        single = [words] if article == "les" else words.split()
        found |= {fold(name): article for name in (*single, *phrases)}
    return found


ARTICLES = MappingProxyType(_articles())
"""Folded names of houses that are spoken with an article, and the article."""

_INSTITUTIONS = {
    "la": "mairie metropole banque fondation faculte chambre societe compagnie mutuelle",
    "le": "centre musee ministere departement lycee college cabinet groupe laboratoire",
    "l’": "hopital institut universite ecole academie association agence",
}
INSTITUTIONS = MappingProxyType(
    {word: article for article, words in _INSTITUTIONS.items() for word in words.split()}
)
"""Folded first words of houses named after what they are ("Hôpital d'Annecy"), and the article."""

ASPIRATED = (
    "haka hal hambourg hamid hamza hand hanane hanovre hans harold harris harry harvard hassan "
    "haut heineken heinz henkel hertz hewlett hilton hitachi holding holland hollywood honda "
    "honeywell hong hongr hop housing huawei hugging hussein hutchinson hyundai haribo"
).split()
"""Beginnings of folded words whose h is aspirated."""

NOT_ARTICLES = frozenset("thi van duc minh quoc hoang ngoc thanh goff gall bris".split())
"""Folded words after which show that a first "Le" belongs to a person's name."""
