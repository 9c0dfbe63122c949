"""What people type into notices of defamation, complaints, and a council's position on safety."""

from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length

from consult.core import _l
from consult.core.forms import Form, TrapForm
from consult.moderation.forms.fields import tidy
from consult.moderation.models import POSITIONS, Position
from consult.moderation.notices import Event
from consult.moderation.rules import Particulars, Reply
from consult.moderation.safety import LEVELS, Level

YES, NO = "yes", "no"
_LONG = Length(max=2000, message=_l("Use 2,000 characters or fewer."))
_SHORT = Length(max=120, message=_l("Use 120 characters or fewer."))
_YES_NO = [SelectChoice(YES, _l("Yes")), SelectChoice(NO, _l("No"))]


def _email() -> StringField:
    return StringField(
        _l("Your e-mail address"),
        description=_l("We answer here. It is never shown in public."),
        validators=[
            InputRequired(_l("Enter your e-mail address, so that we can answer.")),
            Length(max=254, message=_l("Enter an e-mail address of at most 254 characters.")),
        ],
    )


class NoticeForm(TrapForm):
    """What the law asks of whoever says that a comment defames them."""

    said = TextAreaField(
        _l("Which words in the comment are about you?"), filters=[tidy], validators=[_LONG]
    )
    meaning = TextAreaField(
        _l("What do they say about you, and how does that harm your good name?"),
        filters=[tidy],
        validators=[_LONG],
    )
    wrong = TextAreaField(
        _l("What is untrue?"),
        description=_l("If it is an opinion, say which facts it lacks."),
        filters=[tidy],
        validators=[_LONG],
    )
    name = StringField(_l("Your full name"), filters=[tidy], validators=[_SHORT])
    email = _email()
    cannot_sue = BooleanField(
        _l("I do not know enough about the author to bring a claim against them")
    )
    may_share = RadioField(
        _l("May we give your name and e-mail address to the author?"),
        choices=_YES_NO,
        validators=[InputRequired(_l("Say whether the author may have your details."))],
    )

    @property
    def particulars(self) -> Particulars:
        """All of it, as the rule takes it."""
        return Particulars(
            name=self.name.data or "",
            email=self.email.data or "",
            said=self.said.data or "",
            meaning=self.meaning.data or "",
            wrong=self.wrong.data or "",
            cannot_sue=bool(self.cannot_sue.data),
            may_share=self.may_share.data == YES,
        )


class ReplyForm(Form):
    """What the author of the words answers."""

    agrees = RadioField(
        _l("May we take your comment down?"),
        choices=[
            SelectChoice(YES, _l("Yes, take it down")),
            SelectChoice(NO, _l("No, I want it to stay")),
        ],
        validators=[InputRequired(_l("Choose whether we may take it down."))],
    )
    name = StringField(_l("Your full name, if it is to stay"), filters=[tidy], validators=[_SHORT])
    address = TextAreaField(
        _l("Your postal address, if it is to stay"),
        description=_l("Kept apart and never shown in public."),
        filters=[tidy],
        validators=[Length(max=500, message=_l("Use 500 characters or fewer."))],
    )
    may_share = BooleanField(_l("You may give my name and address to the person who gave notice"))

    @property
    def reply(self) -> Reply:
        """All of it, as the rule takes it."""
        name, address = self.name.data or "", self.address.data or ""
        return Reply(self.agrees.data == YES, name, address, bool(self.may_share.data))


class StepForm(Form):
    """The next step of a notice."""

    event = RadioField(
        _l("What happens next?"),
        coerce=Event,
        choices=[],
        validators=[InputRequired(_l("Choose what happens next."))],
        validate_choice=False,
    )


class FindForm(Form):
    """The address of a comment."""

    address = StringField(
        _l("The comment’s address"),
        description=_l("Copy it from “Link” below the comment."),
        filters=[tidy],
        validators=[InputRequired(_l("Paste the address of the comment."))],
    )


class ComplaintForm(TrapForm):
    """A complaint about how personal data is handled."""

    words = TextAreaField(
        _l("What went wrong with personal data?"),
        description=_l("Say what happened and what you would like the council to do."),
        filters=[tidy],
        validators=[
            InputRequired(_l("Say what went wrong.")),
            Length(max=5000, message=_l("Use 5,000 characters or fewer.")),
        ],
    )
    name = StringField(
        _l("Your name (you can leave this empty)"), filters=[tidy], validators=[_SHORT]
    )
    email = _email()


class NoteForm(Form):
    """News for somebody who complained."""

    words = TextAreaField(
        _l("What should the person know?"),
        filters=[tidy],
        validators=[InputRequired(_l("Write what the person should know.")), _LONG],
    )
    is_outcome = BooleanField(_l("This is the outcome. It closes the complaint"))


class PositionForm(Form):
    """How the council stands to the Online Safety Act."""

    position = RadioField(
        _l("How does the council stand?"),
        choices=[SelectChoice(position, label) for position, label in POSITIONS.items()],
        coerce=Position,
        validators=[InputRequired(_l("Choose how the council stands."))],
    )
    reasons = TextAreaField(
        _l("Why?"),
        description=_l("Everybody can read this."),
        filters=[tidy],
        validators=[InputRequired(_l("Give the reasons. Everybody can read them.")), _LONG],
    )


class RiskForm(Form):
    """What was found of one kind of illegal content."""

    likelihood = RadioField(
        _l("How likely is it here?"),
        choices=[SelectChoice(level, label) for level, label in LEVELS.items()],
        coerce=Level,
        validators=[InputRequired(_l("Choose how likely it is."))],
    )
    impact = RadioField(
        _l("How bad would it be?"),
        choices=[SelectChoice(level, label) for level, label in LEVELS.items()],
        coerce=Level,
        validators=[InputRequired(_l("Choose how bad it would be."))],
    )
    measures = TextAreaField(
        _l("What do you do about it?"),
        filters=[tidy],
        validators=[InputRequired(_l("Say what you do about it.")), _LONG],
    )
