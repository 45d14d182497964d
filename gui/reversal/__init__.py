"""Giving money back: the two dialogs, how it went, and the list of everything that was done."""
