"""The first start: four short pages to a first account, or to the demo."""
