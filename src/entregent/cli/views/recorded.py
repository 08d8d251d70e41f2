"""What is said back when a line enters the ledger."""

from datetime import date, timedelta

from entregent.domain.facts import Answered, Asked, Fact, Gave, Lifted, Received
from entregent.domain.upkeep import Kept, Promised
from entregent.locale.speech import Speech


def sentence(speech: Speech, fact: Fact, name: str, on: date, rest_days: int) -> str:
    """Return one sentence about a fact that was kept."""
    values: dict[str, object] = {"name": name, "on": on}
    key = type(fact).__name__.lower()
    match fact:
        case Asked(kind=kind, continues=continues):
            key = "asked" if continues is None else "asked.more"
            values["kind"] = speech.say(f"kind.{kind}.a")
            values["until"] = on + timedelta(days=rest_days)
        case Answered(reply=reply):
            key = f"answered-{reply}"
        case Lifted(kind=kind):
            values["what"] = speech.say(f"kind.{kind}.of")
        case Received(text=text) | Gave(text=text):
            values["text"] = text
        case Promised(text=text, by=by, due=due):
            key = f"promised-{by}-due" if due else f"promised-{by}"
            values |= {"text": text, "due": due}
        case Kept(text=text, by=by):
            key = f"kept-{by}"
            values["text"] = text
    return speech.say(f"record.{key}", **values)
