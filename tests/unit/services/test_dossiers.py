"""Dossiers: all that is known of one person, each fact with its source."""

from entregent.domain.facts import Need
from entregent.domain.ids import PersonId
from entregent.services.dossiers import LATEST, dossier
from entregent.services.people import About, edit


def test_all_that_is_known_of_somebody(story):
    """
    person Léa company:Airbus
    tie Léa closeness:good
    tie Léa -- Zoé
    tie Ana -- Léa closeness:close
    tie Omar -- Ana
    need Léa "un logo"
    2026-01-05 met Léa at:salon
    2026-02-05 wrote Léa by:them
    2026-01-06 asked Léa advice
    2026-01-06 met Omar
    """
    lea = dossier(story.desk, story.id("Léa"))
    assert lea.person.name == "Léa"
    assert (lea.tie.closeness, lea.tie.count) == ("good", 2)
    assert [met.channel for met, _ in lea.encounters] == ["wrote", "met"]
    assert lea.encounter_count == 2
    assert len(lea.history.asks) == 1
    assert [person.name for person, _ in lea.known_to] == ["Ana", "Zoé"]
    needs = [entry for entry in lea.entries if isinstance(entry.fact, Need)]
    assert [(entry.source.file, entry.source.record) for entry in needs] == [
        ("facts.journal", "line=6")
    ]


def test_somebody_of_whom_nothing_is_known(story):
    """
    person Léa
    """
    lea = dossier(story.desk, story.id("Léa"))
    assert (lea.tie, lea.history, lea.encounters, lea.known_to) == (None, None, (), ())


def test_only_the_latest_encounters_are_shown_of_all_that_are_counted(carnet):
    carnet.tell("\n".join(f"2026-01-{day:02} met Léa" for day in range(1, LATEST + 4)))
    lea = dossier(carnet.desk, carnet.id("Léa"))
    assert lea.encounter_count == LATEST + 3
    assert [met.on.day for met, _ in lea.encounters] == list(range(LATEST + 3, 3, -1))


def test_an_event_to_come_is_no_encounter_yet(story):
    """
    2026-02-01 met Léa
    2026-02-20 met Léa
    """
    assert dossier(story.on("2026-02-10").desk, story.id("Léa")).encounter_count == 1


def test_i_did_not_meet_myself(story):
    """
    person "N. Benali" email:nadia@exemple.fr
    2026-01-05 met "N. Benali"
    me "Nadia Benali"
    """
    edit(story.desk, story.book.owner, About(emails=("nadia@exemple.fr",)))
    me = dossier(story.desk, story.book.owner)
    assert (me.encounters, me.encounter_count) == ((), 0)


def test_nobody_has_no_dossier(carnet, refused):
    with refused("person.unknown", name="nobody", near=""):
        dossier(carnet.desk, PersonId("nobody"))


def test_my_own_dossier_has_no_tie(story):
    """
    me "Nadia Benali"
    tie Léa closeness:good
    """
    me = dossier(story.desk, story.book.owner)
    assert (me.person.name, me.tie, me.known_to) == ("Nadia Benali", None, ())


def test_a_dossier_opens_under_an_id_that_was_merged_away(carnet):
    carnet.cards("FN:L. Martin\nTEL:0612345678")
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr", path="b.vcf")
    gone = carnet.id("lea@exemple.fr")
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr\nTEL:0612345678", path="c.vcf")
    stays = carnet.id("lea@exemple.fr")
    assert gone != stays
    assert dossier(carnet.desk, gone) == dossier(carnet.desk, stays)
