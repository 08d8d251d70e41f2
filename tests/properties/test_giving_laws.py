"""Laws of giving: no bait, one idea for a close friend, any order of entry, nobody left out."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from entregent.content import Content
from entregent.domain.asking import ToPerson
from entregent.domain.upkeep import Planned
from entregent.domain.words import Kind
from entregent.exchange import journal
from entregent.services.asking import plan
from entregent.services.desk import Desk
from entregent.services.giving import giving
from entregent.services.importing import import_files
from entregent.services.meant import who
from entregent.services.recording import record
from entregent.services.reference import Reference
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook

TODAY = date(2026, 11, 27)
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
NAMES = ("Léa", "Omar", "Sam", "Karim")
REFERENCE = Reference(Content())

names = st.sampled_from(NAMES)
things = st.sampled_from(("un vélo", "a bike", "relecture", "a flat"))
days = st.dates(date(2025, 9, 1), TODAY)
lines = st.one_of(
    st.builds(lambda who, what: f'need {who} "{what}"', names, things),
    st.builds(lambda who, what: f'offer {who} "{what}"', st.sampled_from(("me", *NAMES)), things),
    st.builds(lambda who, day: f"{day} received {who}", names, days),
    st.builds(lambda who, day: f"{day} gave {who}", names, days),
    st.builds(lambda who, day: f"{day} thanked {who}", names, days),
    st.builds(lambda who, day: f"{day} met {who}", names, days),
    st.builds(lambda who, day: f'{day} lead {who} "le salon"', names, days),
    st.builds(lambda who, day: f'{day} ended {who} "le salon" "un poste"', names, days),
    st.builds(lambda who: f"busy {who} from:2026-11-01 to:2026-12-01", names),
    st.builds(lambda who: f"boundary {who} no:introduction", names),
    st.builds(lambda who: f"leave-out {who}", names),
    st.builds(lambda who: f"person {who} birthday:--11-29", names),
)
stories = st.lists(lines, max_size=25)
FRIENDS = ("tie Léa closeness:close", "tie Omar", "tie Sam context:personal", "tie Karim")
RHYTHMS = tuple(f"2025-09-01 rhythm {name} 30" for name in NAMES)


def told(story: Sequence[str]) -> Desk:
    """Return a desk with the book that a journal tells."""
    desk = Desk(MemoryBook(Uuids(), now=lambda: NOW), Uuids(), TODAY, NOW, Settings(), REFERENCE)
    text = "\n".join((*FRIENDS, *RHYTHMS, *story))
    import_files(desk, [journal.read(text.encode(), "a.journal", ZoneInfo("UTC"))], dry_run=False)
    return desk


def given_by(desk: Desk) -> list[tuple[str, str, str]]:
    """Return what is suggested, as what, to whom and with whom, in no order."""
    called = {person.id: person.name for person in desk.book.people()}
    items = giving(desk).items
    return sorted(
        (one.what.value, called[one.person], called.get(one.other, "") if one.other else "")
        for one in items
    )


@given(stories, st.lists(st.tuples(names, st.sampled_from(list(Kind))), max_size=4))
def test_what_i_am_after_changes_nothing(story: list[str], goals: list[tuple[str, Kind]]) -> None:
    desk = told(story)
    before = given_by(desk)
    for name, kind in goals:
        person = who(desk, name).id
        goal = plan(desk, kind, ToPerson(person), purpose="un vélo", by=TODAY)
        step = Planned(person, TODAY, "need", goal.id, kind, TODAY)
        record(desk, [step], "plan")

    assert given_by(desk) == before


@given(stories)
def test_a_close_friend_gets_one_idea_at_most_and_never_a_turn(story: list[str]) -> None:
    suggested = given_by(told(story))

    assert Counter(name for _, name, _ in suggested)["Léa"] <= 1
    assert ("turn", "Léa", "") not in suggested


@given(stories.flatmap(lambda story: st.tuples(st.just(story), st.permutations(story))))
def test_the_order_of_entry_does_not_matter(stories: tuple[list[str], list[str]]) -> None:
    one, other = stories

    assert given_by(told(one)) == given_by(told(other))


@given(stories)
def test_nothing_is_said_of_who_is_left_out_nor_introduced_against_their_wish(
    story: list[str],
) -> None:
    for what, name, other in given_by(told(story)):
        for person in filter(None, (name, other)):
            assert f"leave-out {person}" not in story
            if what == "introduction":
                assert f"boundary {person} no:introduction" not in story
                assert f"busy {person} from:2026-11-01 to:2026-12-01" not in story
