"""The article before a French noun, where its ending or its own entry tells the gender."""

import re

from entregent.domain.text import fold, small
from entregent.locale.french import starts_with_vowel

_MASCULINE = tuple("age isme ment eau teur eur al on in et ent il ien".split())
_FEMININE = tuple(
    "tion sion xion te ure ance ence ee ie ique ette ade ude ise aine esse rice euse ine ice "
    "ane ale elle erre ole ene ille une onne".split()
)
_HE = frozenset(
    "bois logement dossier circuit prix froid desert reseau parcours repas temps gaz cours "
    "musee lycee trophee incendie projet achat chant marche jardin bassin recrutement accord "
    "contrat budget design site logiciel salon festival cidre vin pain velo sport rugby theatre "
    "cinema piano violon jazz tricot yoga ski droit art cafe chateau recueil accueil conseil "
    "travail appareil reveil soleil detail eventail portail vitrail commerce service exercice "
    "groupe club camp champ plan film livre mobilier silence domaine patrimoine magazine guide "
    "manege college siege privilege genie foie cimetiere mystere ministere caractere comite ete "
    "poste code stage etat virus norovirus mariage chomage programme probleme systeme theme "
    "diplome reve role pole symbole controle protocole tourisme telephone microphone organe "
    "capitaine territoire laboratoire repertoire observatoire conservatoire apprentissage "
    "bateau camion tram bus car train atelier bureau coworking marketing planning transport "
    "portage passage concours parc port lien besoin soin terrain vaccin chemin point "
    "accordeon".split()
)
_SHE = frozenset(
    "main fin faim part mort nuit voix paix croix noix foi loi eau peau fleur chaleur couleur "
    "douleur peur valeur largeur hauteur longueur maison raison saison boisson chanson "
    "livraison liaison prison terminaison moisson mer cour tour chambre lettre oeuvre fenetre "
    "montagne campagne ligne vigne chaine ecole bibliotheque boutique vente rente dette fete "
    "tete bete quete enquete cloture peche chasse danse course bourse caisse mousse brasse "
    "plage page image nage cage rage aquarelle chorale cantine cabane cabine cave chaufferie "
    "blanchisserie parcelle fibre piscine gare guerre terre pierre biere lumiere matiere "
    "maniere riviere carriere priere refonte reprise prise crise entreprise mise chemise laine "
    "reine haine semaine fontaine banque musique presse promesse adresse tresse assurance "
    "branche tranche planche manche recherche approche paroisse formation voie paie soie joie "
    "famille fille ville plateforme reforme ferme forme norme relecture poterie chute halle "
    "salle stalle sante securite cybersecurite couture creche greffe pompe rampe lampe etape "
    "nappe trempe ruche huche cruche mode methode periode etude aide thermie tresorerie "
    "transition data pate carte porte voile".split()
)
_SINGULAR_S = frozenset(
    "prix bois temps cours repas bras dos fils mois pays corps poids gaz nez riz choix voix "
    "noix croix paix taux acces succes progres proces exces deces abces congres concours "
    "parcours discours secours recours avis devis permis colis tapis puits jus bus virus campus "
    "processus palais marais relais rabais essais engrais anglais francais univers envers "
    "travers revers os as ours velours puis norovirus".split()
)
_OPENED = frozenset(
    "le la les l un une des du de d mon ma mes notre nos ce cet cette ces a au aux en dans pour "
    "par sur chez sans avec que qui si ne pas plus tout toute tous toutes comment pourquoi "
    "faire etre avoir".split()
)

_VERBAL = ("er", "ir", "re")
"""As infinitives end."""


def articled(text: str) -> str:
    """Return a French phrase with the article of its first noun: "le recyclage des coquilles".

    A phrase that opens otherwise than with a noun stays as it is, and so does one whose gender is
    not known: "toujours répondre", "Airbus".
    """
    first = re.split(r"[\s’'-]", text.strip(), maxsplit=1)[0]
    word = fold(first)
    known = word in _HE or word in _SHE
    if not word.isalpha() or word in _OPENED or first[:1].isupper():
        return text
    if word.endswith(_VERBAL) and not known:
        return text
    if word.endswith(("s", "x")) and word not in _SINGULAR_S:
        return f"les {text}"
    gender = _gender(word)
    if gender is None:
        return text
    if starts_with_vowel(word):
        return f"l’{text}"
    return f"{gender} {small(text)}"


def _gender(word: str) -> str | None:
    if word in _HE:
        return "le"
    if word in _SHE or word.endswith(_FEMININE):
        return "la"
    return "le" if word.endswith(_MASCULINE) else None
