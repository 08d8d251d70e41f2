"""A chat becomes one encounter a day and direction, between people known by name or number."""

from collections.abc import Sequence
from datetime import date
from textwrap import dedent

import pytest

from entregent.domain.facts import Encounter
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Channel, Origin
from entregent.exchange import whatsapp
from entregent.exchange.owner import Owner
from entregent.services.ports import DateOrder

LEA, OMAR = PersonId("name=Léa Martin"), PersonId("name=Omar Diallo")
PAIR = "WhatsApp Chat with Léa Martin.txt"
TWO_DAYS = """
    13/02/2024, 14:30 - Léa Martin: Bonjour !
    13/02/2024, 14:31 - Nadia: Salut
    Je te rappelle : demain ?
    13/02/2024, 14:40 - Léa Martin: Oui
    15/02/2024, 09:00 - Nadia: Merci
"""


def read(
    *chats: tuple[str, str],
    owner: Sequence[str] = (),
    order: DateOrder | None = None,
    answer: DateOrder | None = None,
) -> list[Reading]:
    known = Owner()
    known.add(owner)
    files = [(path, dedent(text).lstrip("\n").encode()) for path, text in chats]
    ask = (lambda path, example: answer) if answer else None  # noqa: ARG005 - always the same
    return list(whatsapp.read_chats(files, owner=known, order=order, ask=ask))


def one(text: str, path: str = PAIR, **known: object) -> Reading:
    (reading,) = read((path, text), **known)  # type: ignore[arg-type]  # as read takes them
    return reading


def met(reading: Reading) -> list[tuple[str, str, str]]:
    facts = [stated.fact for stated in reading.facts]
    return [
        (str(fact.on), fact.person.removeprefix("name="), fact.other.removeprefix("name="))
        for fact in facts
        if isinstance(fact, Encounter)
    ]


def test_one_encounter_a_day_and_direction() -> None:
    reading = one(TWO_DAYS)
    assert (reading.origin, reading.read, reading.problems) == (Origin.WHATSAPP, 2, ())
    assert met(reading) == [
        ("2024-02-13", "me", "Léa Martin"),
        ("2024-02-13", "Léa Martin", "me"),
        ("2024-02-15", "me", "Léa Martin"),
    ]
    first = reading.facts[0].fact
    assert isinstance(first, Encounter)
    assert (first.channel, first.note) == (Channel.MESSAGED, "")
    assert {stated.record for stated in reading.facts} == {"day=2024-02-13", "day=2024-02-15"}


def test_people_are_known_by_name_and_the_owner_is_told_by_the_title() -> None:
    cards = {card.ref: card for card in one(TWO_DAYS).cards}
    assert (cards[LEA].record, cards[LEA].names) == ("name=Léa Martin", ("Léa Martin",))
    assert cards[ME].names == ("Nadia",)
    assert not cards[LEA].known


def test_an_unsaved_number_is_the_handle() -> None:
    text = "13/02/2024, 14:30 - +33 6 12 34 56 78: Bonjour\n14/02/2024, 14:30 - Nadia: Oui"
    (number, _) = one(text, "WhatsApp Chat with +33 6 12 34 56 78.txt").cards
    assert (number.record, number.names) == ("name=+33 6 12 34 56 78", ())
    assert number.phones == ("+33 6 12 34 56 78",)


def test_a_name_that_its_bearer_chose_loses_its_mark() -> None:
    text = "[13/02/2024, 14:30:00] ~\u202fLéa Martin: Bonjour\n[14/02/2024, 14:30:00] Nadia: Oui"
    assert [card.ref for card in one(text).cards] == [LEA, ME]


@pytest.mark.parametrize(
    "line",
    [
        "13/02/2024, 14:30 - Léa Martin: ",
        "13/02/2024 à 14:30 - Léa Martin: ",
        "[13/02/2024 14:30:00] Léa Martin: ",
        "\u200e[13/02/2024, 14:30:00] Léa Martin: \u200e",
        "2/13/24, 2:30\u202fPM - Léa Martin: ",
        "[2/13/24, 2:30:10\u202fPM] Léa Martin: ",
        "13/2/24 2:30 p.\u00a0m. - Léa Martin: ",
        "13/02/2024, 2:30 p. m. - Léa Martin: ",
        "13.02.24, 14:30 - Léa Martin: ",
        "[13.02.24, 14:30:10] Léa Martin: ",
        "13-02-2024 14:30 - Léa Martin: ",
        "13.2.2024 klo 14.30 - Léa Martin: ",
        "13.2.2024, um 14:30 Uhr - Léa Martin: ",
        "2024-02-13, 14:30 - Léa Martin: ",
        "2024-02-13 14 h 30 - Léa Martin: ",
        "[2024-02-13, 14\u00a0h\u00a030\u00a0min\u00a010\u00a0s] Léa Martin: ",
        "2024/02/13, 14:30 - Léa Martin: ",
        "2024. 02. 13. 14:30 - Léa Martin: ",
        "[2024-02-13 14:30] Léa Martin: ",
        "\u200f١٣\u200f/٢\u200f/٢٠٢٤، ٢:٣٠ م - Léa Martin: ",
        "2024년 2월 13일 오후 2:30, Léa Martin : ",
        "2024/2/13 下午2:30 - Léa Martin: ",
    ],
)
def test_the_customs_of_each_telephone(line: str) -> None:
    reading = one(f"{line}Bonjour")
    assert whatsapp.recognises(f"{line}Bonjour".encode(), "x")
    assert met(reading) == [("2024-02-13", "Léa Martin", "me")]


def test_a_chat_in_windows_latin_is_read() -> None:
    data = "13/02/2024, 14:30 - Léa Martin: Très bien".encode("cp1252")
    (reading,) = whatsapp.read_chats([(PAIR, data)], owner=Owner())
    assert met(reading) == [("2024-02-13", "Léa Martin", "me")]


# --- who I am --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "phone/WhatsApp Chat with Léa Martin.txt",
        "WhatsApp Chat with Léa Martin (1).txt",
        "WhatsApp_Chat_with_Léa_Martin.txt",
        "WhatsApp Chat - Léa Martin.zip/_chat.txt",
        "Discussion WhatsApp avec Lea\u0301 Martin.txt",
        "WhatsApp-Chat mit Léa Martin.zip/WhatsApp-Chat mit Léa Martin.txt",
        "Chat de WhatsApp con Léa Martin.txt",
        "Chat WhatsApp con Léa Martin.txt",
        "Conversa do WhatsApp com Léa Martin.txt",
        "WhatsApp-chat met Léa Martin.txt",
    ],
)
def test_the_title_names_the_other(path: str) -> None:
    assert met(one(TWO_DAYS, path))[0] == ("2024-02-13", "me", "Léa Martin")


def test_the_book_s_name_or_number_is_mine() -> None:
    for owner in (["NADIA"], ["Nadia Benali"], ["Benali Nadia"]):
        assert met(one(TWO_DAYS, "_chat.txt", owner=owner))[0][1:] == ("me", "Léa Martin")
    text = TWO_DAYS.replace("Nadia", "+33 6 11 22 33 44")
    assert met(one(text, "_chat.txt", owner=["06 11 22 33 44"]))[0][1:] == ("me", "Léa Martin")


def test_you_are_you() -> None:
    reading = one(TWO_DAYS.replace("Nadia", "Vous"), "_chat.txt")
    assert met(reading)[0] == ("2024-02-13", "me", "Léa Martin")
    assert [card.ref for card in reading.cards] == [LEA]


def test_only_i_take_back_a_message_as_you() -> None:
    text = TWO_DAYS.replace("Merci", "You deleted this message")
    assert met(one(text, "_chat.txt"))[0] == ("2024-02-13", "me", "Léa Martin")


def test_in_a_chat_of_two_the_notice_stands_under_the_other() -> None:
    notice = "[13/02/2024, 14:29:00] Léa Martin: \u200eMessages and calls are end-to-end encrypted."
    text = f"{notice}\n{dedent(TWO_DAYS)}"
    assert met(one(text, "_chat.txt"))[0] == ("2024-02-13", "me", "Léa Martin")


def test_whoever_writes_in_every_chat_is_me() -> None:
    other = "13/02/2024, 14:30 - Omar Diallo: Bonjour\n13/02/2024, 14:31 - Nadia: Bonjour"
    readings = read(("a.txt", TWO_DAYS), ("b.txt", other))
    assert [met(reading)[0][1] for reading in readings] == ["me", "me"]


def test_one_chat_tells_another_who_i_am() -> None:
    group = "13/02/2024, 14:30 - Omar Diallo: Bonjour\n13/02/2024, 14:31 - Nadia: Bonjour"
    readings = read(("a/group.txt", group), (PAIR, TWO_DAYS))
    assert met(readings[0]) == [
        ("2024-02-13", "me", "Omar Diallo"),
        ("2024-02-13", "Omar Diallo", "me"),
    ]


def test_whom_i_only_wrote_to_is_named_by_the_title() -> None:
    text = "13/02/2024, 14:30 - Nadia: Bonjour"
    assert met(one(text)) == [("2024-02-13", "me", "Léa Martin")]
    assert met(one(text, "_chat.txt", owner=["Nadia"])) == []


def test_where_nothing_tells_the_report_says_what_to_do() -> None:
    reading = one(TWO_DAYS, "_chat.txt")
    problem = Problem("", "whatsapp.owner-unknown", {"names": "Léa Martin, Nadia"})
    assert (reading.read, reading.cards, reading.facts) == (0, (), ())
    assert reading.problems == (problem,)


# --- groups and notices ----------------------------------------------------------------------


def test_in_a_small_group_each_turns_to_each_other() -> None:
    text = f"{dedent(TWO_DAYS)}15/02/2024, 09:10 - Omar Diallo: Bonjour\n"
    assert [pair for pair in met(one(text, "g.txt", owner=["Nadia"])) if "15" in pair[0]] == [
        ("2024-02-15", "me", "Léa Martin"),
        ("2024-02-15", "me", "Omar Diallo"),
        ("2024-02-15", "Omar Diallo", "me"),
        ("2024-02-15", "Omar Diallo", "Léa Martin"),
    ]


def test_a_large_group_is_no_encounter_with_anybody() -> None:
    more = "".join(f"13/02/2024, 15:0{n} - Ami {n}: Oui\n" for n in range(5))
    reading = one(f"{dedent(TWO_DAYS)}{more}", "g.txt", owner=["Nadia"])
    assert (reading.read, reading.cards, reading.facts, reading.problems) == (2, (), (), ())


@pytest.mark.parametrize(
    "notice",
    [
        "Léa Martin added Zoé, Jean, Karim, Inès and Paul",
        "Léa Martin a ajouté Zoé, Jean, Karim, Inès et Paul",
        "Léa Martin hat Zoé, Jean, Karim, Inès und Paul hinzugefügt",
        "Léa Martin añadió a Zoé, Jean, Karim, Inès y Paul",
        "Léa Martin ha aggiunto Zoé, Jean, Karim, Inès e Paul",
        "Léa Martin adicionou Zoé, Jean, Karim, Inès e Paul",
        "Léa Martin heeft Zoé, Jean, Karim, Inès en Paul toegevoegd",
        "Groupe: \u200eLéa Martin added Zoé, Jean, Karim, Inès and Paul",
    ],
)
def test_the_silent_members_count(notice: str) -> None:
    text = f"12/02/2024, 15:00 - {notice}\n{dedent(TWO_DAYS)}"
    assert one(text, "g.txt", owner=["Nadia"]).facts == ()


@pytest.mark.parametrize(
    "notice",
    [
        "Messages and calls are end-to-end encrypted.",
        "Les amis: Messages and calls are end-to-end encrypted. No one outside: not even us.",
        "Les amis: \u200eLes messages et les appels sont chiffrés de bout en bout.",
        'Léa Martin changed the subject from "A: b" to "C: d"',
        "Léa Martin a changé l'objet de « A: b » en « C: d »",
        'Léa Martin hat die Gruppe "Feier: Samstag" erstellt',
        "Léa Martin: \u200eMissed voice call",
    ],
)
def test_what_nobody_typed_is_nobody_s(notice: str) -> None:
    reading = one(f"12/02/2024, 15:00 - {notice}\n{dedent(TWO_DAYS)}", owner=["Nadia"])
    assert reading.read == 2
    assert {card.ref for card in reading.cards} == {LEA, ME}


def test_two_chats_with_one_person_say_nothing_twice() -> None:
    longer = f"{dedent(TWO_DAYS)}16/02/2024, 10:00 - Léa Martin: Encore\n"
    first, later = read((PAIR, TWO_DAYS), (f"later/{PAIR}", longer))
    keys = {stated.fact.key for stated in first.facts if isinstance(stated.fact, Encounter)}
    new = [fact for fact in later.facts if getattr(fact.fact, "key", "") not in keys]
    assert [stated.record for stated in new] == ["day=2024-02-16"]


# --- the order of day and month --------------------------------------------------------------


SHORT = "03/02/2024, 14:30 - Léa Martin: Bonjour\n04/03/2024, 14:30 - Nadia: Oui"


def test_an_order_that_nothing_tells_is_never_guessed() -> None:
    reading = one(SHORT)
    assert reading.problems == (Problem("", "whatsapp.date-order", {"text": "03/02/2024"}),)
    assert (reading.read, reading.facts) == (0, ())


@pytest.mark.parametrize("how", ["order", "answer"])
@pytest.mark.parametrize(
    ("told", "day"), [(DateOrder.DAY_FIRST, "2024-02-03"), (DateOrder.MONTH_FIRST, "2024-03-02")]
)
def test_the_order_is_told_or_asked(how: str, told: DateOrder, day: str) -> None:
    assert met(one(SHORT, **{how: told}))[0][0] == day


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["01/02/2024", "13/02/2024"], ["2024-02-01", "2024-02-13"]),
        (["2/1/24", "2/13/24"], ["2024-02-01", "2024-02-13"]),
        (["11/02/2024", "12/02/2024", "01/03/2024"], ["2024-02-11", "2024-02-12", "2024-03-01"]),
        (["02/11/2024", "02/12/2024", "03/01/2024"], ["2024-02-11", "2024-02-12", "2024-03-01"]),
        (["05/05/2024", "05/05/2024"], ["2024-05-05"]),
        (["15-01-20", "11-05-20"], ["2020-01-15", "2020-05-11"]),
        (["15-01-20", "15-02-03"], ["2015-01-20", "2015-02-03"]),
    ],
)
def test_days_that_run_forward_tell_the_order(dates: Sequence[str], days: Sequence[str]) -> None:
    text = "\n".join(f"{day}, 14:30 - Léa Martin: Bonjour" for day in dates)
    assert [stated.record for stated in one(text).facts] == [f"day={day}" for day in days]


def test_days_that_there_are_not_are_problems() -> None:
    text = f"{dedent(TWO_DAYS)}31/02/2024, 09:00 - Nadia: Oui\n99/99/9999, 09:00 - Nadia: Oui"
    reading = one(text)
    assert [problem.where for problem in reading.problems] == ["line=6", "line=7"]
    assert reading.read == 4
    assert one("99/99/9999, 09:00 - Léa Martin: Oui").problems[0].what == "import.bad-date"


# --- what is a chat --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bonjour\n13/02/2024, 14:30 - Léa Martin: Bonjour",
        "[2024-02-13 14:30:00] ERROR: disk full\n[2024-02-13 14:30:01] INFO: again",
        "2024-02-13 14:30:00 - the program started",
        '{"13/02/2024, 14:30 - Léa": 1}',
        "13/02/2024;Léa Martin;12,50",
    ],
)
def test_other_files_are_not_chats(text: str) -> None:
    assert not whatsapp.recognises(text.encode(), "WhatsApp Chat with Léa.txt")


def test_a_file_said_to_be_a_chat_that_holds_none() -> None:
    assert one("Bonjour").problems == (Problem("", "whatsapp.no-message"),)


def test_a_single_chat_is_read_alone() -> None:
    data = dedent(TWO_DAYS).encode()
    zone = None
    assert whatsapp.read(data, PAIR, zone=zone).facts[0].fact.on == date(2024, 2, 13)  # type: ignore[arg-type, union-attr]  # a chat has no zone
