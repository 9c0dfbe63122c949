"""What people type: residents to answer a question and to send, officers to write one."""

from consult.participation.forms import ButtonForm
from consult.questionnaire.forms.answers import AgainForm, AnswerForm, SendForm, answer_form
from consult.questionnaire.forms.questions import QuestionForm

__all__ = ["AgainForm", "AnswerForm", "ButtonForm", "QuestionForm", "SendForm", "answer_form"]
