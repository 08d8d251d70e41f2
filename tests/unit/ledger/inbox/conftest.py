"""The words by which messages are understood, as the program has them."""

import pytest

from entregent.content import Content
from entregent.ledger.inbox.words import RequestWords


@pytest.fixture(scope="session")
def words():
    return RequestWords(Content().template("vocabulary/requests"))
