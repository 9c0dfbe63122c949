"""What residents give: votes, views on items, comments, suggestions, and who they say they are.

Each with its counters, online or on paper; confirmed by mail. Hiding is left to moderation.
"""
