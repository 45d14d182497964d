"""The slip for the customer's hand, and the file for the gateway's support."""
