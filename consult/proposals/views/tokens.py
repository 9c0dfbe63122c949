"""Whether a form was sent from our own page in this session."""

from consult.core import _
from consult.core.forms import Form


def is_good(form: Form) -> bool:
    """Check the form; a token of an earlier session asks for one more press of the button."""
    if form.validate_on_submit():
        return True
    if "csrf_token" in form.errors:
        form.form_errors.append(
            _("You have signed in again since you opened this page. Press the button once more.")
        )
    return False
