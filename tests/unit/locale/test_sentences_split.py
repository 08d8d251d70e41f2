"""Sentences split alike whatever a system ends its lines with."""

import pytest

from entregent.locale.sentences import sentence_spans


def said(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text", ["\n?!\n?!\n?!", "Bonjour Léa,\npeux-tu\nme relire ?\n\nmerci", "Un.\nDeux\ntrois."]
)
def test_windows_line_ends_change_no_sentence(text):
    windows = said(text.replace("\n", "\r\n"))

    assert [one.replace("\r\n", "\n") for one in windows] == said(text)
