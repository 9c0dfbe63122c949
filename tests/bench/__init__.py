"""Quality in numbers: `make bench`, or `make bench ONLY=participation` for a part."""
