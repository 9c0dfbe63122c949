"""People: ways in without a password, public names, own pages; roles are left to councils."""
