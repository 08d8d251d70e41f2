"""Where a company, a school or an association is named in a line."""

from entregent.coach.capture.sheet import AND, Sheet

_ARTICLES = frozenset("le la les l the a an un une".split())
_WITHIN = frozenset("de d du des la l les of and & et the au aux a for in en sur".split())
_BETWEEN = _WITHIN - frozenset("a in en au for".split())
_MOST = 7
_FEW = 3
_AT = frozenset("a in dans en near pres".split())
_LEADING = frozenset("chez at from frm la le l les du de des the au aux d with for off".split())
_NOBODY = frozenset(
    "herself himself themselves soi eux elle lui moi nous them theirs him her home the".split()
)


def after_articles(sheet: Sheet, at: int) -> int:
    """Return the place after the articles that stand at a word."""
    stop = sheet.stop_of[at]
    while at + 1 < stop and _is_article(sheet, at) and not sheet.parted(at + 1):
        at += 1
    return at


def _is_article(sheet: Sheet, at: int) -> bool:
    return sheet.said[at] in _ARTICLES and (
        not sheet.line.capital(at) or sheet.line.opens(at) or sheet.said[at] == "the"
    )


def house_after_cue(sheet: Sheet, at: int, *, sure: bool) -> tuple[int, int] | None:
    """Return where the house named after "chez" or "at" begins and ends.

    `sure` where the words before can only be followed by one.
    """
    start = after_articles(sheet, at)
    if sheet.said[start] in _NOBODY:
        return None
    end = named_house(sheet, start)
    trade = sheet.trade(start) and (sheet.line.lowered(start) or sheet.line.acronym(start))
    if not end and not trade and sheet.line.capital(start):
        end = 0 if sheet.given(start) else _capitals(sheet, start)
    elif not end and not trade and sure:
        end = _few_words(sheet, start)
    return (start, end) if end > start else None


def house_within(sheet: Sheet, start: int, stop: int) -> tuple[int, int] | None:
    """Return where a known house stands in "that Rolls-Royce chap"."""
    for at in range(start, stop):
        if sheet.line.capital(at) and (end := sheet.house(at)):
            return at, end
    return None


def named_house(sheet: Sheet, start: int) -> int:
    """Return where a house ends that is known by name or by what it is; 0 where none begins."""
    stop = sheet.stop_of[start]
    end = sheet.words.houses.end(sheet.said, start, stop)
    single = end - start == 1
    sure = not single or sheet.house(start) or _after_cue(sheet, start)
    known = end if end and sure else 0
    if known:
        known = _to_tail(sheet, start, known)
        return _capitals(sheet, known - 1) if sheet.line.cased else known
    if head := sheet.words.heads.end(sheet.said, start, stop):
        return _after_head(sheet, head)
    return _to_tail(sheet, start, 0)


def _after_cue(sheet: Sheet, at: int) -> bool:
    """Tell whether the word before leads to a house."""
    leads = at > 0 and not sheet.parted(at) and sheet.said[at - 1] in _LEADING
    doubtful = sheet.said[at] in sheet.words.doubtful | sheet.words.small
    return leads and not (doubtful and not sheet.line.capital(at) and sheet.said[at - 1] != "chez")


def _to_tail(sheet: Sheet, start: int, known: int) -> int:
    """Return where a name ends that its last word tells: "St Brendan's Primary"."""
    stop = min(sheet.stop_of[start], start + 6)
    end = known
    for at in range(start + 1, stop):
        if sheet.parted(at) or sheet.said[at] in AND - {"&"}:
            break
        small = sheet.said[at] in sheet.words.small and sheet.said[at] not in ("s", "of", "the")
        if small or (sheet.line.cased and known == 0 and not sheet.line.capital(start)):
            break
        if further := sheet.words.tails.end(sheet.said, at, stop):
            cased = not sheet.line.cased or sheet.line.capital(at)
            if cased or known:
                end = max(end, further)
        elif (
            sheet.line.cased
            and not sheet.line.capital(at)
            and sheet.said[at] not in ("s", "of", "the", "and", "&")
        ) or (not sheet.line.cased and known == 0):
            break
    return end


def _capitals(sheet: Sheet, start: int) -> int:
    """Return where a run of capital words, with small words between, ends."""
    end = at = start + 1
    while at < min(sheet.stop_of[start], start + _MOST) and not sheet.parted(at):
        if _goes_on(sheet, at):
            end = at + 1
        elif sheet.said[at] not in _BETWEEN:
            break
        at += 1
    return end


def _goes_on(sheet: Sheet, at: int) -> bool:
    """Tell whether a word goes on with a name in capitals."""
    glued = sheet.line.words[at].gap in ("-", "'")
    if glued and (sheet.said[at - 1] not in ("d", "l") or sheet.line.capital(at)):
        return True
    speaks = sheet.said[at] in ("i", "j", "je")
    own = sheet.line.capital(at - 1) and sheet.unknown(at - 1)
    other = speaks or (sheet.given(at) and not own) or sheet.trade(at) or sheet.day(at)
    return sheet.line.capital(at) and not other


def _after_head(sheet: Sheet, at: int) -> int:
    """Return where the name of a house ends whose kind stands before `at` ("mairie de Nantes")."""
    stop = min(sheet.stop_of[at - 1], at + _MOST)
    end = at
    while at < stop and not sheet.parted(at):
        word = sheet.said[at]
        if (
            word in _WITHIN
            and word not in ("et", "and", "a", "en", "in", "au", "for", "sur")
            and at + 1 < stop
        ):
            if not sheet.parted(at + 1) and not (sheet.deed(at + 1) or sheet.day(at + 1)):
                at += 1
                continue
            break
        linked = at > end
        if not (linked or _belongs(sheet, at)):
            break
        small = sheet.said[at] in sheet.words.small and not sheet.line.capital(at)
        if linked and (small or sheet.day(at)):
            break
        at = end = max(at + 1, sheet.pastime(at))
    return end


def _belongs(sheet: Sheet, at: int) -> bool:
    """Tell whether a word goes on with a house's name."""
    if sheet.line.words[at].gap in ("-", "'"):
        return True
    if sheet.line.cased:
        if sheet.line.capital(at):
            return not sheet.given(at) or not sheet.line.opens(at)
        plain = sheet.unknown(at) or sheet.said[at] in sheet.words.doubtful
        return plain and sheet.said[at].endswith(
            ("ale", "al", "ole", "aire", "que", "ere", "if", "ive", "elle", "el")
        )
    known = sheet.unknown(at) or sheet.said[at] in sheet.words.towns
    return known or sheet.words.houses.end(sheet.said, at, sheet.stop_of[at]) == at + 1


def _few_words(sheet: Sheet, start: int) -> int:
    """Return where a house typed in small letters ends: at the next word that is known."""
    at = start
    while at < min(sheet.stop_of[start], start + _FEW) and (at == start or not sheet.parted(at)):
        if at > start and sheet.line.cased and sheet.line.capital(at):
            break
        plain = (
            sheet.unknown(at)
            or sheet.said[at] in sheet.words.tails
            or sheet.said[at] in sheet.words.towns
        )
        linked = (
            sheet.said[at] in ("de", "d", "du", "of") and at > start and not sheet.parted(at + 1)
        )
        if not (plain or linked or (at == start and sheet.said[at] not in sheet.words.small)):
            break
        at += 1
    while at > start and sheet.said[at - 1] in ("de", "d", "du", "of"):
        at -= 1
    return at


def is_place(sheet: Sheet, at: int, end: int) -> bool:
    """Tell "à Pontivy", "in Ludlow", "de Lyon" from where somebody works; `end` is the name's."""
    if sheet.house(end):
        return False
    stop = sheet.stop_of[end]
    town = sheet.words.towns.end(sheet.said, end, stop)
    if end - at == 1 and sheet.said[at] in _AT:
        headed = sheet.words.heads.end(sheet.said, end, stop)
        return bool(town) or (sheet.line.capital(end) and not headed)
    return bool(town) and not (town < stop and sheet.words.tails.end(sheet.said, town, stop))


def town_end(sheet: Sheet, at: int) -> int:
    """Return where the name of a town that begins at a word ends."""
    stop = sheet.stop_of[at]
    end = sheet.words.towns.end(sheet.said, at, stop) or at + 1
    while end < stop and not sheet.parted(end):
        glued = sheet.line.words[end].gap in ("-", "'")
        other = sheet.given(end) or sheet.house(end)
        if not glued and (other or not sheet.line.capital(end)):
            break
        end += 1
    return end
