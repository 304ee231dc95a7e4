"""Cards in a spreadsheet, both ways: one row a card, one column a key."""
