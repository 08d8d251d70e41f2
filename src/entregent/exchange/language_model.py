"""A language model on this machine, over the chat protocol that most local servers speak.

Nothing is sent to another machine unless the owner's settings say so: the host must be this
machine by name or by number, no proxy is asked, and no redirection is followed.
"""

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from entregent.services.ports import BookError

_MOST_BYTES = 1_000_000
_PATIENCE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class LocalModel:
    """A Rephraser. `url` is the base of the protocol, such as http://127.0.0.1:11434/v1."""

    url: str
    model: str
    reach: Literal["here", "anywhere"] = "here"
    key: str = ""

    def rephrase(self, text: str, instruction: str) -> str:
        """Return the model's wording; raises BookError where it cannot be reached or understood."""
        self._refuse_strangers()
        try:
            import httpx2
        except ImportError as error:
            raise BookError("polish.no-client") from error
        asked = {
            "model": self.model,
            "temperature": 0.3,
            "messages": [
                {"role": "system", "content": instruction},
                {"role": "user", "content": text},
            ],
        }
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            with (
                httpx2.Client(trust_env=False, timeout=_PATIENCE_SECONDS) as client,
                client.stream(
                    "POST", f"{self.url.rstrip('/')}/chat/completions", json=asked, headers=headers
                ) as answer,
            ):
                answer.raise_for_status()
                body = _bounded(answer.iter_bytes())
            said = httpx2.Response(200, content=body).json()
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
            raise BookError("polish.unreachable", url=self.url, why=str(error)) from error
        return _content(said)

    def _refuse_strangers(self) -> None:
        try:
            parts = urlsplit(self.url)
        except ValueError as error:
            raise BookError("polish.url", url=self.url) from error
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise BookError("polish.url", url=self.url)
        if self.reach == "here" and not _is_here(parts.hostname):
            raise BookError("polish.elsewhere", url=self.url)


def _is_here(host: str) -> bool:
    """Tell `localhost` and addresses of this machine; another name could lead anywhere."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _bounded(chunks: Iterator[bytes]) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > _MOST_BYTES:
            raise ValueError("the answer has no end")
    return bytes(body)


def _content(said: object) -> str:
    """Return the text of an answer; empty where it holds none."""
    match said:
        case {"choices": [{"message": {"content": str(text)}}, *_]}:
            return _bare(text)
        case _:
            return ""


def _bare(text: str) -> str:
    """Return the message without the thinking and the fences that some models put round it."""
    text = text.rpartition("</think>")[2].strip()
    if text.startswith("```") and text.endswith("```"):
        text = text.strip("`").partition("\n")[2].strip()
    return text
