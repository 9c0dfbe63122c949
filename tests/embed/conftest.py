import pytest

from tests.embed.listening import WELSH, english_in, listening
from tests.embed.sites import a_site
from tests.factories import a_council, a_proposal
from tests.participation.grids import a_grid, asking

LAWFUL = {"lawful_basis": [{"party": "p2", "article6": "public_task"}]}


@pytest.fixture
def proposal(app):
    """An open proposal of a council with one proved site."""
    ours = a_proposal()
    a_site(ours.council)
    return ours


@pytest.fixture
def bilingual(app):
    """An open proposal with items, of a council that writes in Welsh, too, with a proved site."""
    ours = asking(content=a_grid(**WELSH, **LAWFUL), council=a_council(languages=["en", "cy"]))
    a_site(ours.council)
    return ours


@pytest.fixture
def missed(app):
    """Sentences of ours that were asked for in Welsh and are not in the catalogue."""
    with listening(app) as found:
        yield found


@pytest.fixture
def in_welsh(missed):
    """Check what an answer says, and hand it on."""

    def check(page, status=200):
        assert page.status_code == status, page.words
        assert page.one("html")["lang"] == "cy"
        assert english_in(page, missed) == []
        for each in page.select("form[target=_self], a[target=_self][href^='/']"):
            assert "lang=cy" in (each.get("action") or each["href"])
        return page

    return check
