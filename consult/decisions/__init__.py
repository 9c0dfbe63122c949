"""Answers to themes, the decision with its changes, the gate before it and its signature."""
