"""What people type to vote, to comment, and to confirm their address."""

from consult.participation.forms.answering import AnsweringForm
from consult.participation.forms.comments import CommentForm, EditForm
from consult.participation.forms.confirming import ButtonForm, CodeForm, WithdrawForm
from consult.participation.forms.helpful import HelpfulEmailForm, HelpfulForm
from consult.participation.forms.items import ItemsForm, form_for
from consult.participation.forms.offline import BatchForm, ReceiptForm, ResponseForm, ReturnForm
from consult.participation.forms.parts import PartForm
from consult.participation.forms.questions import AnswerForm
from consult.participation.forms.residence import LetterForm, PostcodeForm, WardForm
from consult.participation.forms.suggesting import (
    SuggestionForm,
    SupportEmailForm,
    SupportForm,
)
from consult.participation.forms.votes import VoteForm
from consult.participation.models import Stance

__all__ = [
    "AnswerForm",
    "AnsweringForm",
    "BatchForm",
    "ButtonForm",
    "CodeForm",
    "CommentForm",
    "EditForm",
    "HelpfulEmailForm",
    "HelpfulForm",
    "ItemsForm",
    "LetterForm",
    "PartForm",
    "PostcodeForm",
    "ReceiptForm",
    "ResponseForm",
    "ReturnForm",
    "Stance",
    "SuggestionForm",
    "SupportEmailForm",
    "SupportForm",
    "VoteForm",
    "WardForm",
    "WithdrawForm",
    "form_for",
]
