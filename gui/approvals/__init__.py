"""The place Onay bekleyen: what somebody left for somebody else to approve."""
