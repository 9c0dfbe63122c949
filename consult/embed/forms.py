"""What people type inside a frame: the same forms, with a pass in place of a session's token."""

from wtforms import HiddenField
from wtforms.validators import Length, Optional

from consult.core.forms import Form
from consult.participation.forms import CommentForm, VoteForm
from consult.participation.forms import Stance as Stance

LONGEST_PASS = 4000


class _Framed(Form):
    class Meta(Form.Meta):
        csrf = False

    token = HiddenField(validators=[Optional(), Length(max=LONGEST_PASS)])


class FramedVoteForm(_Framed, VoteForm):
    pass


class FramedCommentForm(_Framed, CommentForm):
    pass


class FramedButtonForm(_Framed):
    """A button and nothing to type."""
