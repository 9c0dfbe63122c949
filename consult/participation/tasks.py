"""What runs on the clock for votes and comments."""

from consult.core import clock
from consult.jobs.registry import every
from consult.participation import queries, rules


@every(2, "participation.close_tallies")
def close_tallies() -> None:
    """Put the count of each round that has closed into the record."""
    for round_ in queries.rounds_to_count(clock.now()):
        if round_.proposal.is_public:
            rules.close_tally(round_)


@every(3600, "participation.forget_expired")
def forget_expired() -> None:
    """Drop what nobody confirmed."""
    rules.forget_expired()


@every(3600, "participation.forget_asked")
def forget_asked() -> None:
    """Forget who was asked about equality, where nobody is asked any more."""
    rules.forget_asked()
