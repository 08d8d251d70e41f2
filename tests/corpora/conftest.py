"""The rules of tact as they ship."""

import pytest

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.check import Rules


@pytest.fixture(scope="session")
def rules() -> Rules:
    return tact_rules(Content())
