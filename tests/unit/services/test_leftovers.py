from entregent.domain.words import Origin
from entregent.services.leftovers import leftovers

ZOE = "FN:Zoé Lefèvre\nEMAIL:zoe@exemple.fr"


def test_unknown_words_are_those_of_the_last_reading_of_each_file(carnet):
    carnet.cards(f"{ZOE}\nX-LIEU:Lyon\nX-PLAT:tarte", path="phone.vcf")
    carnet.cards(f"{ZOE}\nX-LIEU:Nantes\nNOTE:nouvelle", path="phone.vcf")
    carnet.cards(f"{ZOE}\nX-LIEU:Brest\nTEL:0639980001", path="work.vcf")
    carnet.cards("FN:Omar Diallo")
    carnet.tell('person "Léa Martin" id:lea colour:blue')
    zoe = carnet.id("Zoé")
    assert leftovers(carnet.book, Origin.VCARD) == {zoe: {"X-LIEU": "Nantes\nBrest"}}
    assert set(leftovers(carnet.book, Origin.JOURNAL)) == {carnet.id("Léa")}
