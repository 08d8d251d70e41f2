"""`event bridge`: words just heard, what they touch of mine, and how to pass the turn."""

from entregent import bootstrap
from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.values import Worded
from entregent.coach.bridges import Voice
from entregent.domain.events import Mode
from entregent.domain.words import Address
from entregent.locale.languages import Language


@verb(
    "bridge",
    argument("words", value="text", nargs=-1, required=True),
    option("--mode", type=Worded("mode", tuple(Mode))),
    option("--address", type=Worded("address", tuple(Address))),
    option("--event", value="event", default=""),
)
def command(
    face: Face, words: tuple[str, ...], mode: str | None, address: str | None, event: str
) -> int:
    """Link words just heard to what is mine; exit 1 when nothing links, with what to say then."""
    from entregent.cli.views.event_bridge import bridge_document, bridge_shown
    from entregent.coach.bridges import Manner
    from entregent.services.events.bridging import bridge, spoken, usual_mode

    heard, catalogue = " ".join(words), bootstrap.catalogue()
    language = "fr" if address else spoken(heard, catalogue, _language(face))
    with face.desk(writing=False) as desk:
        meant = Mode(mode) if mode else usual_mode(desk, event)
        manner = Manner(meant, _voice(language, address))
        bridged = bridge(desk, catalogue, heard, manner)
    if face.as_json:
        face.give(bridge_document(face, bridged, manner))
    else:
        face.show(bridge_shown(face, bridged))
    return 0 if bridged.links else 1


def _voice(language: Language, address: str | None) -> Voice:
    if language == "en":
        return "en"
    return "tu" if address == Address.TU else "vous"


def _language(face: Face) -> Language:
    return "en" if face.speech.lang == "en" else "fr"
