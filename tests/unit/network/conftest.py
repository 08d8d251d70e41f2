import importlib.util
import os

import pytest

from entregent.network import twin

KERNEL = "entregent.network._kernel"


def kernel():
    """The compiled graph, where a compiler was there."""
    return importlib.import_module(KERNEL).Graph if importlib.util.find_spec(KERNEL) else None


@pytest.fixture(params=["kernel", "twin"])
def graph_type(request):
    found = twin.Graph if request.param == "twin" else kernel()
    if found is None and not os.environ.get("ENTREGENT_REQUIRE_KERNEL"):
        pytest.skip("the kernel is not compiled here")
    assert found is not None
    return found
