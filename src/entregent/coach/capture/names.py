"""Where somebody's name stands in a line, and where it ends."""

from entregent.coach.capture.sheet import AND, Sheet

_CASELESS = frozenset("le van der von el al ben mac mc o den".split())
_CALLED = frozenset("big little old young tonton tata".split())
_MOST = 6
"""So many words at most make a name."""
_DE = frozenset("de d du des la l les".split())


def name_at(sheet: Sheet, start: int) -> int:
    """Return where the name that begins at a word ends, 0 where none does."""
    at = _titles(sheet, start)
    stop = min(sheet.stop_of[start], start + _MOST)
    if at >= stop:
        return 0
    titled = at > start
    if _owns(sheet, at, stop):
        return 0
    if _tailed(sheet, at):
        return 0
    if sheet.given(at) or (titled and _may_follow_title(sheet, at)):
        return _extended(sheet, at + 1, stop)
    return _family_first(sheet, at, stop)


def _tailed(sheet: Sheet, at: int) -> bool:
    """Tell "Angel Theatre", "Grace Academy", houses, from "Kate Church"."""
    after = at + 1
    if not sheet.line.cased or sheet.parted(after) or not sheet.line.capital(after):
        return False
    return sheet.said[after] in sheet.words.tails and sheet.said[after] not in sheet.words.surnames


def _owns(sheet: Sheet, at: int, stop: int) -> bool:
    """Tell "Neal's Yard", a house, from "Neal's adding me"."""
    named = at + 2 < stop and sheet.said[at + 1] == "s" and sheet.line.words[at + 1].gap == "'"
    return named and sheet.line.capital(at + 2) and not sheet.parted(at + 2)


def _titles(sheet: Sheet, start: int) -> int:
    at = start
    while at < sheet.stop_of[start] and sheet.said[at] in sheet.words.titles:
        following = at + 1
        if following >= sheet.stop_of[start] or sheet.parted(following):
            return at
        if sheet.said[at] in _CALLED and not sheet.given(following):
            return at
        if not (sheet.line.capital(at) or sheet.given(following) or _formal(sheet, at)):
            return at
        at = following
    return at


def _formal(sheet: Sheet, at: int) -> bool:
    return sheet.said[at] in ("mr", "mrs", "ms", "mme", "mlle", "dr", "monsieur", "madame")


def _may_follow_title(sheet: Sheet, at: int) -> bool:
    if sheet.line.cased:
        return sheet.line.capital(at) and not sheet.house(at)
    return sheet.unknown(at)


def _family_first(sheet: Sheet, start: int, stop: int) -> int:
    """Read "Nguyen Thi Lan", "O'NEILL PATRICK": a family name, then the given one."""
    if not sheet.parted(start) and start > 0 and sheet.said[start - 1] not in AND:
        return 0
    for at in range(start + 1, min(start + 3, stop)):
        plain = sheet.unknown(at - 1) or sheet.said[at - 1] == "o"
        cased = sheet.line.capital(at - 1) or not sheet.line.cased
        if not (plain and cased) or sheet.house(start):
            return 0
        if sheet.given(at) and (sheet.line.capital(at) or not sheet.line.cased):
            upper = sheet.line.acronym(start) or not sheet.line.cased
            eastern = sheet.said[at] in ("thi", "van", "wei", "mei", "minh", "lan", "ling", "yu")
            closes = sheet.parted(at + 1)
            return _extended(sheet, at + 1, stop) if upper or eastern or closes else 0
    return 0


def _extended(sheet: Sheet, at: int, stop: int) -> int:
    """Return where a name ends whose first word stands before `at`."""
    end = at
    family = False
    while end < stop and not sheet.parted(end):
        step = _further(sheet, end, stop, family=family)
        if not step:
            break
        family = family or sheet.said[step - 1] not in sheet.words.given
        end = step
    return end


def _further(sheet: Sheet, at: int, stop: int, *, family: bool) -> int:
    """Return where the name goes on to from a word, 0 where it ends before it."""
    if (glued := _glued(sheet, at)) is not None:
        return glued
    if sheet.line.cased:
        return _further_cased(sheet, at, stop)
    return 0 if family else _further_caseless(sheet, at, stop)


def _glued(sheet: Sheet, at: int) -> int | None:
    """Return where a word ends that no blank parts from the one before; None where one does."""
    gap, before = sheet.line.words[at].gap, sheet.said[at - 1]
    if gap == "-" or (gap == "'" and len(before) == 1 and before not in "dl"):
        return at + 1
    return 0 if gap == "'" and sheet.said[at] == "s" else None


def _further_caseless(sheet: Sheet, at: int, stop: int) -> int:
    said = sheet.said
    if said[at] in _CASELESS and at + 1 < stop and not sheet.parted(at + 1):
        last = at + 2 if said[at + 1] in ("der", "den") and at + 2 < stop else at + 1
        return last + 1 if sheet.unknown(last) else 0
    named_so = sheet.trade(at) == at + 1 < stop and sheet.trade(at + 1) > 0
    doubtful = said[at] in sheet.words.doubtful and sheet.house_after(at + 1)
    known = sheet.given(at) or sheet.unknown(at)
    return at + 1 if known or named_so or doubtful else 0


def _further_cased(sheet: Sheet, at: int, stop: int) -> int:
    last = at
    while last < stop and not sheet.parted(last) and _particle(sheet, last):
        last += 1
    if last > at and sheet.parted(last) and sheet.line.capital(last - 1):
        last -= 1
    if last >= stop or (last > at and sheet.parted(last)):
        return 0
    of = last > at and sheet.said[at] in _DE
    if of and (sheet.line.acronym(last) or sheet.house(last) or _is_town(sheet, last)):
        return 0
    noble = last > at and sheet.line.capital(at)
    if of and sheet.said[at] in ("du", "des") and last + 1 < stop and _two(sheet, last):
        return 0
    if not sheet.line.capital(last) or (_stops(sheet, last) and not noble):
        initial = last == at and len(sheet.said[at]) == 1 and sheet.said[at] not in "i&+"
        return at + 1 if initial and sheet.line.capital(at) and sheet.parted(at + 1) else 0
    return last + 1


def _two(sheet: Sheet, at: int) -> bool:
    """Tell "du Crédit Mutuel", a house, from "du Plessis"."""
    return sheet.line.capital(at) and sheet.line.capital(at + 1) and not sheet.parted(at + 1)


def _particle(sheet: Sheet, at: int) -> bool:
    word = sheet.said[at]
    return word in sheet.words.particles and not (
        sheet.line.capital(at)
        and word not in ("le", "la", "van", "de", "o", "mac", "mc", "du", "el", "al", "der")
    )


def _is_town(sheet: Sheet, at: int) -> bool:
    return bool(sheet.words.towns.end(sheet.said, at, sheet.stop_of[at]))


def _stops(sheet: Sheet, at: int) -> bool:
    """Tell whether a capital word begins something else than the rest of a name."""
    house = sheet.house(at)
    if house and sheet.said[at] not in sheet.words.doubtful:
        return True
    head = sheet.words.heads.end(sheet.said, at, sheet.stop_of[at])
    trade = sheet.trade(at) > at + 1
    return bool(
        head
        or trade
        or sheet.line.acronym(at)
        or sheet.day(at)
        or sheet.said[at] in sheet.words.small
    )
