"""The accounts of the shop: added, edited, retired and tried."""
