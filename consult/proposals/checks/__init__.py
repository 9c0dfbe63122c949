"""The single checks of the readiness list, each a question to a proposal's content."""
