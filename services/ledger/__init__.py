"""Our own book: accounts, orders, what gateways answered, and every attempt to move money.

One SQLite file in one data folder, held by one process at a time. Imports the domain only.
"""
