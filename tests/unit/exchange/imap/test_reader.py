"""An account read over a connection that is not one: whole, in part, and once more."""

import imaplib
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Problem, Reading
from entregent.exchange.imap import Access, open_account, parse, reader
from entregent.exchange.imap.address import Address
from entregent.exchange.imap.answers import Answer
from entregent.exchange.imap.wire import Wire
from entregent.exchange.mail.mailbox import MailMemory
from entregent.services.ports import BookError

PARIS = ZoneInfo("Europe/Paris")
INBOX = "imaps://nadia@imap.exemple.fr/INBOX"


@dataclass
class Server:
    """A server with its folders: UIDVALIDITY, and the numbers of the messages they hold.

    It hangs up after `breath` messages were given, the `hangs` first times.
    """

    folders: dict[str, tuple[int, list[int]]]
    accepts: str = "sésame"
    capabilities: tuple[str, ...] = ("IMAP4REV1", "AUTH=PLAIN")
    breath: int = 10_000
    hangs: int = 0
    grudging: frozenset[int] = frozenset()
    flags: dict[int, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    open: int = 0

    def connect(self, address: Address, access: Access) -> Wire:
        del address, access
        self.open += 1
        return Line(self, self.breath if self.open <= self.hangs else 10_000)


class Line:
    """A connection to the server, as `imaplib` gives it."""

    def __init__(self, server: Server, breath: int) -> None:
        self.capabilities = server.capabilities
        self._server = server
        self._breath = breath
        self._folder = ""
        self._left: dict[str, Answer] = {}

    def authenticate(self, mechanism: str, authobject: Callable[[bytes], bytes]) -> object:
        assert mechanism == "PLAIN"
        if authobject(b"") != f"\0nadia\0{self._server.accepts}".encode():
            raise imaplib.IMAP4.error("[AUTHENTICATIONFAILED] no")
        return None

    def login(self, user: str, password: str) -> object:
        if (user, password) != ('"nadia"', self._server.accepts):
            raise imaplib.IMAP4.error("no")
        return None

    def list(self, directory: str, pattern: str) -> tuple[str, Answer]:
        self._server.said.append(f"LIST {directory} {pattern}")
        if "RETURN" in pattern:
            raise imaplib.IMAP4.error("BAD")
        return "OK", [f'() "/" "{name}"'.encode() for name in self._server.folders]

    def select(self, mailbox: bytes, readonly: bool) -> tuple[str, Answer]:  # noqa: FBT001 - imaplib's own
        assert readonly
        self._folder = mailbox.decode().strip('"')
        validity, numbers = self._server.folders[self._folder]
        if validity < 0:
            return "NO", [b"not now"]
        self._left["UIDVALIDITY"] = [str(validity).encode() if validity else None]
        return "OK", [str(len(numbers)).encode()]

    def response(self, code: str) -> tuple[str, Answer]:
        return code, self._left.pop(code, [None])

    def uid(self, command: str, *args: str) -> tuple[str, Answer]:
        self._server.said.append(f"{command} {args[0]}")
        assert "PEEK" in args[1] or "BODY" not in args[1]
        wanted = self._wanted(args[0])
        if "BODY" not in args[1]:
            return "OK", [self._sight(uid) for uid in wanted]
        if len(wanted) > self._breath:
            self._left["FETCH"] = self._letters(wanted[: self._breath])
            raise imaplib.IMAP4.abort("socket error: EOF")
        self._breath -= len(wanted)
        given = [uid for uid in wanted if uid not in self._server.grudging]
        if given == wanted:
            return "OK", self._letters(wanted)
        self._left["FETCH"] = self._letters(given)
        return "NO", [b"some are broken"]

    def logout(self) -> object:
        return None

    def shutdown(self) -> None:
        self._server.said.append("closed")

    def _wanted(self, told: str) -> Sequence[int]:
        numbers = self._server.folders[self._folder][1]
        found = set()
        for first, last in re.findall(r"(\d+):(\d+|\*)", told):
            top = max(numbers) if last == "*" else int(last)
            low, high = sorted((int(first), top))
            found |= {uid for uid in numbers if low <= uid <= high}
        return sorted(found)

    def _sight(self, uid: int) -> bytes:
        return f"1 (UID {uid} FLAGS ({self._server.flags.get(uid, '')}))".encode()

    def _letters(self, numbers: Sequence[int]) -> Answer:
        answer: list[bytes | tuple[bytes, bytes] | None] = []
        for uid in numbers:
            block = (
                f"From: p{uid}@exemple.example\r\nTo: nadia@exemple.fr\r\n"
                f"Date: Mon, 2 Feb 2026 10:00:00 +0100\r\nMessage-ID: <{uid}@x.example>\r\n\r\n"
            ).encode()
            text = f"1 (UID {uid} BODY[HEADER.FIELDS (FROM)] {{{len(block)}}}"
            answer += [(text.encode(), block), b")"]
        return answer


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)


def read(
    server: Server, address: str = INBOX, marks: dict[str, list[str]] | None = None
) -> list[Reading]:
    access = Access(lambda _: "sésame")
    account = open_account(parse(address), access, None, server.connect)
    found = list(account.readings(PARIS, MailMemory(), marks or {}, lambda *_: None))
    account.close()
    return found


def test_a_folder_gives_a_reading_marked_with_what_was_read() -> None:
    (inbox,) = read(Server({"INBOX": (7, [3, 5, 9])}))
    assert (inbox.path, inbox.read, inbox.mark) == (INBOX, 3, "7 1:9")
    assert {card.record for card in inbox.cards} >= {"addr=p3@exemple.example"}
    assert inbox.problems == ()


def test_only_what_came_since_is_asked_for() -> None:
    server = Server({"INBOX": (7, [3, 5, 9, 12])})
    (inbox,) = read(server, marks={INBOX: ["7 1:9"]})
    assert (inbox.read, inbox.mark) == (1, "7 10:12")
    assert "FETCH 10:*" in server.said


def test_nothing_new_leaves_no_mark_though_a_server_always_shows_its_last() -> None:
    (inbox,) = read(Server({"INBOX": (7, [3, 5, 9])}), marks={INBOX: ["7 1:9"]})
    assert (inbox.read, inbox.mark) == (0, "")


def test_a_gap_between_marks_is_read_and_nothing_else() -> None:
    (inbox,) = read(Server({"INBOX": (7, [3, 5, 9, 12])}), marks={INBOX: ["7 1:4", "7 8:20"]})
    assert (inbox.read, inbox.mark) == (1, "7 5:5")


@pytest.mark.parametrize("validity", [8, 0])
def test_numbered_anew_or_not_for_good_it_is_read_again(validity: int) -> None:
    (inbox,) = read(Server({"INBOX": (validity, [1, 2])}), marks={INBOX: ["7 1:9"]})
    assert (inbox.read, inbox.mark) == (2, "8 1:2" if validity else "")


def test_drafts_and_deleted_messages_are_left_out() -> None:
    server = Server({"INBOX": (7, [1, 2, 3])}, flags={2: r"\Draft", 3: r"\Seen \Deleted"})
    (inbox,) = read(server)
    assert (inbox.read, inbox.mark) == (1, "7 1:3")


def test_a_lost_connection_is_taken_up_once() -> None:
    server = Server({"INBOX": (7, list(range(1, 601)))}, breath=300, hangs=1)
    (inbox,) = read(server)
    assert (inbox.read, inbox.mark, inbox.problems) == (600, "7 1:600", ())
    assert server.open == 2
    assert "FETCH 301:*" in server.said


def test_lost_again_what_was_read_stays_and_is_marked() -> None:
    server = Server({"INBOX": (7, list(range(1, 601))), "Suite": (7, [1])}, breath=100, hangs=2)
    inbox, after = read(server, "imaps://nadia@imap.exemple.fr")
    assert (inbox.read, inbox.mark) == (200, "7 1:200")
    assert inbox.problems == (Problem("", "imap.lost", {"n": "200", "all": "600"}),)
    assert (after.read, after.mark) == (0, "")
    assert after.problems == (Problem("", "imap.not-reached"),)


def test_a_server_that_is_gone_is_not_waited_for() -> None:
    server = Server({"INBOX": (7, list(range(1, 601)))}, breath=100, hangs=1)
    account = open_account(parse(INBOX), Access(lambda _: "sésame"), None, server.connect)
    server.accepts = "autre"
    (inbox,) = account.readings(PARIS, MailMemory(), {}, lambda *_: None)
    assert (inbox.read, inbox.problems[0].what) == (100, "imap.lost")


def test_messages_that_the_server_will_not_give_are_counted() -> None:
    server = Server({"INBOX": (7, [1, 2, 3])}, grudging=frozenset((2,)))
    (inbox,) = read(server)
    assert inbox.read == 2
    assert inbox.problems == (Problem("", "imap.withheld", {"n": "1"}),)


def test_a_folder_that_will_not_open_is_a_problem_of_its_own() -> None:
    closed, inbox = reversed(read(Server({"INBOX": (7, [1]), "Z": (-1, [])}), INBOX[:-6]))
    assert closed.problems == (Problem("", "imap.closed"),)
    assert inbox.read == 1


def test_an_empty_folder_is_not_searched() -> None:
    server = Server({"INBOX": (7, [])})
    assert [one.read for one in read(server)] == [0]
    assert not [word for word in server.said if word.startswith("FETCH")]


def test_a_server_that_knows_no_special_uses_is_asked_plainly() -> None:
    able = ("AUTH=PLAIN", "LIST-EXTENDED", "SPECIAL-USE")
    server = Server({"INBOX": (7, [1])}, capabilities=able)
    assert [one.read for one in read(server)] == [1]
    assert [word for word in server.said if word.startswith("LIST")] == [
        'LIST "" "*" RETURN (SPECIAL-USE)',
        'LIST "" "*"',
    ]


def test_how_far_it_is_is_told_a_chunk_at_a_time() -> None:
    told: list[tuple[str, int, int]] = []
    server = Server({"INBOX": (7, list(range(1, 601)))})
    account = open_account(parse(INBOX), Access(lambda _: "sésame"), None, server.connect)
    list(account.readings(PARIS, MailMemory(), {}, lambda *heard: told.append(heard)))
    assert told == [(INBOX, read, 600) for read in (0, reader.CHUNK, 2 * reader.CHUNK, 600)]


def test_a_folder_that_is_not_there_is_refused_and_the_line_closed() -> None:
    server = Server({"INBOX": (7, [1])})
    with pytest.raises(BookError) as refused:
        read(server, INBOX.replace("INBOX", "Amis"))
    assert refused.value.key == "imap.no-folder"
    assert refused.value.details["among"] == "INBOX"
    assert server.said[-1] == "closed"


@pytest.mark.parametrize(
    ("capabilities", "password", "key"),
    [
        (("AUTH=PLAIN",), "faux", "imap.wrong-password"),
        ((), "faux", "imap.wrong-password"),
        ((), "sésame", "imap.plain-password"),
        (("LOGINDISABLED",), "sésame", "imap.no-login"),
        (("AUTH=PLAIN",), "", "imap.no-password"),
    ],
)
def test_who_cannot_log_in_is_told_why(
    capabilities: tuple[str, ...], password: str, key: str
) -> None:
    server = Server({"INBOX": (7, [1])}, capabilities=capabilities)
    with pytest.raises(BookError) as refused:
        open_account(parse(INBOX), Access(lambda _: password), None, server.connect)
    assert refused.value.key == key
    assert password not in refused.value.details.values() or not password


def test_a_plain_password_needs_no_mechanism() -> None:
    server = Server({"INBOX": (7, [1])}, capabilities=(), accepts="sesame")
    account = open_account(parse(INBOX), Access(lambda _: None), lambda _: "sesame", server.connect)
    account.close()
    assert server.open == 1
