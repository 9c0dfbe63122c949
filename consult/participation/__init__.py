"""Comments and votes with their counters, confirmed by mail; hiding is left to moderation."""
