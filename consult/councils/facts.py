"""What the record says about councils' settings, in words."""

from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.changelog.sentences import says
from consult.core import _
from consult.councils.models import Role


@says(Fact.SETTINGS_CHANGED)
def _settings(fact: Recorded) -> str:
    what, role = fact.fields["what"], fact.fields["role"]
    name = Role(role).label.lower() if role else ""
    said = {
        "council_created": _("The council joined."),
        "role_given": _("Somebody was given the role of %(name)s.", name=name),
        "role_taken": _("Somebody gave up the role of %(name)s.", name=name),
        "answer_days": _("The time in which questions are answered changed."),
        "branding": _("Colours or logo changed."),
        "postcodes": _("The list of postcodes and wards was replaced."),
        "letter_codes": _("Codes were printed for letters to residents."),
        "equality_on": _("People who take part are now asked optional questions about equality."),
        "equality_off": _("People who take part are no longer asked questions about equality."),
    }
    return said.get(what, what)
