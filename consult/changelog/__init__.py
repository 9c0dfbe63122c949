"""The public record: append-only facts in a Merkle tree; their meaning is left to features."""
