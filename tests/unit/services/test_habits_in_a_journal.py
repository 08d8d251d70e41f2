"""What the owner said of pairs and of searches leaves as a journal and comes into another book."""

from entregent.domain.facts import Apart, SavedSearch
from entregent.exchange.journal.writer import write
from entregent.services.merging import alike, keep_apart
from entregent.services.saved import save, saved, unsave


def written(carnet):
    book = carnet.book
    return write(book.people(), book.entries(), (), book.owner)


def pair_of(carnet):
    pair = alike(carnet.desk)[0]
    return pair.one, pair.other


def test_two_kept_apart_stay_so_in_a_fresh_book(carnet, other):
    carnet.cards("FN:Léa Martin\nORG:Volèle", "FN:L. Martin\nORG:Volèle")
    keep_apart(carnet.desk, *pair_of(carnet))
    report = other.tell(written(carnet))
    assert report.suggestions == ()
    assert alike(other.desk) == []
    assert len(other.deeds(Apart)) == 1
    assert other.tell(written(carnet)).batch is None


def test_a_shared_address_does_not_join_two_whom_a_journal_sets_apart(carnet, other):
    line = 'person "Jean Roche" id:{} email:roche.jean@exemple.fr'
    text = "\n".join([line.format("pere"), line.format("fils"), "apart @pere -- @fils"])
    carnet.tell(text)
    other.tell(text.partition("\napart")[0])
    assert len(other.names("roche")) == 1
    assert len(carnet.names("roche")) == 2


def test_one_set_apart_from_the_owner_is_not_the_owner(carnet):
    carnet.tell("me Nadia email:n.b@exemple.fr\nperson Nadia id:n2\napart me -- @n2")
    assert carnet.deeds(Apart) == [Apart(carnet.book.owner, carnet.id("n2"))]


def test_searches_come_back_and_words_by_hand_stand_before_them(carnet, other):
    save(carnet.desk, "amis", "circle:fac")
    save(carnet.desk, "lac", "annecy")
    unsave(carnet.desk, "lac")
    other.tell(written(carnet))
    assert saved(other.book) == [SavedSearch("amis", "circle:fac")]
    save(other.desk, "amis", "circle:lycée")
    other.tell('search amis "circle:club"')
    assert saved(other.book) == [SavedSearch("amis", "circle:lycée")]
    unsave(other.desk, "amis")
    other.tell('search Amis "circle:danse"')
    assert saved(other.book) == []
