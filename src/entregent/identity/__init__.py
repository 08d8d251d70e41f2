"""Records from several sources to people: who is the same human, with reasons."""

from entregent.identity import handles, names
from entregent.identity.alike import Alike, alike_people
from entregent.identity.clusters import Because
from entregent.identity.facets import ALIAS
from entregent.identity.likeness import Like, compatible
from entregent.identity.resolve import Known, Listing, Match, Resolution, resolve
from entregent.identity.signs import Sign

__all__ = [
    "ALIAS",
    "Alike",
    "Because",
    "Known",
    "Like",
    "Listing",
    "Match",
    "Resolution",
    "Sign",
    "alike_people",
    "compatible",
    "handles",
    "names",
    "resolve",
]
