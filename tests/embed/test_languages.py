"""In which language what is handed out speaks."""

import pytest

from consult.councils.models import Role
from tests.factories import a_council, a_member, a_proposal


@pytest.mark.parametrize(
    ("languages", "asked", "given"),
    [
        (["en"], "", "en"),
        (["en", "cy"], "", "cy"),
        (["en", "cy"], "lang=en", "en"),
        (["en"], "lang=cy", "cy"),
        (["en"], "lang=xx", "en"),
    ],
)
def test_the_language_is_the_councils_unless_another_is_chosen(browser, languages, asked, given):
    ours = a_proposal(council=a_council(languages=languages))
    desk = browser.sign_in(a_member(ours.council, Role.OFFICER))

    page = desk.get(f"/desk/{ours.council.slug}/proposals/{ours.slug}/embed?{asked}")

    assert page.one("#lang option[selected]")["value"] == given
    assert f'data-lang="{given}"' in page.one("#snippet").text
    assert all(f"lang={given}" in frame["src"] for frame in page.select("iframe"))
    assert page.one("html")["lang"] == "en-GB"
    privacy = {"en": "sets no cookies", "cy": "yn gosod unrhyw gwcis"}
    assert privacy[given] in page.words
