from entregent.exchange.mail.keys import digest, mark


def test_a_key_is_short_and_the_same_each_time_however_long_the_id():
    assert digest("a" * 5000) == digest("a" * 5000)
    assert len(digest("a" * 5000)) == len(digest("")) == 12
    assert digest("1@exemple.fr") != digest("2@exemple.fr")


def test_an_address_is_marked_by_the_first_letters_of_its_digest():
    assert mark("lea@exemple.fr") == digest("lea@exemple.fr")[:6]


def test_halves_of_letters_in_an_id_do_no_harm():
    assert len(digest("\udcff")) == 12
