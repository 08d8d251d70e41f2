"""`people`: search by any word or field, and the searches one wants to ask again."""

from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.handful import tell
from entregent.cli.values import COUNT
from entregent.domain.facts import SavedSearch
from entregent.services.ports import BookError
from entregent.services.saved import save, saved, unsave
from entregent.services.searching import find, near

PAGE = 50
"""How many people a sheet shows unless told otherwise."""
_ALL = " "
"""What `--saved` holds when no name follows it."""


@verb(
    "people",
    argument("query", nargs=-1, required=False),
    option("--limit", type=COUNT, value="count"),
    option("--save", value="name"),
    option("--saved", value="name", is_flag=False, flag_value=_ALL),
    option("--unsave", value="name"),
)
def command(
    face: Face,
    query: tuple[str, ...],
    limit: int | None,
    save: str | None,
    saved: str | None,
    unsave: str | None,
) -> int:
    """Show who fits a query, everybody when it is empty; or keep, list and drop saved searches."""
    words = " ".join(map(_quoted, query))
    if sum(given is not None for given in (save, saved, unsave)) > 1:
        raise BookError("search.one-thing")
    if unsave is not None:
        return _unsave(face, unsave)
    if save is not None:
        return _save(face, save, words)
    if saved == _ALL and not words:
        return _list(face)
    if saved not in (None, _ALL):
        words = f"@{saved.removeprefix('@')} {words}"
    return _search(face, words, limit)


command.context_settings["ignore_unknown_options"] = True


def _search(face: Face, words: str, limit: int | None) -> int:
    with face.desk(writing=False) as desk:
        found = find(desk, words)
        close = near(desk, words) if not found else []
        today = desk.today
    if face.as_json:
        from entregent.cli import json_shapes as shapes

        shown = found[: limit or None]
        people = [shapes.person(one, today) for one in shown]
        face.give({"people": people, **({"near": close} if close else {})})
        return 0
    from entregent.cli.views.people import nobody, roll

    if found:
        face.show(roll(face, found, today, limit=PAGE if limit is None else limit))
    else:
        face.show(nobody(face, words, close))
    return 0


def _save(face: Face, name: str, query: str) -> int:
    with face.desk(writing=True) as desk:
        batch = save(desk, name, query)
    kept = SavedSearch(name.removeprefix("@"), query)
    return tell(face, batch, [kept], "search.saved", name=kept.name)


def _unsave(face: Face, name: str) -> int:
    with face.desk(writing=True) as desk:
        batch = unsave(desk, name)
    return tell(face, batch, [], "search.unsaved", name=name.removeprefix("@"))


def _list(face: Face) -> int:
    with face.desk(writing=False) as desk:
        known = saved(desk.book)
    if face.as_json:
        face.give({"saved": [{"name": one.name, "query": one.query} for one in known]})
        return 0
    paper = face.paper()
    if not known:
        paper.write(face.say("search.none-saved"))
    paper.pairs([(f"@{one.name}", one.query) for one in known])
    face.show(paper)
    return 0


def _quoted(word: str) -> str:
    """Give a field's value of several words the quotes that the shell took away."""
    if word.startswith("--"):
        raise BookError("search.option", option=word)
    field, _, value = word.partition(":")
    named = field and " " not in field and " " in value and '"' not in value
    return f'{field}:"{value}"' if named else word
