"""Encounters and ties to strength; who reaches whom."""
