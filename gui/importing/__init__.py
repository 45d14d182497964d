"""Param orders from a file: choose it, say which column is which, look at what it would bring, confirm."""
