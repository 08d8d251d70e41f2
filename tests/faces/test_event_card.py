"""My card on the command line: in the terminal, in a file, as JSON."""

import pytest

ME = ("me", "Zoé Lefèvre", "--title", "Acheteuse", "--company", "Airbus")


def code(heard):
    """The lines of half blocks that were printed."""
    return heard.out.split("\n\n")[-1].rstrip("\n").splitlines()


@pytest.fixture
def zoe(run):
    """Give the command line, to a book that knows who I am."""
    run(*ME, "--email", "zoe@exemple.fr", "--phone", "+33 6 39 98 00 01")
    return run


def test_the_terminal_shows_a_code_that_a_phone_reads(zoe, phone):
    heard = zoe("event", "card")
    text = zoe("event", "card", "--json").json["card"]["text"]
    assert heard.code == 0
    assert phone(code(heard)) == text
    assert "EMAIL:zoe@exemple.fr" in text
    assert "TEL" not in text
    assert "--with-phone" in heard.plain


def test_lines_are_chosen(zoe):
    assert "TEL:+33 6 39 98 00 01" in zoe("event", "card", "--with-phone", "--json").out
    says = zoe("event", "card", "--only", "phone, Company", "--json").json["card"]["says"]
    assert set(says) == {"name", "phone", "company"}
    says = zoe("event", "card", "--short", "--json").json["card"]["says"]
    assert set(says) == {"name", "email"}
    mecard = zoe("event", "card", "--mecard", "--json").json["card"]
    assert mecard["text"] == "MECARD:N:Zoé Lefèvre;ORG:Airbus;EMAIL:zoe@exemple.fr;;"
    assert mecard["left_out"] == ["title"]
    assert "not in it: work" in zoe("event", "card", "--mecard").plain


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_picture_is_read_back_by_a_phone(zoe, phone, tmp_path, ending):
    path = tmp_path / f"carte.{ending}"
    heard = zoe("event", "card", "--out", str(path), "--json")
    content = path.read_bytes()
    assert heard.json["card"]["written"] == str(path)
    assert phone(content if ending == "png" else content.decode()) == heard.json["card"]["text"]
    assert "█" not in zoe("event", "card", "--out", str(path)).out


def test_a_card_in_a_file_is_read_as_a_card(zoe, tmp_path):
    path = tmp_path / "zoe.vcf"
    assert zoe("event", "card", "--with-phone", "--out", str(path), "--lang", "fr").code == 0
    heard = zoe("import", str(path), "--dry-run", "--json")
    assert heard.json["files"][0]["read"] == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--only", "name,fax"), "fax"),
        (("--only", "name", "--short"), "--only"),
        (("--short", "--with-phone"), "--only"),
        (("--email", "gmail"), "zoe@exemple.fr"),
        (("--out", "carte.gif"), ".svg, .png, .vcf"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(zoe, words, told):
    for lang in ("fr", "en"):
        heard = zoe("event", "card", *words, "--lang", lang)
        assert (heard.code, heard.out) == (2, "")
        assert told in heard.complaint


def test_without_a_name_there_is_no_card(run):
    heard = run("event", "card", "--json")
    assert (heard.code, heard.out) == (1, "")
    assert 'entregent me "Camille Moreau"' in heard.complaint


def test_what_would_help_is_said(run):
    run("me", "Zoé Lefèvre")
    assert "entregent me --email" in run("event", "card").plain
    run("me", "--email", "zoe@exemple.fr", "--email", "zl@travail.example")
    assert "zl@travail.example" in run("event", "card").plain


def test_a_terminal_without_half_blocks_is_told_of_files(zoe, monkeypatch):
    monkeypatch.setattr("entregent.cli.views.event_card._BLOCKS", "\ud800")
    heard = zoe("event", "card")
    assert heard.code == 0
    assert "--out card.svg" in heard.plain


def test_the_settings_remember_what_i_chose(zoe):
    assert zoe("settings", "card", "phone, email").code == 0
    assert zoe("settings", "card", "--json").json["settings"]["card"] == "name,email,phone"
    says = zoe("event", "card", "--json").json["card"]["says"]
    assert set(says) == {"name", "email", "phone"}
    refused = zoe("settings", "card", "name,fax")
    assert (refused.code, "fax" in refused.complaint) == (2, True)
