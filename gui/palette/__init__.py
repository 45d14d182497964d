"""The palette and the list of keys: everything without a mouse."""
