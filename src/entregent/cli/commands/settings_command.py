"""`settings`: what the owner may set."""

from dataclasses import asdict, replace

from entregent import bootstrap
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb


@verb("settings", argument("key", required=False), argument("value", required=False))
def command(face: Face, key: str | None, value: str | None) -> int:
    """Show the settings, or one; set one when a value is given."""
    if key and value is not None:
        chosen = asdict(bootstrap.change_setting(key, value))
        face = replace(face, speech=bootstrap.speech(face.options))  # perhaps in another language
    else:
        chosen = asdict(bootstrap.settings())
    if key:
        chosen = bootstrap.one_setting(chosen, key)
    path = str(bootstrap.settings_path())
    if face.as_json:
        face.give({"settings": chosen, "path": path})
        return 0
    paper = face.paper()
    for name, held in chosen.items():
        paper.pairs([(f"{name} {held}".ljust(24), face.say(f"settings.{name}.means"))])
    if value is not None:
        paper.write(face.say("settings.kept", path=path))
    face.show(paper)
    return 0
