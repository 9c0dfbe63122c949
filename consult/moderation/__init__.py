"""Reports, the queue, moderators' acts with their reasons; the restricted store of originals."""
