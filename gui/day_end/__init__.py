"""Gün sonu: the picture of a month, a day's sheet, and closing it."""
