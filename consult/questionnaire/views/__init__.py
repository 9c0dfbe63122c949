"""Addresses where officers write questions and residents answer them."""

from consult.questionnaire.views import desk, resident
from consult.questionnaire.views.blueprint import blueprint

__all__ = ["blueprint", "desk", "resident"]
