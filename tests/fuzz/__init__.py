"""Files of every kind, made sound and then damaged, thrown at the whole program."""
