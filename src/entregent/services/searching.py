"""Finding people by any word or by a field."""

from collections.abc import Iterable

from entregent.domain.facts import House
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import company_key, fold, tokens
from entregent.services.desk import Desk
from entregent.services.employers import house_names
from entregent.services.fitting import Fitting
from entregent.services.nearby import MOST, nearby
from entregent.services.querying import Term, digits, needle, parse, within
from entregent.services.saved import by_name


def find(desk: Desk, query: str) -> list[Person]:
    """Return who fits every part of a query, by name; everybody but the owner when it is empty.

    `company:` is the current employer, stated or told by a work address, `was-at:` a former one;
    the other fields are what they say, and other words may stand in any field or note. A minus
    excludes; `@name` stands for a saved search.
    """
    book = desk.book
    terms = _expanded(desk, parse(query, desk.reference.fields))
    wanted = [term for term in terms if term.wanted == "yes"]
    unwanted = [term for term in terms if term.wanted == "no"]
    among = _among(desk, wanted)
    fitting = _fitting(desk, terms, among)
    gone = {who for term in unwanted if not term.field for who in book.search([needle(term.value)])}
    people = [
        person
        for person in book.people(among)
        if person.id != book.owner
        and person.id not in gone
        and all(fitting.fits(person, term) for term in wanted if term.field)
        and not any(fitting.fits(person, term) for term in unwanted if term.field)
    ]
    return sorted(people, key=lambda person: (fold(person.name), person.id))


def near(desk: Desk, query: str) -> list[str]:
    """Return names of people, companies and groups that a query without answer may have meant."""
    spoken: dict[str, str] = {}
    for person in desk.book.people():
        for name in (person.name, *person.companies(desk.today), *person.circles, *person.tags):
            spoken |= {word: name for word in (*tokens(name), fold(name)) if word not in spoken}
    found: dict[str, None] = {}
    for term in parse(query, desk.reference.fields):
        if term.wanted == "yes":
            close = nearby(fold(term.value), spoken)
            found |= dict.fromkeys(spoken[word] for word in close)
    return list(found)[:MOST]


def _expanded(desk: Desk, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Put the terms of a saved search in the place of its name."""
    if not any(term.value.startswith("@") for term in terms):
        return terms
    known = by_name(desk.book)
    found: list[Term] = []
    for term in terms:
        query = known.get(fold(term.value[1:])) if term.value.startswith("@") else None
        usual = query is not None and not term.field and term.wanted == "yes"
        found += parse(query or "", desk.reference.fields) if usual else (term,)
    return tuple(found)


def _among(desk: Desk, wanted: Iterable[Term]) -> set[PersonId] | None:
    """Return whom the words of a query leave, read from the folded words; None is everybody."""
    search = desk.book.search
    left: set[PersonId] | None = None
    for term in wanted:
        if not term.field:
            found = set(search([needle(term.value)]))
        elif term.field == "phone":
            found = set(search([digits(term.value)]))
        elif term.field == "company":
            found = _of_company(desk, term.value)
        elif term.field in ("sector", "source"):
            continue
        else:
            found = set(search(tokens(term.value)))
        left = found if left is None else left & found
    return left


def _of_company(desk: Desk, name: str) -> set[PersonId]:
    """Return who bears a company's name, or an address under one of its domains."""
    search, domains = desk.book.search, desk.reference.domains
    bearers = set(search(company_key(name).split()))
    names = house_names(desk.book.people(bearers), domains)
    of_it = [domain for domain, known in names.items() if within(name, known)]
    return bearers.union(*(search([domain]) for domain in of_it))


def _fitting(desk: Desk, terms: Iterable[Term], among: set[PersonId] | None) -> Fitting:
    fields = {term.field for term in terms}
    if not fields & {"company", "sector"}:
        return Fitting(desk.today, desk.reference)
    houses = {
        company_key(fact.company): fact.sector
        for entry in desk.book.entries((House,))
        if isinstance(fact := entry.fact, House) and fact.sector
    }
    alone = among if "sector" not in fields else None
    names = house_names(desk.book.people(alone), desk.reference.domains)
    return Fitting(desk.today, desk.reference, names, houses)
