"""WhatsApp's exported chats: who wrote to whom on which day, never what."""

from entregent.exchange.whatsapp.chat import ORIGIN, read, read_chats, recognises

__all__ = ["ORIGIN", "read", "read_chats", "recognises"]
