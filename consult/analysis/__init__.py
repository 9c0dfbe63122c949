"""Comments gathered into themes, and an outcome for each comment."""
