"""The settings of the shop and of this computer, in one place."""
