"""An invented export of Monica, in the shape of version 4."""

from typing import Any

Json = dict[str, Any]

EMAIL, PHONE, LINKEDIN, OTHER = "kind-email", "kind-phone", "kind-linkedin", "kind-other"
KINDS = [
    {"uuid": EMAIL, "properties": {"name": "Email", "type": "email", "protocol": "mailto:"}},
    {"uuid": PHONE, "properties": {"name": "Phone", "type": "phone", "protocol": "tel:"}},
    {"uuid": LINKEDIN, "properties": {"name": "LinkedIn"}},
    {"uuid": OTHER, "properties": {"name": "Mastodon"}},
]


def record(uuid: str = "", **properties: object) -> Json:
    return {
        "uuid": uuid,
        "created_at": "2020-01-01T00:00:00Z",
        "updated_at": "2020-01-01T00:00:00Z",
        "properties": {name: value for name, value in properties.items() if value is not None},
    }


def holding(one: Json, **lists: list[Any]) -> Json:
    """Give a record collections by type; empty ones are left out, as Monica does."""
    data = [
        {"count": len(values), "type": kind, "values": values}
        for kind, values in lists.items()
        if values
    ]
    return {**one, "data": data}


def contact(uuid: str, first: str, last: str = "", **lists: list[Any]) -> Json:
    return holding(record(uuid, first_name=first, last_name=last or None), **lists)


def field(kind: str, data: str) -> Json:
    return record(f"{kind}-{data}", type=kind, data=data)


def relationship(kind: str, one: str, other: str) -> Json:
    return record(f"{kind}-{one}-{other}", type=kind, contact_is=one, of_contact=other)


def export(*contacts: Json, user: Json | None = None, **lists: list[Any]) -> Json:
    """Make an export; Nadia Benali made it unless `user` says another."""
    nadia = record("user-1", locale="fr", timezone="Europe/Paris") | {
        "first_name": "Nadia",
        "last_name": "Benali",
        "email": "nadia@exemple.fr",
        "google2fa_secret": "NOBODYMAYSEETHIS",
    }
    account = holding(
        {"uuid": "account-1", "created_at": "2020-01-01T00:00:00Z"},
        **{"user": [user or nadia], "contact": list(contacts), **lists},
    )
    return {
        "version": "1.0-preview.1",
        "app_version": "4.0.0",
        "export_date": "2026-03-01T00:00:00Z",
        "url": "https://monica.exemple.fr",
        "exported_by": "user-1",
        "account": {
            **account,
            "properties": {"journal_entries": [record("day", type="entry", post="secret")]},
            "instance": {"contact_field_types": KINDS},
        },
    }
