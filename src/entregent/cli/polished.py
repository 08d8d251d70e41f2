"""A draft that a language model of this machine may rephrase, where the person asks for it."""

from entregent import bootstrap
from entregent.bootstrap.rephrasing import rephraser
from entregent.cli.face import Face
from entregent.drafts.brief import ASKING
from entregent.services.drafting import Drafted
from entregent.services.polishing import Polished, polish
from entregent.tact.context import Purpose


def polished(drafted: Drafted) -> Polished:
    """Return a draft rephrased, or as it was with what spoke against the rephrasing.

    Raises BookError where no model is set, or it cannot be reached.
    """
    model = rephraser(bootstrap.settings())
    asks = drafted.moment in ASKING
    purpose = Purpose(drafted.candidate.kind) if asks else Purpose.NONE
    return polish(drafted.draft, purpose, model, bootstrap.catalogue())


def told(face: Face, result: Polished) -> str:
    """Return the sentence that says whether the rephrasing was kept, and why not."""
    if not result.doubts:
        return face.say("polish.kept")
    doubt = result.doubts[0]
    return face.say("polish.plain", why=face.say(f"polish.doubt.{doubt.why}", words=doubt.words))


def document(result: Polished) -> dict[str, object]:
    """Return the same for machines."""
    doubts = [{"why": doubt.why, "words": doubt.words} for doubt in result.doubts]
    return {"kept": not doubts, "doubts": doubts}
