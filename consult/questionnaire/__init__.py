"""The questions that a round may carry, people's answers and their tables; free text is for staff."""
