import pytest

from entregent.exchange.mail.people import is_human_name, is_list, is_machine


@pytest.mark.parametrize(
    "address",
    [
        "no-reply@exemple.fr",
        "noreply@exemple.fr",
        "no_reply@exemple.fr",
        "messages-noreply@exemple.com",
        "noreply-2@exemple.com",
        "do-not-reply@exemple.fr",
        "donotreply@exemple.fr",
        "ne-pas-repondre@exemple.fr",
        "nepasrepondre@exemple.fr",
        "mailer-daemon@exemple.fr",
        "postmaster@exemple.fr",
        "bounce@exemple.fr",
        "bounces+12=a@exemple.fr",
        "bounce-12@exemple.fr",
        "x@bounces.exemple.fr",
        "notification@exemple.fr",
        "notifications@exemple.fr",
        "jira-notifications@exemple.fr",
        "jenkins@builds.exemple.org",
        "jira@exemple.org",
        "git@git.exemple.org",
        "gitbox@exemple.org",
        "git-site-role@exemple.org",
        "newsletter@exemple.fr",
        "newsletter+lea@exemple.fr",
        "reply+abc123@reply.github.com",
        "lea@users.noreply.github.com",
        "dev-unsubscribe@exemple.org",
        "dev-subscribe@exemple.org",
        "dev-help@exemple.org",
        "dev-owner@exemple.org",
        "owner-dev@exemple.org",
        "dev-request@exemple.org",
        "dev-return-124-lea=exemple.fr@exemple.org",
        "dev-sc.1510.abc@exemple.org",
        "dev-bounces@exemple.org",
        "salle-4@resource.calendar.google.com",
        "dev@exemple.org",
        "users@exemple.org",
        "commits@exemple.org",
        "anything@lists.exemple.org",
        "anything@listes.exemple.fr",
        "amis@googlegroups.com",
        "info@exemple.fr",
        "contact@exemple.fr",
        "rh@exemple.fr",
        "recrutement@exemple.fr",
        "jobs@exemple.fr",
    ],
)
def test_machines_lists_and_roles(address: str):
    assert is_machine(address)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("lea.martin@exemple.fr", ""),
        ("steve.jobs@exemple.com", "Steve Jobs"),
        ("jobs.steve@exemple.com", ""),
        ("dev@exemple.com", "Dev Patel"),
        ("jenkins@exemple.com", "Kate Jenkins"),
        ("sales@exemple.org", "Rita Sales"),
        ("alan@exemple.com", "Alan Turing"),
        ("chase.miller@exemple.com", "Chase Miller"),
        ("xing.wei@exemple.com", "Xing Wei"),
        ("via.rossi@exemple.com", "Via Rossi"),
        ("marie@exemple.fr", "Marie (RH)"),
        ("alain.bureau@exemple.fr", "Bureau Alain"),
        ("l.martin@info.univ.exemple.fr", "L. Martin"),
        ("paul@github.com", "Paul Roy"),
        ("noreen@exemple.fr", ""),
        ("norepo@exemple.fr", ""),
        ("info-lyon@exemple.fr", ""),
        ("gitte@exemple.dk", ""),
        ("dev.patel@exemple.com", "Dev Patel"),
        ("k.jenkins@exemple.com", "Katherine Jenkins"),
        ("contact@petit.fr", "Claire Petit"),
        ("info@exemple.fr", "Durand, Jean-Paul"),
        ("rh@exemple.fr", "Rose Hubert"),
        ("dev@exemple.com", "Anand Patel"),
        ("lea+notifications@exemple.fr", "Léa Martin"),
        ("paul@acme.local", "Paul"),
    ],
)
def test_people(address: str, name: str):
    assert not is_machine(address, name)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("git@git.exemple.org", "Tibor17"),
        ("notifications@github.com", "Léa Martin"),
        ("x@exemple.org", "Léa Martin (JIRA)"),
        ("hit-reply@linkedin.com", "Léa Martin"),
        ("invitations@linkedin.com", "Léa Martin"),
        ("auto-confirm@amazon.fr", "Amazon.fr"),
        ("bonjour@e.sncf-connect.com", "SNCF Connect"),
        ("service@doctolib.fr", "Doctolib"),
        ("contact@ca-exemple.fr", "Crédit Agricole Normandie"),
        ("relation.client@exemple.fr", "Orange"),
        ("equipe@exemple.com", "L’équipe d’un site"),
        ("sales@acme.com", "Sales Acme"),
        ("salle-4@exemple.fr", "Salle 4"),
        ("accueil@exemple.fr", "Hôtel du Lac"),
        ("imprimante@exemple.fr", ""),
        ("all@exemple.com", ""),
        ("x@exemple.org", "Léa Martin via Devs"),
        ("x@exemple.org", "Apache Jenkins Server"),
        ("x@exemple.org", "Mail Delivery Subsystem"),
        ("x@exemple.org", "Jenkins"),
        ("contact@acme.fr", "Acme Recrutement"),
        ("contact@creditagricole.fr", "Crédit Agricole"),
        ("contact@acme.fr", "Acme"),
        ("support@acme.fr", "l’équipe d’Acme"),
        ("sales@acme.fr", "Acme 24"),
    ],
)
def test_the_display_name_tells(address: str, name: str):
    assert is_machine(address, name)


@pytest.mark.parametrize(
    "headers",
    [
        {"auto-submitted": b"auto-replied"},
        {"auto-submitted": b"Auto-Generated; x"},
        {"x-autoreply": b"yes"},
        {"x-autorespond": b"yes"},
        {"precedence": b"bulk"},
        {"precedence": b" Junk "},
        {"list-unsubscribe": b"<https://exemple.fr>"},
    ],
)
def test_mail_that_nobody_typed(headers: dict[str, bytes]):
    assert is_machine("lea@exemple.fr", "Léa Martin", headers)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"auto-submitted": b"no"},
        {"precedence": b"normal"},
        {"precedence": b"bulk", "list-id": b"<dev.exemple.org>"},
        {"list-unsubscribe": b"<x>", "list-post": b"<mailto:dev@exemple.org>"},
    ],
)
def test_people_write_to_lists_too(headers: dict[str, bytes]):
    assert not is_machine("lea@exemple.fr", "Léa Martin", headers)


def test_a_list_by_its_looks():
    assert is_list("dev@exemple.org")
    assert is_list("chorale@groups.io")
    assert not is_list("dev@exemple.org", "Anand Patel")
    assert not is_list("info@exemple.org")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Léa Martin", True),
        ("Jean Le Goff", True),
        ("Ludwig van Beethoven", True),
        ("J.-P. Durand", True),
        ("Rory O'Donnell", True),
        ("Léa", False),
        ("léa martin", False),
        ("Un Deux Trois Quatre Cinq", False),
        ("Acme Support", False),
        ("", False),
    ],
)
def test_a_name_that_is_clearly_a_persons(name: str, *, expected: bool):
    assert is_human_name(name) is expected


def test_a_teams_mailbox_is_nobody_though_its_address_spells_its_name():
    assert is_machine("equipe-projet@exemple.fr", "Équipe projet")
    assert not is_machine("jean.bureau@exemple.fr", "Bureau Jean")
