"""What an officer types to answer suggested words."""

from typing import Any

from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length

from consult.core import _, _l
from consult.core.forms import Form
from consult.participation.forms.fields import shown
from consult.participation.models import Answer
from consult.participation.rules.saying import LONGEST
from consult.participation.rules.taking_up import LONGEST_REASON
from consult.participation.texts import tidy

OFFERED = {
    Answer.ACCEPTED: (_l("Accept"), _l("Put exactly these words into the draft.")),
    Answer.ACCEPTED_IN_PART: (_l("Accept in part"), _l("Write below what shall stand there.")),
    Answer.DECLINED: (_l("Decline"), _l("The draft stays as it is.")),
}


def plain(text: str | None) -> str | None:
    """Line ends as the draft has them, whatever the browser made of them."""
    return text.replace("\r\n", "\n") if text else text


class AnsweringForm(Form):
    answer = RadioField(
        _l("Your answer"), validators=[InputRequired(_l("Choose what you answer."))]
    )
    words = TextAreaField(
        _l("What shall stand in the draft"),
        filters=[shown],
        description=_l("Only if you accept in part. Change the suggested words here."),
        validators=[Length(max=LONGEST * 2, message=_l("Use 3,000 characters or fewer."))],
    )
    reason = TextAreaField(
        _l("Your reason"),
        filters=[shown],
        description=_l(
            "Needed unless you accept every word. The author receives it, and it stands beside "
            "the suggestion, where everybody can read it."
        ),
        validators=[
            Length(
                max=LONGEST_REASON * 2,
                message=_l("Your reason must be 2,000 characters or fewer."),
            )
        ],
    )
    seen = HiddenField(filters=[shown, plain])
    mark = HiddenField(filters=[shown])

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.offer(*OFFERED)

    def offer(self, *answers: Answer) -> None:
        """Leave these answers to choose from."""
        self.answer.choices = [SelectChoice(one.value, OFFERED[one][0]) for one in answers]
        self.answer.option_hints = {  # type: ignore[attr-defined]
            one.value: OFFERED[one][1] for one in answers
        }

    def agrees_with(self, suggested: str) -> bool:
        """Whether the words typed are what the answer chosen says of them."""
        typed = self.words.data
        is_same = typed is None or tidy(typed).split() == suggested.split()
        if self.answer.data == Answer.ACCEPTED and not is_same:
            self.refuse("answer", _("You changed the words below. Choose “Accept in part”."))
        elif self.answer.data == Answer.ACCEPTED_IN_PART and is_same:
            self.refuse("words", _("These are all the words suggested. Change them, or accept."))
        else:
            return True
        return False
