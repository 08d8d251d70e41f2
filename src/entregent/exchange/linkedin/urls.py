"""Addresses of profiles: one spelling for each, so that they can be compared."""

import re
from urllib.parse import unquote

from entregent.exchange.text import one_line

_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)*linkedin\.com/(?:mwlite/)?in/([^/?#\s]+)", re.IGNORECASE
)


def slug(url: str) -> str:
    """Return the part of a profile's address that names a person, or nothing.

    Percent signs are decoded and letters lowered: exports write them both ways.
    """
    found = _PROFILE.match(url.strip()) if url else None
    return one_line(unquote(found[1])).lower() if found else ""


def profile_url(url: str) -> str:
    """Return the one spelling of a profile's address; any other address as it is."""
    name = slug(url)
    return url_of(name) if name else one_line(url)


def url_of(name: str) -> str:
    """Return the address of the profile whose slug is `name`."""
    return f"https://www.linkedin.com/in/{name}"
