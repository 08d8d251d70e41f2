"""The phone's address book: one vCard file, with the habits of several phones."""

import base64
import quopri
from collections.abc import Iterator

from cast import Cast, Human, token

_WIDTH = 75
_NOTES = {
    "Hélène Fabre": "Ancienne de Michelin, partie chez Airbus en juillet 2023, Toulouse.\n"
    "Préfère ne pas présenter ses collègues; toujours de bon conseil, même à la dernière minute.",
    "Fatou Diop": "La Boucle du Rhône, bocaux, laverie de Gerland; cherche des palettes de bocaux "
    "d’un litre, propres ou à laver.\nLe samedi, tournée.",
    "Kate Brennan": "Bristol 2011. Come back any time, she said.",
    "Mathieu Brun": "Bacs pliables, 2017-2021",
    "Grace Achebe": "Refill shop, Gloucester Road; ask about jars",
    "Eugénie Lambert": "Traiteur du mariage de Claire",
}
_BIRTHDAYS = (
    "BDAY:1987-05-14",
    "BDAY:--0921",
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-11-30",
    "BDAY;VALUE=date:19880217",
)
_LABELS = ("_$!<Mobile>!$_", "perso", "Bureau")
_STUB = base64.b64encode(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(200)) + b"\xff\xd9").decode()
_HOME = "+33 1 99 00 04 07"
"""The landline of the Roussels, on both their cards."""


def write(cast: Cast) -> bytes:
    """Return the whole file: CRLF, cards in the order of the phone."""
    cards = [_card(human) for human in sorted(cast.listed("phone"), key=lambda h: h.family)]
    cards.insert(40, _plain("Juju", "", cast.find("Julien Roche").mobile))
    cards.append(_shop("Laverie de Gerland", "+33 1 99 00 31 00"))
    return b"".join(cards)


def _card(human: Human) -> bytes:
    return _older(human) if human.number % 9 == 5 else _usual(human)  # noqa: PLR2004 - one in nine


def _usual(human: Human) -> bytes:
    """Return a vCard 3.0, with Apple's groups one time in four."""
    name = human.called("phone")
    given, family = _halves(human, name)
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_text(family)};{_text(given)};;;", f"FN:{name}"]
    if human.company:
        lines += [f"ORG:{_text(human.company)};", f"TITLE:{_text(human.title)}"]
    lines += _handles_apple(human) if human.number % 4 == 0 else _handles(human)
    lines += _extras(human)
    lines += [f"UID:{token('card', human.number)}", "REV:2026-02-27T18:04:11Z", "END:VCARD"]
    return b"".join(_folded(line) for line in lines)


def _halves(human: Human, name: str) -> tuple[str, str]:
    """Return given and family names as the owner typed them, sometimes the wrong way round."""
    if name == human.name:
        return human.given, human.family
    given, _, family = name.partition(" ")
    return given, family


def _handles(human: Human) -> Iterator[str]:
    yield f"TEL;TYPE=CELL:{_spoken(human)}"
    if human.family == "Roussel":
        yield f"TEL;TYPE=HOME,VOICE:{_HOME}"
    for number, address in enumerate(_addresses(human)):
        yield f"EMAIL;TYPE=INTERNET{',PREF' if not number else ''}:{address}"
    if human.linked:
        yield f"X-SOCIALPROFILE;TYPE=linkedin:{human.url}"


def _handles_apple(human: Human) -> Iterator[str]:
    yield f"item1.TEL;type=pref:{_spoken(human)}"
    yield f"item1.X-ABLabel:{_LABELS[human.number // 4 % 3]}"
    for number, address in enumerate(_addresses(human), start=2):
        yield f"item{number}.EMAIL;type=INTERNET:{address}"
        yield f"item{number}.X-ABLabel:"
    if human.linked:
        yield f"item9.URL;type=pref:{human.url}"
        yield "item9.X-ABLabel:LinkedIn"


def _addresses(human: Human) -> list[str]:
    if human.bare:
        return []
    family = ["famille.roussel@courriel.example"] if human.name == "Sophie Roussel" else []
    return [human.email, *family]


def _spoken(human: Human) -> str:
    """Return the mobile number as people write it: three ways."""
    number = human.mobile
    if number.startswith("+44"):
        return (number, f"0{number[3:7]} {number[7:]}", f"+44 {number[3:7]} {number[7:]}")[
            human.number % 3
        ]
    pairs = [number[at : at + 2] for at in range(4, len(number), 2)]
    local = " ".join([f"0{number[3]}", *pairs])
    return (f"+33 {number[3]} {' '.join(pairs)}", local, local.replace(" ", ""))[human.number % 3]


def _extras(human: Human) -> Iterator[str]:
    if human.number % 5 == 0:
        yield _BIRTHDAYS[human.number // 5 % len(_BIRTHDAYS)]
    if human.city and human.number % 3 == 0:
        country = "United Kingdom" if human.lang == "en" else "France"
        yield f"ADR;TYPE=WORK:;;;{_text(human.city)};;;{country}"
    if human.name in _NOTES:
        yield f"NOTE:{_text(_NOTES[human.name])}"
    labels = [*human.circles, *(["amis"] if "facebook" in human.listed else [])]
    if labels:
        yield f"CATEGORIES:{','.join(labels)}"
    if human.number % 31 == 0:
        yield f"PHOTO;ENCODING=b;TYPE=JPEG:{_STUB}"


def _older(human: Human) -> bytes:
    """Return a vCard 2.1 as an older Android phone writes it."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:2.1",
        _quoted("N", f"{human.family};{human.given};;;"),
        _quoted("FN", human.called("phone")),
        f"TEL;CELL:{_spoken(human)}",
        *(f"EMAIL;INTERNET:{address}" for address in _addresses(human)),
    ]
    if human.company:
        lines += [_quoted("ORG", human.company), _quoted("TITLE", human.title)]
    if human.name in _NOTES:
        lines.append(_quoted("NOTE", _NOTES[human.name]))
    return "".join(f"{line}\r\n" for line in [*lines, "END:VCARD"]).encode()


def _quoted(word: str, value: str) -> str:
    """Return a property of vCard 2.1, quoted-printable when it is not plain ASCII."""
    if value.isascii() and "\n" not in value:
        return f"{word}:{value}"
    rows = [quopri.encodestring(row.encode()).decode() for row in value.split("\n")]
    encoded = "=0D=0A=\n".join(rows).replace("\n", "\r\n")
    return f"{word};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{encoded}"


def _plain(name: str, family: str, number: str) -> bytes:
    lines = ("BEGIN:VCARD", "VERSION:3.0", f"N:{family};{name};;;", f"FN:{name}")
    return b"".join(_folded(line) for line in (*lines, f"TEL;TYPE=CELL:{number}", "END:VCARD"))


def _shop(name: str, number: str) -> bytes:
    """Return the card of a firm, as Apple marks it."""
    lines = ("BEGIN:VCARD", "VERSION:3.0", "N:;;;;", f"FN:{name}", f"ORG:{name};")
    rest = ("X-ABShowAs:COMPANY", f"TEL;TYPE=MAIN:{number}", "END:VCARD")
    return b"".join(_folded(line) for line in (*lines, *rest))


def _text(value: str) -> str:
    """Escape what a vCard's text may not hold bare."""
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> bytes:
    """Fold a line at 75 octets, even inside a letter of several bytes, as real phones do."""
    raw = line.encode()
    pieces = [raw[:_WIDTH]]
    pieces += [raw[at : at + _WIDTH - 1] for at in range(_WIDTH, len(raw), _WIDTH - 1)]
    return b"\r\n ".join(pieces) + b"\r\n"
