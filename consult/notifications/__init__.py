"""Mail that follows from the public record; a reader of the changelog and nothing else."""
