"""The facts only the owner knows: `story.journal` with a line for each person it speaks of."""

from cast import HERE, Cast, Human

_UNTOLD = frozenset({"Chloé Fontaine", "Manon Le Goff", "Élodie Chevalier"})
"""People whom the other sources alone know."""
_SECTORS = {"Étienne Mollard": "aéronautique"}


def write(cast: Cast) -> bytes:
    """Return `facts.journal`."""
    story = (HERE / "story.journal").read_text(encoding="utf-8")
    told = [human for human in cast.people if _told(human, story)]
    return story.replace("{people}", "\n".join(map(_line, told))).encode()


def _told(human: Human, story: str) -> bool:
    named = f'"{human.name}"' in story or f"@{human.key}" in story
    return human.name not in _UNTOLD and (named or human.quiet or bool(human.circles))


def _line(human: Human) -> str:
    words = ["person", f'"{human.name}"']
    words += [f"id:{human.key}"] if human.key else []
    words.append(f"email:{human.email}")
    if human.company and human.since:
        words.append(f'company:{_word(human.company)} title:"{human.title}" from:{human.since}')
    if human.name in _SECTORS:
        words.append(f"sector:{_SECTORS[human.name]}")
    words += [f"circle:{_word(circle)}" for circle in human.circles]
    words += ["lang:en"] if human.lang == "en" else []
    return " ".join(words)


def _word(text: str) -> str:
    return f'"{text}"' if " " in text or "’" in text else text
