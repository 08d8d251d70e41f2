"""Lists of people in columns: address books of several programs, and lists of attendees."""

from entregent.exchange.tables.file import READERS, first_line_of, headers_of, is_table
from entregent.exchange.tables.words import Field

__all__ = ["READERS", "Field", "first_line_of", "headers_of", "is_table"]
