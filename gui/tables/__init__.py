"""Lists as files: where they go, what kind they are, and how far it is."""
