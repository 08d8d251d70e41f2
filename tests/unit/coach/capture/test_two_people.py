"""Two people in one line: what is told of both, and what of one."""


def test_what_follows_two_names_is_told_of_both(read):
    rose, jean = read("Rose et Jean-Baptiste, tous les deux chez Orange, pétanque, apéro vendredi")
    shared = {
        "company": "Orange",
        "topics": ["pétanque"],
        "next": ("apéro", "2026-03-13"),
    }
    assert rose == {"name": "Rose"} | shared
    assert jean == {"name": "Jean-Baptiste"} | shared


def test_brackets_tell_of_the_one_before_them(read):
    sylvie, patrick = read("Sylvie (infirmière) et Patrick (ambulancier, Jussieu), café lundi")
    assert sylvie == {"name": "Sylvie", "role": "infirmière", "next": ("café", "2026-03-16")}
    assert (patrick["role"], patrick["company"]) == ("ambulancier", "Jussieu")


def test_pronouns_tell_who(read):
    sofiane, lucie = read("Sofiane & Lucie / Doctolib / escalade pour lui, poterie pour elle")
    assert sofiane == {"name": "Sofiane", "company": "Doctolib", "topics": ["escalade"]}
    assert lucie == {"name": "Lucie", "company": "Doctolib", "topics": ["poterie"]}


def test_one_trade_each(read):
    assert [one["role"] for one in read("Sofiane et Lucie, dev et data")] == ["dev", "data"]
    assert [one["role"] for one in read("Steph & Lorna school cooks")] == ["school cook"] * 2


def test_a_name_said_again_tells_of_that_person(read):
    sandra, keith = read(
        "Sandra from the WI and Keith from Rotary: Sandra wants a speaker, Keith plays banjo. "
        "I'm sending Sandra my bio"
    )
    assert sandra == {
        "name": "Sandra",
        "company": "WI",
        "topics": ["speaker"],
        "me": ["send my bio"],
    }
    assert keith == {"name": "Keith", "company": "Rotary", "topics": ["banjo"]}


def test_colleagues_share_a_house_and_kin_do_not(read):
    _, solene = read("Pierre de chez Total + sa collègue Solène (géologue)")
    assert solene == {"name": "Solène", "company": "Total", "role": "géologue"}
    _, lottie = read("Max (Apple, sales) and his wife Lottie (vet)")
    assert lottie == {"name": "Lottie", "role": "vet"}
    _, corinne = read("Alain Brochard, président, ADMR ; sa comptable Corinne")
    assert (corinne["role"], corinne["company"]) == ("comptable", "ADMR")


def test_a_third_party_is_nobody_met(one):
    assert one("olive from age uk, she'll introduce me to her boss Omar, mtg on the 5th") == {
        "name": "olive",
        "company": "age uk",
        "them": ["introduce me to her boss Omar"],
        "next": ("mtg", "2026-04-05"),
    }


def test_a_second_name_on_no_list(read):
    names = [each["name"] for each in read("nice chat w/ Dan & Qwertanka from Octopus Energy")]
    assert names == ["Dan", "Qwertanka"]


def test_a_slash_joins_and_words_right_after_a_name_are_of_that_person(read):
    hannah, jools = read("Hannah/Jools, gin distillery, tasting on the 19th")
    assert hannah["topics"] == jools["topics"] == ["gin distillery"]
    sylvie, patrick = read("Sylvie (infirmière) et Patrick escalade")
    assert ("topics" in sylvie, patrick["topics"]) == (False, ["escalade"])


def test_people_spoken_of_are_nobody_met(one):
    assert one("Poto de Julien : Mathis, brasseur") == {"name": "Mathis", "role": "brasseur"}
    assert one("tall lad Connor, apprentice at JCB")["name"] == "Connor"
