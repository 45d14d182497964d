"""How fast, against the plainest program that does the same, measured in the same run."""
