"""Where what somebody does is told in a line, and where it ends."""

from entregent.coach.capture.houses import after_articles, named_house
from entregent.coach.capture.sheet import Sheet

_OF = frozenset("de d du des en of for on to".split())
_MOST = 6
_DANGLING = frozenset("de d of".split())


def qualifies(sheet: Sheet, start: int, end: int) -> bool:
    """Tell whether words before a trade are part of it: "signalling engineer"."""
    return all(
        sheet.said[at] not in sheet.words.small | sheet.words.no_topic
        and not sheet.said[at].isdigit()
        and not sheet.feeling(at)
        and (not sheet.line.capital(at) or sheet.line.opens(at) or sheet.line.acronym(at))
        for at in range(start, end)
    )


def trade_end(sheet: Sheet, start: int, end: int, stop: int) -> int:
    """Return where a trade ends with what it is of: "head of ops", "resp achats"."""
    at = end
    if sheet.said[end - 1] in _DANGLING and end < stop and not sheet.parted(end):
        if end - 1 > start and sheet.said[end] in ("la", "l", "le", "les"):
            return end - 1
        at = end = end + 1
    while at < min(stop, start + _MOST) and not sheet.parted(at):
        further = sheet.trade(at)
        glued = sheet.line.words[at].gap in ("-", "'") and at > end
        if further:
            at = end = further
        elif _leads_on(sheet, at, stop):
            at += 1
        elif glued or _belongs(sheet, at, end, start):
            at += 1
            end = at
        else:
            break
    return end


def _leads_on(sheet: Sheet, at: int, stop: int) -> bool:
    """Tell whether "de", "of" lead on to what a trade is of."""
    if at + 1 >= stop or sheet.parted(at + 1) or sheet.cue("house", at):
        return False
    if sheet.said[at] in ("&", "s") and sheet.trade(at + 1):
        return sheet.said[at] == "&" or sheet.line.words[at].gap == "'"
    article = sheet.said[at] in ("a", "la", "l") and (
        sheet.said[at + 1] in ("la", "l") or sheet.said[at - 1] in ("a", "de")
    )
    if sheet.said[at] not in _OF and not article:
        return False
    bare = after_articles(sheet, at + 1)
    if sheet.house(bare) or sheet.deed(at) or _proper(sheet, at, bare):
        return False
    house = named_house(sheet, bare)
    return not house or (sheet.said[at] in ("de", "d") and _kind_alone(sheet, at + 1, house))


def _proper(sheet: Sheet, at: int, bare: int) -> bool:
    """Tell "curé de Saint-Eustache", "rep for Beavertown" from "head of Ops"."""
    capital = sheet.line.capital(bare) and not sheet.line.acronym(bare)
    if sheet.said[at - 1].startswith(("elev", "produc")):
        return False
    return capital and (sheet.said[at] in ("for", "du", "des") or sheet.lang == "fr")


def _kind_alone(sheet: Sheet, at: int, end: int) -> bool:
    """Tell "directrice d'hôtel" from "directrice de l'école des Tilleuls", "maire de Nantes"."""
    head = sheet.words.heads.end(sheet.said, at, sheet.stop_of[at])
    return head == end and sheet.line.lowered(at)


def _belongs(sheet: Sheet, at: int, end: int, start: int) -> bool:
    """Tell whether a word that nothing parts from a trade is part of it."""
    if sheet.said[at] in sheet.words.small or sheet.day(at) or sheet.feeling(at):
        return False
    if at > end:
        return not sheet.house(at)
    if sheet.line.capital(at) and (sheet.house(at) or not sheet.line.acronym(at)):
        return False
    known = sheet.trade(start)
    first = at == known + (sheet.said[known - 1] in _DANGLING)
    french = sheet.lang != "en"
    return first and french and sheet.unknown(at) and not sheet.pastime(at)
