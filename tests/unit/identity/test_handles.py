import pytest

from entregent.identity import handles


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        (" Lea@Exemple.FR ", "lea@exemple.fr"),
        ("<mailto:lea@exemple.fr>", "lea@exemple.fr"),
        ("mailto:lea@exemple.fr", "lea@exemple.fr"),
        ("l.e.a+news@googlemail.com", "lea@gmail.com"),
        ("root@localhost", "root@localhost"),
        ("nobody", ""),
        ("@exemple.fr", ""),
    ],
)
def test_an_address_is_compared_by_what_it_reaches(written, compared):
    assert handles.email(written) == compared.removeprefix("mailto:")


def test_addresses_of_functions_and_households_are_told():
    assert handles.is_role("info@exemple.fr")
    assert handles.is_role("famille.durand@exemple.fr")
    assert not handles.is_role("lea.martin@exemple.fr")


def test_national_and_international_writings_of_a_number_agree():
    assert handles.phone("+33 6 39 98 12 34") == handles.phone("06.39.98.12.34")
    assert handles.phone("+44 7700 900123") == handles.phone("07700 900 123")
    assert handles.phone("01 99 00 11 22 x12") == handles.phone("+33199001122")
    assert handles.phone("3615") == ""


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("https://www.linkedin.com/in/L%C3%A9a-martin/", "linkedin:lea-martin"),
        ("fr.linkedin.com/in/lea-martin/en", "linkedin:lea-martin"),
        ("https://www.exemple.fr/lea/", "exemple.fr/lea"),
        ("https://exemple.fr", ""),
    ],
)
def test_a_profile_is_compared_by_its_slug(written, compared):
    assert handles.url(written) == compared


@pytest.mark.parametrize(
    ("abroad", "at_home"),
    [
        ("+32 470 12 34 56", "0470 12 34 56"),
        ("+41 79 123 45 67", "079 123 45 67"),
        ("+44 20 7946 0958", "020 7946 0958"),
        ("+1 212 555 0123 ext. 12", "(212) 555-0123"),
        ("+49 151 23456789", "0151 23456789"),
        ("+39 06 1234 5678", "06 1234 5678"),
        ("+225 07 01 02 03 04", "07 01 02 03 04"),
        ("0033 6 39 98 12 34", "06 39 98 12 34"),
    ],
)
def test_a_number_is_one_at_home_and_abroad(abroad, at_home):
    assert handles.phone(abroad) == handles.phone(at_home)
