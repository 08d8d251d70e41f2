"""What a message quotes tells how it speaks to its reader only where its own words do not."""

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.reading import read_message

LEXICON = tact_rules(Content()).lexicon


def heard(text):
    told = read_message(text, LEXICON, "fr").heard
    return len(told.tu), len(told.vous)


def test_own_words_go_before_quoted_ones():
    assert heard("Tu m'as dit : « vous devriez postuler ».") == (1, 0)


def test_quoted_words_tell_it_where_there_are_no_others():
    assert heard("On m'a demandé : « Voulez-vous du café ? »")[0] == 0
    assert heard("On m'a demandé : « Voulez-vous du café ? »")[1] >= 1


def test_without_quotes_nothing_more_is_heard():
    assert heard("La réunion est reportée au 9, même salle.") == (0, 0)
