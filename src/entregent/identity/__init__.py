"""Records from several sources to people: who is the same human, with reasons."""

from entregent.identity import handles, names
from entregent.identity.directory import ALIAS, Directory
from entregent.identity.resolve import Because, Match, resolve

__all__ = ["ALIAS", "Because", "Directory", "Match", "handles", "names", "resolve"]
