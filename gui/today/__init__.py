"""The place Bugün: what can still be voided, what was given back today, and what waits for somebody."""
