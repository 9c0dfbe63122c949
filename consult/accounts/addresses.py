"""Addresses for mail, shown to whoever may not be their owner."""


def masked(email: str) -> str:
    """The first letter and the domain, such as "m•••@example.org"."""
    local, _, domain = email.partition("@")
    return f"{local[:1]}•••@{domain}"
