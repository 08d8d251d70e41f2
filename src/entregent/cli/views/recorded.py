"""What is said back when a line enters the ledger."""

from datetime import date, timedelta

from entregent.domain.facts import Answered, Asked, Encounter, Fact, Gave, Lifted, Received
from entregent.locale.speech import Speech


def sentence(speech: Speech, fact: Fact, name: str, on: date, rest_days: int) -> str:
    """Return one sentence about a fact that was kept."""
    values: dict[str, object] = {"name": name, "on": on}
    match fact:
        case Asked(kind=kind, continues=continues):
            key = "record.asked" if continues is None else "record.asked.more"
            values |= {"kind": speech.say(f"kind.{kind}.a")}
            values |= {"until": on + timedelta(days=rest_days)}
            return speech.say(key, **values)
        case Answered(reply=reply):
            return speech.say(f"record.answered-{reply}", **values)
        case Lifted(kind=kind):
            return speech.say("record.lifted", what=speech.say(f"kind.{kind}.of"), **values)
        case Received(text=text) | Gave(text=text):
            key = f"record.{type(fact).__name__.lower()}"
            return speech.say(key, text=text, **values)
        case Encounter():
            return speech.say("record.encounter", **values)
    return speech.say(f"record.{type(fact).__name__.lower()}", **values)
