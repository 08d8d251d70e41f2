"""The agenda: what the ledger suggests, day by day; the most pressing first."""

from entregent.ledger.agenda.gathering import Known, agenda, for_today
from entregent.ledger.agenda.item import AgendaItem, Due, View, When

__all__ = ["AgendaItem", "Due", "Known", "View", "When", "agenda", "for_today"]
