"""A language model's server of our own, on loopback: what is sent, and what is refused."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from entregent.exchange.language_model import LocalModel
from entregent.services.ports import BookError

SECONDS = 10


class Stub(ThreadingHTTPServer):
    """Answers each request with `says` (bytes, or a text as a chat answer); keeps what it heard."""

    says: object = ""
    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Heard)
        self.heard: list[tuple[str, dict[str, object], str | None]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class Heard(BaseHTTPRequestHandler):
    def do_POST(self):
        stub = self.server
        length = int(self.headers["Content-Length"])
        stub.heard.append(
            (self.path, json.loads(self.rfile.read(length)), self.headers.get("Authorization"))
        )
        said = stub.says
        body = (
            said
            if isinstance(said, bytes)
            else json.dumps({"choices": [{"message": {"content": said}}]}).encode()
        )
        self.send_response(stub.status)
        if stub.status == 302:
            self.send_header("Location", "http://example.org/")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def stub() -> Iterator[Stub]:
    server = Stub()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(SECONDS)


def test_the_message_and_the_instruction_are_sent_and_nothing_else(stub, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    stub.says = "Bonjour"

    said = LocalModel(stub.url, "petit", key="sesame").rephrase("Salut", "Reformule.")

    assert said == "Bonjour"
    ((path, asked, key),) = stub.heard
    assert path == "/v1/chat/completions"
    assert asked == {
        "model": "petit",
        "temperature": 0.3,
        "messages": [
            {"role": "system", "content": "Reformule."},
            {"role": "user", "content": "Salut"},
        ],
    }
    assert key == "Bearer sesame"


@pytest.mark.parametrize(
    ("says", "heard"),
    [
        ("<think>hmm</think>\nBonjour", "Bonjour"),
        ("```text\nBonjour\n```", "Bonjour"),
        (b'{"choices": []}', ""),
        (b'{"choices": [{"message": {"content": null}}]}', ""),
    ],
)
def test_what_a_model_wraps_its_answer_in_is_taken_off(stub, says, heard):
    stub.says = says
    assert LocalModel(stub.url, "petit").rephrase("Salut", "") == heard


@pytest.mark.parametrize(
    ("says", "status"),
    [(b"not json", 200), ("Bonjour", 500), (b"x" * 1_100_000, 200), ("Bonjour", 302)],
)
def test_an_answer_that_cannot_be_used_is_said_so(stub, says, status):
    stub.says, stub.status = says, status
    with pytest.raises(BookError) as refused:
        LocalModel(stub.url, "petit").rephrase("Salut", "")
    assert refused.value.key == "polish.unreachable"
    assert len(stub.heard) == 1


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://192.0.2.7/v1", "polish.elsewhere"),
        ("http://example.org/v1", "polish.elsewhere"),
        ("http://localhost.example.org/v1", "polish.elsewhere"),
        ("http://127.0.0.1@example.org/v1", "polish.elsewhere"),
        ("ftp://127.0.0.1/v1", "polish.url"),
        ("127.0.0.1:80", "polish.url"),
        ("http://[::1", "polish.url"),
        ("", "polish.url"),
    ],
)
def test_only_this_machine_is_spoken_to(url, key):
    with pytest.raises(BookError) as refused:
        LocalModel(url, "petit").rephrase("Salut", "")
    assert refused.value.key == key


def test_another_machine_is_spoken_to_only_where_the_settings_allow_it():
    with pytest.raises(BookError) as refused:
        LocalModel("http://nowhere.invalid/v1", "petit", "anywhere").rephrase("Salut", "")
    assert refused.value.key == "polish.unreachable"


def test_a_server_that_is_not_there_is_said_so():
    with pytest.raises(BookError) as refused:
        LocalModel("http://localhost:9/v1", "petit").rephrase("Salut", "")
    assert refused.value.key == "polish.unreachable"
