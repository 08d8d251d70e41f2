"""Fields of a template that nobody filled in."""

import pytest

from entregent.tact.check import check
from entregent.tact.context import Context


def _fields(shipped, text):
    findings = check(text, Context(), shipped, "en").findings
    return [one.quote for one in findings if one.code == "TC504"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Dear [Hiring Manager], hello.", "[Hiring Manager]"),
        ("Hi {{first_name}}!", "{{first_name}}"),
        ("Hi ${name}!", "${name}"),
        ("Hi $name$!", "$name$"),
        ("Hi %FIRST_NAME%!", "%FIRST_NAME%"),
        ("Hi *|FNAME|*!", "*|FNAME|*"),
        ("Hi <<Name>>!", "<<Name>>"),
        ("Yours, __NAME__", "__NAME__"),
        ("Yours, __your name__", "__your name__"),
        ("I work at [...] now.", "[...]"),
        ("I liked your talk at XXX a lot.", "XXX"),
        ("Dear Ms _____, hello.", "_____"),
        ("Bonjour M. ………, votre exposé…", "………"),
        ("Je vous écris de (nom de l’entreprise).", "(nom de l’entreprise)"),
        ("TODO: say hello.", "TODO"),
        ("I should like to join COMPANY_NAME.", "COMPANY_NAME"),
        ("J'ai lu « [titre] » avec plaisir.", "[titre]"),
        ("Hi Name, well done.", "Hi Name"),
        ("I have [X] years of it.", "[X]"),
        ("Bonjour XX, merci.", "XX"),
        ("Lorem ipsum, and so on.", "Lorem ipsum"),
        ("À coller : « [Prénom] est graphiste depuis dix ans et cherche un atelier. »", "[Prénom]"),
    ],
)
def test_a_field_is_shown(shipped, text, field):
    assert _fields(shipped, text) == [field]


@pytest.mark.parametrize(
    "text",
    [
        "See [my CV](https://example.org/cv) or [1] or [A].",
        "- [ ] read\n- [x] send\n- [X] sign",
        "READ_ME is a file.",
        "The call `rows[name]` and ```\n{{name}}\n``` are fine, `so is {{this}}`.",
        "Size XXL, love, Nan XXX",
        "I <3 it :] and { laughs }.",
        "Zoe <zoe@example.org> at <https://example.org/name>.",
        'It began with "Dear {{first_name}}" again.',
        "My TODO list is long.",
        "> Dear [Name],\n> hello",
        "From 10% to 20% of $100 and $200.",
        "He was late [sic], __really__ late (as ever).",
        "So…… we wait......",
    ],
)
def test_what_only_looks_like_one_is_not(shipped, text):
    assert _fields(shipped, text) == []
