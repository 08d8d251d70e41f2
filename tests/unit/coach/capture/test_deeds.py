"""Promises of both sides, and meetings."""

import pytest


@pytest.mark.parametrize(
    ("line", "promise"),
    [
        ("Rose, lui envoyer l'article", "envoyer l'article"),
        ("Rose, je lui file le nom du kiné", "filer le nom du kiné"),
        ("Rose, je dois la mettre en lien avec Solange", "mettre en lien avec Solange"),
        ("Rose: send her the minutes", "send the minutes"),
        ("Rose, I'll send her my recipe", "send my recipe"),
        ("Rose. Must send her the photo tonight", "send the photo tonight"),
        ("Rose, promised her the grant link", "the grant link"),
        ("Rose, I am to drop off two bags of books", "drop off two bags of books"),
        ("J'ai promis à Rose la recette du levain", "la recette du levain"),
        ("Rose (Biocoop). Intro promise à Yann", "Intro à Yann"),
        ("Rose, faut lui prêter le livre", "prêter le livre"),
    ],
)
def test_what_i_promised(one, line, promise):
    said = one(line)
    assert (said["name"], said["me"]) == ("Rose", [promise])


@pytest.mark.parametrize(
    ("line", "promise"),
    [
        ("Rose, elle m'envoie son deck", "envoyer son deck"),
        ("Rose elle menvoie la brochure", "envoyer la brochure"),
        ("Rose, elle relit mon bail", "relire mon bail"),
        ("Rose, elle me bricole une étagère", "bricoler une étagère"),
        ("Rose, elle veut bien relire mon dossier", "relire mon dossier"),
        ("Rose, she'll introduce me to her boss", "introduce me to her boss"),
        ("Rose, sending me the form", "send the form"),
        ("Rose, she'll juggle at our fair", "juggle at our fair"),
        ("Rose, happy to review my portfolio", "review my portfolio"),
        ("Rose, owes me 2 intros", "2 intros"),
        ("Rose, says she'll get me the tide tables", "get the tide tables"),
        ("Rose, quote for the roof to come from her", "quote for the roof"),
        ("Rose's bringing me leek seedlings", "bring leek seedlings"),
    ],
)
def test_what_they_promised(one, line, promise):
    said = one(line)
    assert (said["name"], said["them"]) == ("Rose", [promise])


def test_two_promises_in_a_breath(one):
    said = one("Max. I'm to send him my photos and he's to send cuttings.")
    assert (said["me"], said["them"]) == (["send my photos"], ["send cuttings"])
    said = one("J'ai promis à Rose (Biocoop) la recette du levain et le contact de mon meunier")
    assert said["me"] == ["la recette du levain", "le contact de mon meunier"]


def test_what_was_done_is_no_promise(one):
    assert one("la DRH de Michelin m'a donné sa carte") == {"company": "Michelin", "role": "DRH"}


@pytest.mark.parametrize(
    ("line", "what", "day"),
    [
        ("Rose, on se revoit dans deux semaines", "se revoir", "2026-03-24"),
        ("Rose, on s'appelle demain", "s’appeler", "2026-03-11"),
        ("Rose, la rappeler après-demain", "rappeler", "2026-03-12"),
        ("Rose, on se fait une visite de l'atelier le 3", "visite de l'atelier", "2026-04-03"),
        ("Rose, elle passe à la ferme jeudi", "passer à la ferme", "2026-03-12"),
        ("Rose -> lunch 3 Feb", "lunch", "2027-02-03"),
        ("Rose, ring her Friday re TB testing", "ring re TB testing", "2026-03-13"),
        ("Rose, day after tmrw she rings me", "ring", "2026-03-12"),
        ("Rose, 5 a side sunday", "5 a side", "2026-03-15"),
        ("Rose, come and see the band Sat wk", "come and see the band", "2026-03-21"),
        ("rdv jeudi 9h avec Rose", "rdv 9h", "2026-03-12"),
        ("relancer Rose la semaine prochaine", "relancer la semaine prochaine", None),
        ("Rose. Call early January", "Call early January", None),
        ("Rose, drop in Sat", "drop", "2026-03-14"),
        ("Rose, lui envoyer mon cv rappeler lundi", "rappeler", "2026-03-16"),
        ("Rose wants a call Wed", "call", "2026-03-11"),
    ],
)
def test_the_next_meeting(one, line, what, day):
    said = one(line)
    assert (said["name"], said["next"]) == ("Rose", (what, day))


def test_a_day_merely_spoken_of_is_no_meeting(one):
    assert "next" not in one("Rose, board games every Weds")
    assert "next" not in one("Rose, dispo en octobre")
