"""From words just heard to what is mine: found where they truly touch, and nowhere else."""

import pytest

from entregent.coach.bridges import (
    Kind,
    Manner,
    Sayings,
    Thing,
    Vocabulary,
    bridges,
    index,
    prepared,
)
from entregent.coach.bridges.lookup import look_up
from entregent.content import Content
from entregent.domain.events import Mode

CONTENT = Content()
VOCABULARY = Vocabulary.of(
    CONTENT.template("vocabulary/families"), CONTENT.template("vocabulary/languages")
)
SAYINGS = Sayings(CONTENT.template("playbook/bridges"))
LUCIE = (
    Thing("recyclage des bouchons de liège", Kind.PROJECT, "recyclage des bouchons de liège"),
    Thing("Domaine des Grives", Kind.CLIENT, "Domaine des Grives"),
    Thing("paléographie", Kind.TOPIC, "paléographie"),
    Thing("vendanges de nuit", Kind.TOPIC, "vendanges de nuit"),
    Thing("taille de la vigne", Kind.OFFER, "taille de la vigne"),
    Thing("Cave de Buzet", Kind.POSITION, "maître de chai, Cave de Buzet", "maître de chai"),
    Thing("Banque du Lac", Kind.FORMER, "guichetière, Banque du Lac", "guichetière"),
    Thing("Sauzet", Kind.FORMER, "Sauzet"),
    Thing("goûter avant de parler", Kind.ADVICE, "goûter avant de parler"),
    Thing("Inès Aubert", Kind.PERSON, "pilotage de drones"),
    Thing("Inès Aubert", Kind.TRADE, "géomètre, topographie", "topographie", "Cadastrel"),
    Thing("Inès Aubert", Kind.HOUSE, "Cadastrel"),
)
MINE = index(LUCIE, VOCABULARY)


def touched(text, mine=MINE):
    """The names of what a text touches, the surest first."""
    return [touch.thing.to for touch in look_up(text, mine)]


def heard(text, mine=MINE):
    """The words of the text that touch something."""
    return [text[touch.start : touch.end] for touch in look_up(text, mine)]


def made_of(*subjects):
    return index((Thing(subject, Kind.TOPIC, subject) for subject in subjects), VOCABULARY)


@pytest.mark.parametrize(
    "text",
    ["On garde tous les bouchons", "des BOUCHONS, oui", "le bouchon de liege", "un bouchon !"],
)
def test_the_same_word_links_whatever_its_ending_accents_or_capitals(text):
    assert touched(text)[0] == "recyclage des bouchons de liège"


def test_a_long_word_may_be_misspelt_by_a_letter():
    for spelt in ("paléogrphie", "paléoggraphie", "paléograhpie", "paleographyk"):
        assert touched(f"je fais de la {spelt}") == ["paléographie"]
    assert touched("je fais de la paléo") == []
    assert touched("je fais de la forêt et de la photographie") == []


def test_near_words_link_by_their_field_after_the_same_word():
    assert touched("mon oncle a un petit vignoble")[:2] == [
        "vendanges de nuit",
        "taille de la vigne",
    ]
    assert touched("on a un vignoble, et à l’aube on finit les vendanges")[0] == "vendanges de nuit"


def test_a_field_is_known_in_both_languages():
    assert touched("I married into a family of vineyard owners, you see")[0] == "vendanges de nuit"


def test_the_word_heard_is_theirs_as_they_said_it():
    assert heard("Figurez-vous qu’ils ont un Vignoble !")[0] == "Vignoble"


def test_a_word_of_several_meanings_needs_a_neighbour_of_its_field():
    mine = made_of("curling")
    long = "She burnt her ear with the curling tongs, the poor thing, and then she went on"
    assert touched(long, mine) == []
    assert touched("We spend our winters curling, sweeping the ice with a broom", mine) == [
        "curling"
    ]


def test_who_types_a_word_or_two_has_chosen_them():
    assert touched("curling", made_of("curling")) == ["curling"]


def test_words_that_everybody_says_link_nothing():
    mine = made_of("gestion de projet", "équipe", "réseau")
    assert touched("Moi c’est le projet, l’équipe, le réseau, voilà, et les clients", mine) == []


def test_nothing_is_forced():
    assert touched("Mon chien refuse de boire ailleurs qu’à la fontaine de la place") == []
    assert touched("") == []
    assert touched("…!?") == []


def test_in_a_talk_a_single_word_of_a_field_needs_company():
    said_in_passing = (
        "Ma nièce vend des parapluies à Nantes, elle épouse quelqu’un du cadastre en mai, "
        "et depuis on discute du gâteau, du menu, de la cravate du témoin, des chaussures vernies"
    )
    assert "Inès Aubert" not in touched(said_in_passing)
    assert "Inès Aubert" in touched(said_in_passing.replace("du gâteau", "de topographie"))


def test_a_sector_is_not_the_trade_of_whom_a_title_tells():
    def known(trade):
        return index((Thing("Jo Reed", Kind.TRADE, trade, trade),), VOCABULARY)

    line = "on the production line"
    assert touched(line, known("energy buyer, manufacturing")) == []
    assert touched(line, known("owner, manufacturing")) == ["Jo Reed"]


def test_an_idiom_does_not_mean_what_its_words_say():
    whales = made_of("whaling")
    assert touched("we had a whale of a time", whales) == []
    assert touched("they saw a whale", whales) == ["whaling"]


def test_a_house_called_after_something_is_not_of_its_field():
    home = index((Thing("EHPAD Les Tilleuls", Kind.CLIENT, "EHPAD Les Tilleuls"),), VOCABULARY)
    assert touched("on abat les platanes et les tilleuls, une pétition circule", home) == []
    assert touched("ma mère vit à l’EHPAD", home) == ["EHPAD Les Tilleuls"]


def test_a_house_of_one_word_of_its_own_is_known_by_it():
    past = index((Thing("Interfleur", Kind.FORMER, "standardiste, Interfleur"),), VOCABULARY)
    assert touched("elle a fait toute sa carrière chez Interfleur", past) == ["Interfleur"]


def test_a_word_has_several_meanings_in_one_language_only():
    mine = made_of("pension contributions", "the works outing")
    assert touched("I only rang about my pension", mine) == ["pension contributions"]


def test_a_place_alone_is_no_link():
    assert touched("On passe nos étés au bord du lac", MINE) == []
    assert touched("Je travaille à la Banque du Lac, justement") == ["Banque du Lac"]


def test_a_piece_of_advice_needs_more_than_one_of_its_words():
    assert touched("il faudrait y goûter") == []
    assert touched("goûter avant de parler, c’est ce que je dis") == ["goûter avant de parler"]


def test_two_words_far_apart_do_not_add_up():
    mine = made_of("canne à pêche")
    near = "on prend la canne et le moulinet et un sandwich puis on va au bord de l’étang"
    assert touched(near, mine) == ["canne à pêche"]
    far = "ma grand-mère a une canne " + "et puis elle nous raconte encore une histoire " * 6
    assert touched(far + "près de l’étang", mine) == []


def test_somebody_i_know_is_reached_by_a_subject_a_trade_or_a_house():
    kinds = [
        look_up(text, MINE)[0].thing.kind
        for text in ("le pilotage de drones", "un géomètre est venu", "c’est Cadastrel qui gère")
    ]
    assert kinds == [Kind.PERSON, Kind.TRADE, Kind.HOUSE]
    assert kinds[2].said == kinds[1].said == "person"


def test_a_doubtful_word_is_of_the_field_that_my_other_words_tell():
    alone = made_of("bassin de purification")
    oysters = made_of("bassin de purification", "ostréiculture")
    assert touched("on élève des huîtres et des moules", alone) == []
    assert touched("on élève des huîtres et des moules", oysters) == [
        "ostréiculture",
        "bassin de purification",
    ]


def test_a_thing_said_twice_stands_once_and_three_are_enough():
    assert len(touched("la vigne, les vendanges, le chai, le liège, les bouchons, les drones")) == 3
    assert len(index((*LUCIE, *LUCIE), VOCABULARY).things) == len(LUCIE)


def test_the_sentence_says_their_word_the_link_and_a_question():
    [bridge] = bridges("Et là, c’est les bouchons, partout", MINE, SAYINGS, Manner())
    assert bridge.sentence == (
        "Les bouchons, ça me parle. J’ai un projet qui n’en est pas loin\u00a0: "
        "le recyclage des bouchons de liège. Et vous, comment vous y prenez-vous\u00a0?"
    )
    assert (bridge.heard, bridge.nearness, bridge.field) == ("bouchons", "same", "")


def test_what_is_theirs_is_said_back_as_theirs():
    for voice, said in (("tu", "Tes vignes, "), ("vous", "Vos vignes, ")):
        [bridge, *_] = bridges("mes vignes ont gelé", MINE, SAYINGS, Manner(voice=voice))
        assert bridge.sentence.startswith(said)
    [bridge, *_] = bridges("our vineyard froze", MINE, SAYINGS, Manner(voice="en"))
    assert bridge.sentence.startswith("Your vineyard: ")


def test_a_word_without_article_is_quoted():
    [bridge, *_] = bridges("vendanges finies", MINE, SAYINGS, Manner())
    assert bridge.sentence.startswith("Vous avez dit «\u00a0vendanges\u00a0», ")


def test_the_very_thing_is_not_named_twice():
    [bridge, *_] = bridges("moi, c’est la paléographie", MINE, SAYINGS, Manner(voice="tu"))
    assert bridge.sentence == (
        "La paléographie, ça me parle. C’est justement un de mes sujets. "
        "Qu’est-ce que tu en as appris, toi\u00a0?"
    )


def test_somebody_i_know_is_never_named_aloud():
    for text in ("le pilotage de drones", "un géomètre", "c’est Cadastrel"):
        for mode in Mode:
            for bridge in bridges(text, MINE, SAYINGS, Manner(mode, "vous")):
                assert "Inès" not in bridge.sentence
                assert "Aubert" not in bridge.sentence


def test_a_post_without_title_is_told_by_its_house():
    [bridge] = bridges("je livre chez Sauzet", MINE, SAYINGS, Manner())
    assert "du temps où je travaillais chez Sauzet" in bridge.sentence


def test_friends_hear_of_pleasures_before_posts():
    mine = index(
        (
            Thing("Cave de Buzet", Kind.CLIENT, "Cave de Buzet"),
            Thing("vin nature", Kind.TOPIC, "vin nature"),
        ),
        VOCABULARY,
    )
    told = "on goûte le vin de la Cave de Buzet, un vin sans sommelier"
    works = bridges(told, mine, SAYINGS, Manner())
    plays = bridges(told, mine, SAYINGS, Manner(Mode.FRIENDSHIP))
    assert [one.thing.kind for one in works] == [Kind.CLIENT, Kind.TOPIC]
    assert [one.thing.kind for one in plays] == [Kind.TOPIC, Kind.CLIENT]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("voice", ["tu", "vous", "en"])
def test_every_kind_of_thing_has_something_to_say(mode, voice):
    for thing in LUCIE:
        for said in ("part", "whole"):
            for tail in SAYINGS.tails(thing, said, mode, voice):
                assert tail.endswith("?")
                assert "{" not in tail
    assert SAYINGS.otherwise(mode, voice).turn.endswith("?")


def test_bridges_are_prepared_from_what_is_known_of_somebody():
    made = prepared(
        ["Domaine viticole du Val", "cheffe de culture", "drones"], MINE, SAYINGS, Manner()
    )
    assert [(one.heard, one.thing.to) for one in made] == [
        ("viticole", "vendanges de nuit"),
        ("drones", "Inès Aubert"),
        ("viticole", "taille de la vigne"),
    ]
    assert prepared([], MINE, SAYINGS, Manner()) == ()


def test_without_a_vocabulary_words_stand_for_themselves():
    mine = index([Thing("colliers", Kind.TOPIC, "colliers")], Vocabulary())
    assert [touch.thing.to for touch in look_up("des colliers, un collier", mine)] == ["colliers"]


def test_a_field_may_have_no_doubtful_word():
    owls = Vocabulary(families={"owls": {"fr": "chouette, hibou", "en": "owl, barn owl"}})
    mine = index([Thing("hibou", Kind.TOPIC, "hibou")], owls)
    assert [touch.thing.to for touch in look_up("une chouette", mine)] == ["hibou"]
