"""Pieces that more than one room shows."""
