"""The kinds of rules: a closed set of small functions that a rule's file names.

A kind takes a rule, a message and its context, and yields where the rule speaks. What it looks
for stands in the rule's lists and options; a rule that needs other logic earns a new kind here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from entregent.tact.context import Context
from entregent.tact.hit import Hit
from entregent.tact.kinds.absence import absence
from entregent.tact.kinds.acknowledged import acknowledged
from entregent.tact.kinds.blurb import blurb
from entregent.tact.kinds.disguise import disguise
from entregent.tact.kinds.late import late
from entregent.tact.kinds.length import length
from entregent.tact.kinds.many import many
from entregent.tact.kinds.mismatch import mismatch
from entregent.tact.kinds.mixture import mixture
from entregent.tact.kinds.placeholder import placeholder
from entregent.tact.kinds.presence import presence
from entregent.tact.kinds.together import together
from entregent.tact.kinds.unasked import unasked
from entregent.tact.kinds.unseen import unseen
from entregent.tact.kinds.vague import vague
from entregent.tact.kinds.way_out import way_out
from entregent.tact.message import Message
from entregent.tact.rule import Rule
from entregent.tact.spoken import LISTS

Kind: TypeAlias = Callable[[Rule, Message, Context], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class KindOf:
    """A kind, the lists a rule of it must have and may have in each language, and its options.

    The options of `naming` name further lists that the rule has: those of `sets` in lists of lists,
    of so many at least, and at most where it is told. A rule has all the options of `needs`.
    """

    look: Kind
    lists: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    options: Mapping[str, type] = field(default_factory=dict)
    naming: tuple[str, ...] = ()
    sets: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()


KINDS: Mapping[str, KindOf] = {
    "presence": KindOf(
        presence,
        lists=frozenset({"phrases"}),
        may=LISTS | {"asking", "bound", "unless", "unless-near", "unless-anywhere"},
        options={"freed": str},
    ),
    "together": KindOf(
        together,
        lists=frozenset(),
        may=frozenset(
            {"phrases", "denials", "innocent", "unless", "unless-near", "unless-anywhere"}
        ),
        options={
            "same": list,
            "near": list,
            "next": list,
            "differ": list,
            "reach": int,
            "deniable": list,
        },
        naming=("same", "near", "next", "differ", "deniable"),
        sets={"same": (1, None), "near": (1, None), "next": (1, None), "differ": (2, 2)},
    ),
    "unseen": KindOf(
        unseen,
        lists=frozenset({"phrases", "strangers"}),
        may=frozenset({"unless", "unless-anywhere"}),
        options={"kinds": list},
    ),
    "absence": KindOf(
        absence,
        lists=frozenset({"phrases"}),
        may=LISTS | {"not"},
        options={"asks": bool, "marks": list, "unfit": list},
    ),
    "way-out": KindOf(
        way_out,
        lists=frozenset({"phrases"}),
        may=LISTS | {"not", "costly", "slight"},
        options={"taken": list, "unfit": list, "unnamed": list},
    ),
    "acknowledged": KindOf(
        acknowledged,
        lists=frozenset({"phrases"}),
        may=LISTS | {"not"},
        options={"days": int},
        needs=frozenset({"days"}),
    ),
    "blurb": KindOf(blurb, lists=frozenset({"phrases"}), may=LISTS | {"not", "introducing"}),
    "placeholder": KindOf(
        placeholder,
        lists=frozenset({"phrases", "fields", "round", "leads", "titles", "lists"}),
    ),
    "mixture": KindOf(mixture),
    "mismatch": KindOf(mismatch),
    "late": KindOf(late, options={"words": int, "after": int}, needs=frozenset({"words", "after"})),
    "unasked": KindOf(
        unasked,
        lists=frozenset({"seeking", "instead", "news"}),
        may=frozenset({"orders"}),
        options={"heard": list},
    ),
    "vague": KindOf(
        vague,
        lists=frozenset({"phrases", "void"}),
        may=frozenset({"alone", "whole", "stop", "unless", "unless-anywhere"}),
    ),
    "many": KindOf(
        many,
        may=frozenset({"announced"}),
        options={"least": int},
        needs=frozenset({"least"}),
    ),
    "length": KindOf(
        length, options={"most": int, "most-sms": int}, needs=frozenset({"most", "most-sms"})
    ),
    "disguise": KindOf(disguise, lists=frozenset({"phrases", "later"}), may=frozenset({"outing"})),
}
