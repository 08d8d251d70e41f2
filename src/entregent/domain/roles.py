"""Roles and levels: what somebody's title tells of their work, in either language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from entregent.domain.text import tokens


@dataclass(frozen=True)
class Roles:
    """The table of roles and levels: the code of each folded phrase that tells one."""

    roles: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    levels: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def role(self, title: str) -> str:
        """Return the code of the role that a title tells, empty where it tells none."""
        return _told(self.roles, title)

    def level(self, title: str) -> str:
        """Return the code of the level that a title tells, empty where it tells none."""
        return _told(self.levels, title)


def _told(table: Mapping[tuple[str, ...], str], title: str) -> str:
    """Return what the longest phrase of a title stands for, the first of those as long."""
    words = tokens(title)
    for length in range(min(len(words), max(map(len, table), default=0)), 0, -1):
        for start in range(len(words) - length + 1):
            if code := table.get(words[start : start + length]):
                return code
    return ""
