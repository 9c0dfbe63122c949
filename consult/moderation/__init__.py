"""Reports, the queue, what moderators do and why; limits, counts put right, patterns to look at.

It keeps the restricted store of originals, which nothing else reads.
"""
