"""A graph in a file: kept whole, the same from the kernel and its twin, refused when it is not."""

import os

import numpy as np
import pytest

from entregent.network import twin
from entregent.network.graph import Chain
from entregent.network.twin import file
from entregent.network.twin.rows import Rows
from entregent.network.twin.search import Network

HEADER = 64


def example(graph_type, back=None):
    return graph_type.build(4, [0, 1, 2], [1, 2, 3], [0.5, 0.25, 1.0], [1, 0.5, 0.5, 1], back)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ties.graph"


@pytest.mark.parametrize("back", [None, [0.25, 0.5, 0.125]])
def test_a_graph_comes_back_as_it_was(graph_type, path, back):
    known = example(graph_type, back)
    known.save(path)
    again = graph_type.open(str(path))
    assert (again.people, again.ties) == (4, 3)
    for source, target in ((0, 3), (3, 0), (1, 3)):
        assert again.chains(source, [target]) == known.chains(source, [target])
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_an_opened_graph_changes_without_its_file(graph_type, path):
    example(graph_type).save(path)
    before = path.read_bytes()
    known = graph_type.open(path)
    known.set_willingness([1], [1.0])
    known.replace_ties(3, [1], [0.5])
    assert known.chains(0, [3], best=1) == [Chain((0, 1, 3), 0.25)]
    assert path.read_bytes() == before
    known.save(path)
    assert graph_type.open(path).chains(0, [3], best=1) == [Chain((0, 1, 3), 0.25)]


@pytest.mark.parametrize("people", [0, 1, 3])
def test_people_without_ties_are_kept(graph_type, path, people):
    graph_type.build(people, [], [], [], [1] * people).save(path)
    assert graph_type.open(path).people == people


@pytest.mark.parametrize("back", [None, [0.25, 0.5, 0.125]])
def test_kernel_and_twin_write_the_same_bytes(graph_type, path, back):
    example(graph_type, back).save(path)
    written = path.read_bytes()
    example(twin.Graph, back).save(path)
    assert path.read_bytes() == written
    assert graph_type.open(path).chains(0, [3]) == example(graph_type, back).chains(0, [3])


def test_many_ties_have_a_checksum_too(graph_type, path):
    people = 400
    ties = [(a, b) for a in range(people) for b in range(a + 1, min(people, a + 8))]
    a, b = zip(*ties, strict=True)
    graph_type.build(people, a, b, [0.5] * len(a), [1] * people).save(path)
    for opened in (graph_type.open(path), twin.Graph.open(path)):
        assert opened.ties == len(ties)


@pytest.mark.parametrize("back", [None, [0.25, 0.5, 0.125]])
def test_a_file_with_any_byte_changed_is_refused(graph_type, path, back):
    example(graph_type, back).save(path)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(ValueError, match=r"damaged|no graph file|version"):
            graph_type.open(path)


def test_a_file_cut_short_is_refused(graph_type, path):
    example(graph_type).save(path)
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        with pytest.raises(ValueError, match="cut short" if size >= HEADER else "no graph file"):
            graph_type.open(path)


def test_a_file_that_goes_on_is_refused(graph_type, path):
    example(graph_type).save(path)
    path.write_bytes(path.read_bytes() + b"\0" * 64)
    with pytest.raises(ValueError, match="damaged"):
        graph_type.open(path)


def test_a_file_of_the_other_byte_order_is_refused(graph_type, path):
    example(graph_type).save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:8] + whole[8:12][::-1] + whole[12:])
    with pytest.raises(ValueError, match="other byte order"):
        graph_type.open(path)


def test_a_file_of_another_version_is_refused(graph_type, path):
    example(graph_type).save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:12] + b"\2" + whole[13:])
    with pytest.raises(ValueError, match="version"):
        graph_type.open(path)


@pytest.mark.parametrize("text", [b"", b"name,company\n", b"name,company\n" * 20])
def test_a_foreign_file_is_refused(graph_type, path, text):
    path.write_bytes(text)
    with pytest.raises(ValueError, match="is no graph file"):
        graph_type.open(path)


@pytest.mark.parametrize(
    ("offsets", "to", "strength"),
    [
        ([0, 1, 2], [1, 2], [0.5, 0.5]),
        ([0, 1, 2], [1, -1], [0.5, 0.5]),
        ([0, 1, 2], [1, 0], [0.5, 1.5]),
        ([0, 1, 2], [1, 0], [0.5, 0.0]),
        ([0, 1, 2], [1, 0], [0.5, float("nan")]),
        ([0, 3, 2], [1, 0], [0.5, 0.5]),
        ([1, 1, 2], [1, 0], [0.5, 0.5]),
        ([0, 1, 1], [1, 0], [0.5, 0.5]),
    ],
)
def test_a_file_that_could_not_have_been_saved_is_refused(graph_type, path, offsets, to, strength):
    rows = Rows(np.array(offsets), np.array(to, np.int32), np.array(strength, np.float32))
    file.save(Network(rows, rows, np.ones(2, np.float32)), path)
    with pytest.raises(ValueError, match="damaged"):
        graph_type.open(path)


def test_a_file_that_is_not_there_or_is_a_folder(graph_type, path):
    with pytest.raises(FileNotFoundError):
        graph_type.open(path)
    with pytest.raises(IsADirectoryError):
        graph_type.open(path.parent)
    with pytest.raises(OSError, match=r"No such file|not a directory"):
        example(graph_type).save(path / "below")


@pytest.mark.parametrize("kind", [os.mkfifo, lambda path: path.symlink_to(os.devnull)])
def test_what_is_no_plain_file_is_refused_at_once(graph_type, path, kind):
    kind(path)
    with pytest.raises((OSError, ValueError)):
        graph_type.open(path)


def test_a_file_cut_short_by_somebody_else_does_no_harm(graph_type, path):
    example(graph_type).save(path)
    known = graph_type.open(path)
    os.truncate(path, 0)
    assert known.chains(0, [1]) == [Chain((0, 1), 0.5)]
