"""Param orders from a file: read, judged row by row, and stored when a person has confirmed."""
