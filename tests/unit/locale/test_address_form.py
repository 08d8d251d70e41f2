"""Tu, vous, or vous to several: told by the words alone."""

import tomllib
from importlib.resources import files

import pytest

from entregent.domain.words import Address
from entregent.locale.address_form import AddressForms, AddressWords, SentenceWords
from entregent.locale.phrasebook import words_of
from entregent.locale.sentences import Span, sentence_spans

_VOCABULARY = files("entregent.content") / "vocabulary" / "address.toml"


@pytest.fixture(scope="module")
def words() -> AddressWords:
    return AddressWords(tomllib.loads(_VOCABULARY.read_text(encoding="utf-8"))["fr"])


def read(words: AddressWords, text: str) -> AddressForms:
    return words.forms(text, [_said(text, *span) for span in sentence_spans(text)])


def _said(text: str, start: int, end: int) -> SentenceWords:
    found = words_of(text[start:end])
    return SentenceWords(
        [word for word, _, _ in found],
        [Span(start + begin, start + stop) for _, begin, stop in found],
    )


TU = [
    "Tu as cinq minutes ?",
    "Je voulais ton avis.",
    "Envoie-moi le dossier.",
    "Dis moi ce qui convient.",
    "Relis-la quand le cœur en dit.",
    "Passe une bonne soirée !",
    "Prends soin des enfants.",
    "Vas-y, réserve.",
    "N'hésite pas.",
    "Ne réponds pas ce soir.",
    "Je t’écris de Brest.",
    "Afin de t' aider, voici la liste.",
    "t'aurais le num stp ?",
    "t passé ce matin ?",
    "Mon avis vaut le tien.",
    "Merci, et bonne chance pour la tienne.",
    "Appelle Paul, et demande-lui le code.",
    "Sois prudente sur la route.",
    "Choisis le jour et donne une heure.",
    "Bonne journée à toi",
    "TU AS VU LE POSTE ?",
    "Alors, raconte !",
    "Fais comme bon semblera.",
    "Parles-en à Nora.",
]
VOUS = [
    "Auriez-vous cinq minutes ?",
    "Votre avis compte.",
    "Relisez la page deux.",
    "Dites-moi si jeudi convient.",
    "Bonjour, faites comme bon semblera.",
    "N'hésitez pas.",
    "Êtes-vous libre mardi ?",
    "Voyez avec Paul.",
    "S'il vous plaît, un mot.",
    "Mon avis vaut le vôtre.",
    "Allez voir la page.",
    "RÉPONDEZ-MOI VITE",
    "Voulez-vous que je passe ?",
    "Je reste à disposition, n'oubliez pas.",
    "Prenez soin des enfants.",
    "Allez-y, réservez.",
    "Un mot, et dites-le-nous.",
    "Je tiens à vous remercier.",
    "Bien à vous",
]
NEITHER = [
    "Serait-il possible d'en parler ?",
    "On prend rendez-vous mardi ?",
    "Il s'est tu longtemps.",
    "Elle a haussé le ton, assez fort.",
    "Y a-t-il un nez rouge chez Paul ?",
    "Allez, bises !",
    "Tiens, le poste est ouvert.",
    "Je porte un T-shirt.",
    "M. T. Alvarez est venu.",
    "Chère Madame Lopez, la date convient.",
    "Les tests TU passent tous.",
    "Anh Tu est absent.",
    "Les choses dites et faites sont là.",
    "Ce jour-là, cette idée-là.",
    "Demande de relecture.",
    "Note de frais jointe.",
    "Je passe demain et regarde la page.",
    "Il vient de Fontaine-le-Comte.",
    "Merci de me répondre.",
    "J'ai ensuite décidé de partir.",
    "Ma collègue, décidée, le dira.",
    "Merguez ou rien ?",
    "Le T 2 est loué.",
]
MANY = [
    "Zoé et toi, vous venez ?",
    "Ta sœur et toi, vous montez quand ?",
    "Toi et Max, vous auriez cinq minutes ?",
    "Vous deux, vous faites quoi ?",
    "Tu vois ce que vous recrutez ?",
    "Tu sais si votre équipe recrute ?",
    "Tu connais l'usage chez vous ?",
    "Salut Léa et Tom, vous êtes là ?",
    "Bonjour à tous, vous venez ?",
    "Vous êtes libres samedi ?",
    "Le logiciel que vous détestiez tous.",
    "Chers amis, vous savez tout.",
]


@pytest.mark.parametrize("text", TU)
def test_tu_is_told(words, text):
    forms = read(words, text)
    assert forms.form is Address.TU
    assert not forms.vous


@pytest.mark.parametrize("text", VOUS)
def test_vous_is_told(words, text):
    forms = read(words, text)
    assert forms.form is Address.VOUS
    assert forms.vous
    assert not forms.tu


@pytest.mark.parametrize("text", NEITHER)
def test_words_that_look_like_it_say_neither(words, text):
    assert read(words, text) == AddressForms()


@pytest.mark.parametrize("text", MANY)
def test_vous_to_several_says_nothing_of_one(words, text):
    forms = read(words, text)
    assert not forms.vous
    assert forms.many


def test_vous_to_several_is_vous_where_nothing_else_is_said(words):
    assert read(words, "Vous recrutez ?").form is Address.VOUS
    assert read(words, "Bonjour à tous, vous venez ?").form is Address.VOUS


def test_both_alike_are_no_form(words):
    assert read(words, "Ton avis, votre avis.").form is None


def test_each_place_is_told(words):
    text = "Comment vas-tu ? J'aurais besoin de votre avis."
    forms = read(words, text)
    assert [text[place.start : place.end] for place in (*forms.tu, *forms.vous)] == ["tu", "votre"]


@pytest.mark.parametrize(
    "text",
    [
        "Tu peux lui transmettre : Madame, pourriez-vous me recevoir ? Je vous remercie.",
        "Tu me diras. À transférer :\n\nMadame, je vous écris.\nPourriez-vous me recevoir ?",
        "Tu sais, elle m'a dit : vous devriez postuler.",
        "Texte à lui envoyer, si tu veux : auriez-vous un instant ?",
    ],
)
def test_words_for_somebody_else_are_not_for_the_reader(words, text):
    forms = read(words, text)
    assert forms.form is Address.TU
    assert not forms.vous


def test_what_follows_the_paragraph_to_forward_is_for_the_reader_again(words):
    text = "À transférer, si tu veux : Madame, je vous écris.\n\nMerci de votre aide."
    assert [text[place.start : place.end] for place in read(words, text).vous] == ["votre"]


def test_telling_somebody_something_ends_nothing(words):
    assert len(read(words, "Tu peux lui dire bonjour, garde ta clé.").tu) == 2


def test_an_order_may_follow_another(words):
    assert len(read(words, "Prends le train et appelle.").tu) == 2
    assert read(words, "Il prend le train et appelle.") == AddressForms()
