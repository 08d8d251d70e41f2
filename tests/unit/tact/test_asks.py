"""What a message asks: sentences that the reader can answer or act on, and of which kind."""

import pytest

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.asks import Said
from entregent.tact.context import Purpose
from entregent.tact.reading import read_message

_LEXICON = tact_rules(Content()).lexicon


def _asked(text, language):
    return [text[ask.start : ask.end] for ask in read_message(text, _LEXICON, language).asks]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Pourrais-tu me relire ?"),
        ("fr", "Accepteriez-vous de me recevoir ?"),
        ("fr", "Tu me présentes à Rémi ?"),
        ("fr", "slt tu peux mpistonner"),
        ("fr", "J'aurais aimé avoir ton regard sur ce plan, une demi-page."),
        ("fr", "Je vous serais reconnaissant de bien vouloir signer la convention."),
        ("fr", "Merci de transmettre à votre DRH."),
        ("fr", "Relis ma lettre stp."),
        ("fr", "Dis-moi quelle page te semble faible."),
        ("fr", "Si tu vois passer une offre de juriste, pense à moi."),
        ("fr", "T'as une idée du préavis chez vous ?"),
        ("en", "Could you read my draft?"),
        ("en", "So I was hoping you'd compare two offers with me."),
        ("en", "I was wondering whether you might act as my referee."),
        ("en", "Any chance of a lift on Friday"),
        ("en", "cld u check my cv"),
        ("en", "Please introduce me to Luke."),
        ("en", "I should be obliged if you would let me know when the archive opens."),
        ("en", "Send me your notes."),
        ("en", "Tell me which page feels weakest."),
        ("en", "Do you still take walk-ins on Thursdays?"),
    ],
)
def test_a_sentence_that_asks(language, text):
    assert _asked(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Merci d'avoir transmis mon dossier."),
        ("fr", "Comment vas-tu ?"),
        ("fr", "Veux-tu que je te relise ?"),
        ("fr", "Puis-je vous aider ?"),
        ("fr", "Tu peux évidemment dire non."),
        ("fr", "Si c'est trop, dis-le-moi."),
        ("fr", "Il m'a demandé de lui écrire."),
        ("fr", "J'espère que vous allez bien."),
        ("fr", "Un café mardi ?"),
        ("en", "Thanks for putting me in touch with Luke."),
        ("en", "How are you?"),
        ("en", "Shall I read your draft?"),
        ("en", "Please don't feel obliged."),
        ("en", "If you'd rather not, just tell me."),
        ("en", "She asked whether you might come."),
        ("en", "I hope you are well."),
        ("en", "Lunch on Tuesday?"),
    ],
)
def test_a_sentence_that_asks_nothing(language, text):
    assert _asked(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "purpose"),
    [
        ("fr", "Tu relirais mon CV ?", Purpose.REVIEW),
        ("fr", "Tu pourrais me présenter à Zoé ?", Purpose.INTRODUCTION),
        ("fr", "Pourriez-vous transmettre mon CV ?", Purpose.REFERRAL),
        ("fr", "Je peux vous citer comme référence ?", Purpose.REFERENCE),
        ("fr", "M'écririez-vous une lettre de recommandation ?", Purpose.RECOMMENDATION),
        ("fr", "Pourriez-vous m'accorder vingt minutes ?", Purpose.INTERVIEW),
        ("fr", "J'aimerais ton avis sur deux offres.", Purpose.ADVICE),
        ("fr", "T'as des idées pour ses vingt ans ?", Purpose.IDEAS),
        ("en", "Could you read my CV?", Purpose.REVIEW),
        ("en", "Could you introduce me to Zoe?", Purpose.INTRODUCTION),
        ("en", "Could you pass my CV on?", Purpose.REFERRAL),
        ("en", "Would you be my referee?", Purpose.REFERENCE),
        ("en", "Would you write me a recommendation?", Purpose.RECOMMENDATION),
        ("en", "Would you be open to a 15-minute chat?", Purpose.INTERVIEW),
        ("en", "I'd value your view on the two offers.", Purpose.ADVICE),
        ("en", "Any ideas for Dad's birthday?", Purpose.IDEAS),
    ],
)
def test_an_ask_says_of_which_kind_it_is(language, text, purpose):
    (ask,) = read_message(text, _LEXICON, language).asks
    assert purpose in ask.purposes


def test_invitations_and_courtesies_are_told_apart():
    message = read_message(
        "On déjeune bientôt ? Comment va ta mère ? Faut qu'on se voie !", _LEXICON, "fr"
    )
    assert message.said == (Said.INVITES, Said.COURTESY, Said.INVITES)


def test_the_items_of_a_list_ask_where_the_sentence_before_them_does():
    text = "J'aurais besoin de toi :\n1) relire ma lettre\n2) me conduire à la gare\nMerci !"
    assert _asked(text, "fr") == [
        "J'aurais besoin de toi :",
        "1) relire ma lettre",
        "2) me conduire à la gare",
    ]
    assert _asked("Ce que j'ai appris :\n1) relire une lettre", "fr") == []
