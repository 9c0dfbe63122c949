"""What may go wrong on purpose, each with its status."""


class Explained(Exception):
    """A refusal with a sentence for the reader."""

    status = 500

    def __init__(self, message: object = "") -> None:
        super().__init__(message)
        self.message = message


class NotFound(Explained):
    """There is no such thing, or none that the asker may know of."""

    status = 404


class Forbidden(Explained):
    """The asker is known and may not do this."""

    status = 403


class Refused(Explained):
    """The state of things does not allow it."""

    status = 409


class TooMany(Explained):
    """Asked too often."""

    status = 429


class Invalid(Explained):
    """What was typed cannot be taken; the message belongs beside the field."""

    status = 422

    def __init__(self, field: str, message: object) -> None:
        super().__init__(message)
        self.field = field
