"""How steps become balances: the folds, fed from this room's tables and written back to them."""
