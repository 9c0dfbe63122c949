import pytest

from tests.embed.sites import a_site
from tests.factories import a_proposal


@pytest.fixture
def proposal(app):
    """An open proposal of a council with one proved site."""
    ours = a_proposal()
    a_site(ours.council)
    return ours
