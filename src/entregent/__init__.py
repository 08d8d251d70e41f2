"""Entregent: a private assistant for professional networking with tact."""

__version__ = "0.1.0"
