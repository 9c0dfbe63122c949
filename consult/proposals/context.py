"""What templates may ask about a proposal."""

from consult.proposals.tabs import install as install

__all__ = ["install"]
