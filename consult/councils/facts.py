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
        "checks": _("What is checked before comments are public changed."),
        "branding": _("Colours or logo changed."),
        "postcodes": _("The list of postcodes and wards was replaced."),
        "letter_codes": _("Codes were printed for letters to residents."),
        "equality_on": _("People who take part are now asked optional questions about equality."),
        "equality_off": _("People who take part are no longer asked questions about equality."),
        "safety_exempt_public_body": _(
            "The council’s position on the Online Safety Act: exempt, as a public body’s service."
        ),
        "safety_exempt_limited_functionality": _(
            "The council’s position on the Online Safety Act: exempt, as people only comment."
        ),
        "safety_regulated": _(
            "The council’s position on the Online Safety Act: its duties apply here."
        ),
        "embed_site_proved": _("A site proved that it may show consultations."),
        "embed_site_lapsed": _("A site may no longer show consultations: its proof was gone."),
        "embed_site_removed": _("A site was taken off the list of those that show consultations."),
        "embed_open_to_all": _("Every site may now show consultations, to read only."),
        "embed_closed_to_all": _("Only sites on the council’s list may show consultations."),
    }
    return said.get(what, what)
