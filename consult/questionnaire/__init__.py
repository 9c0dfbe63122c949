"""Questions that a round may carry, people's answers, their tables; free text is for staff."""
