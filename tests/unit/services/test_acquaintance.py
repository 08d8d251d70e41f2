"""What the book knows of the readers of a draft; what is guessed rests on the owner's own words."""

from dataclasses import replace

import pytest

from entregent.content import Content
from entregent.domain.asking import Goal, ToCompany, ToPerson, ToSector
from entregent.domain.facts import Detail
from entregent.domain.ids import AskId
from entregent.domain.months import Month
from entregent.domain.portrait import REMOVED
from entregent.domain.words import Kind, Said
from entregent.drafts.acquaintance import Acquaintance, Reader
from entregent.drafts.brief import Medium, Shared
from entregent.services.acquaintance import acquainted
from entregent.services.asking import judge_in
from entregent.services.briefing import brief_for, name_of
from entregent.services.recording import record
from entregent.services.reference import Reference
from entregent.services.world import world


@pytest.fixture
def brief(story):
    """Return the brief for the first candidate of a goal, or for the one named."""

    def of(kind, target, name=None, purpose=""):
        desk = replace(story.desk, reference=Reference(Content()))
        goal = Goal(AskId("g"), Kind(kind), target, purpose)
        known = world(desk)
        candidates = judge_in(known, goal).candidates
        chosen = next(c for c in candidates if name is None or name_of(known, c.person) == name)
        bare = brief_for(known, goal, chosen, medium=Medium.EMAIL, language="fr")
        return acquainted(desk, known, goal, chosen, bare)

    return of


@pytest.fixture
def lea(story, brief):
    """Return what is known of Léa."""
    return lambda: brief("interview", ToPerson(story.id("Léa"))).acquaintance


# --- the person written to -------------------------------------------------------------------


def test_a_title_and_an_employer_tell_role_level_and_sector(lea):
    """
    person Léa
    position Léa company:Michelin from:2010-01 to:2018-12
    position Léa company:Airbus title:"Directrice des achats" from:2019-01
    tie Léa closeness:good
    """
    assert lea() == Acquaintance(
        role="buyer", level="head", sector="aerospace", arrived="2019", before="Michelin"
    )


def test_of_somebody_bare_nothing_is_known(lea):
    """
    tie Léa closeness:good
    """
    assert lea() == Acquaintance()


def test_what_the_owner_says_of_a_sector_comes_before_the_table(lea, story):
    """
    person Léa company:Airbus
    tie Léa closeness:good
    """
    assert lea().sector == "aerospace"
    story.tell("company Airbus sector:énergie")
    assert lea().sector == "energy"
    story.tell("person Léa sector:luxe")
    assert lea().sector == "luxury"


def test_the_sector_that_is_aimed_at_comes_first(brief):
    """
    person Léa company:Airbus sector:énergie
    tie Léa closeness:good
    """
    assert brief("interview", ToSector("énergie")).acquaintance.sector == "energy"
    assert brief("interview", ToSector("aerospace")).acquaintance.sector == "aerospace"


def test_who_came_lately_is_not_asked_what_changed(lea):
    """
    position Léa company:Airbus from:2025-01
    position Léa company:Michelin from:2010-01 to:2012-12
    position Léa company:Renault from:2013-01 to:2024-12
    position Léa company:Airbus title:Stagiaire from:2009-01 to:2009-06
    tie Léa closeness:good
    """
    assert (lea().arrived, lea().before) == ("", "Renault")


def test_what_they_spoke_of_is_what_i_noted_when_we_last_met(lea, story):
    """
    tie Léa closeness:good
    2026-01-10 met Léa note:"parlé du salon"
    2026-02-10 met Léa note:"parlé de son banc d'essai"
    2026-02-20 wrote Léa note:"parlé du temps"
    """
    story.on("2026-05-01").tell('2026-04-20 met Léa note:"parlé de l\'été"')
    assert lea().spoke_of == "de son banc d'essai"
    story.tell("2026-02-25 called Léa")
    assert lea().spoke_of == ""


def test_a_note_that_says_nothing_to_come_back_to_is_left_alone(lea):
    """
    tie Léa closeness:good
    2026-02-10 met Léa note:"parlé de sa fille"
    """
    assert lea().spoke_of == ""


def test_a_note_in_another_language_stays_out(lea):
    """
    person Léa lang:en
    tie Léa closeness:good
    2026-02-10 met Léa note:"parlé de son banc d'essai"
    2026-02-10 met Léa note:"mentioned her new site"
    """
    assert lea().spoke_of == "her new site"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "open"),
        ("boundary Léa no:review", "open"),
        ("boundary Léa no:introduction", "closed"),
        ("boundary Léa no:introduction until:2026-02-01", "open"),
        ("2025-06-01 asked Léa introduction\n2025-06-02 answered Léa no", "closed"),
        ("2025-06-01 asked Léa introduction\n2025-06-02 answered Léa uncomfortable", "closed"),
        ("2025-06-01 asked Léa introduction\n2025-06-02 answered Léa yes", "open"),
    ],
)
def test_who_keeps_introductions_to_themselves(lea, story, line, said):
    """
    tie Léa closeness:good
    """
    if line:
        story.tell(line)
    assert lea().introductions == said


# --- the work we share -----------------------------------------------------------------------


def test_projects_of_us_both_are_shared(story, brief):
    """
    me "Nadia Benali" projects:"Le tri" projects:"Le vélo"
    person Léa projects:"le tri"
    tie Léa closeness:good
    worked Léa company:Michelin from:2014-02 to:2018-11
    """
    shared = brief("reference", ToPerson(story.id("Léa"))).to.shared
    assert shared == Shared("Michelin", Month(2014, 2), Month(2018, 11), ("Le tri",))


def test_work_to_be_confirmed_has_its_dates_too(story, brief):
    """
    position me company:Michelin from:2014-02 to:2018-11
    position Léa company:Michelin from:2016-01 to:2020-12
    tie Léa closeness:good
    """
    shared = brief("reference", ToPerson(story.id("Léa"))).to.shared
    assert shared == Shared("Michelin", Month(2016, 1), Month(2018, 11))


# --- me, and the final reader ----------------------------------------------------------------


def test_what_i_seek_is_my_latest_need_that_is_not_private(story, brief):
    """
    me "Nadia Benali"
    need me "un stage"
    need me "un poste aux achats"
    need me "une nounou le mercredi"
    tie Léa closeness:good
    """
    assert brief("advice", ToPerson(story.id("Léa"))).me.seeks == "un poste aux achats"


def test_what_speaks_to_the_final_reader_rests_on_what_i_wrote_of_them(story, brief):
    """
    me "Nadia Benali" projects:"réemploi des emballages" topic:voile client:Latécoère
    me "Nadia Benali" topic:logistique
    person Omar company:Airbus title:"Responsable logistique" lang:en
    need Omar "des emballages durables"
    offer Omar "une visite d'usine"
    tie Léa closeness:close
    tie Léa -- Omar closeness:good
    """
    reader = brief("introduction", ToPerson(story.id("Omar"))).reader
    drawn = ("logistique", "réemploi des emballages", "Latécoère")
    assert reader == Reader(drawn, "Airbus", "en")


def test_what_an_import_says_of_them_is_neither_used_nor_told(story, brief):
    """
    me "Nadia Benali" topic:voile client:Latécoère
    tie Léa closeness:close
    """
    story.connections(
        ["Omar", "Haddad", "https://www.linkedin.com/in/oh", "", "Airbus", "Skipper, voile"]
    )
    story.tell('tie Léa -- "Omar Haddad" closeness:good')
    reader = brief("introduction", ToPerson(story.id("Omar"))).reader
    assert reader == Reader(("Latécoère",))


def test_a_company_they_left_is_not_told(story, brief):
    """
    me "Nadia Benali"
    position Omar company:Airbus title:Acheteur from:2010-01 to:2019-12
    tie Léa closeness:close
    tie Léa -- Omar closeness:good
    """
    assert brief("introduction", ToPerson(story.id("Omar"))).reader == Reader()


def test_what_i_took_back_of_them_is_not_used(story, brief):
    """
    me "Nadia Benali" topic:voile
    person Omar topic:voile
    tie Léa closeness:close
    tie Léa -- Omar closeness:good
    """
    assert brief("introduction", ToPerson(story.id("Omar"))).reader.drawn == ("voile",)
    gone = Detail(story.id("Omar"), Said.TOPIC, "voile")
    record(story.desk, [gone], "edit", extra=REMOVED)
    assert brief("introduction", ToPerson(story.id("Omar"))).reader.drawn == ()


def test_of_a_company_that_is_aimed_at_the_sector_speaks(brief):
    """
    me "Nadia Benali" topic:voile topic:aéronautique
    person Léa company:Airbus
    tie Léa closeness:good
    """
    assert brief("interview", ToCompany("Airbus")).reader.drawn == ("aéronautique",)
