"""Paper: what stands on a page, laid out once, and then shown, printed or written as PDF."""
