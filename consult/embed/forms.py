"""What people type inside a frame: the same forms, with a pass in place of a session's token."""

from typing import Any

from wtforms import HiddenField
from wtforms.validators import Length, Optional

from consult.core import _
from consult.core.forms import Form
from consult.participation.forms import CommentForm, ItemsForm, VoteForm
from consult.participation.forms import Stance as Stance

LONGEST_PASS = 8000  # a pass to undo holds the reason that stood before


class _Framed(Form):
    class Meta(Form.Meta):
        csrf = False

    token = HiddenField(validators=[Optional(), Length(max=LONGEST_PASS)])
    person = HiddenField(validators=[Optional(), Length(max=LONGEST_PASS)])


class FramedVoteForm(_Framed, VoteForm):
    pass


class FramedCommentForm(_Framed, CommentForm):
    pass


class FramedItemsForm(_Framed, ItemsForm):
    def validate(self, extra_validators: Any = None) -> bool:
        """One answer at least, before an address is asked for."""
        good = super().validate(extra_validators)
        if good and not self.answers:
            self.form_errors.append(str(_("Answer at least one of these.")))
            return False
        return good


Acting = FramedVoteForm | FramedCommentForm | FramedItemsForm


class AnswerForm(Form):
    """Yes to the question that a window of ours puts; `asked` says when it was put."""

    asked = HiddenField(render_kw={"id": False}, validators=[Optional(), Length(max=LONGEST_PASS)])


class FramedButtonForm(_Framed):
    """A button and nothing to type."""
