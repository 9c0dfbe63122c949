"""Addresses where people vote, comment and confirm."""

from consult.participation.views import (
    answering,
    comments,
    confirming,
    equality,
    given_words,
    items,
    offline,
    parts,
    questions,
    residence,
    suggesting,
    threads,
    votes,
)
from consult.participation.views.blueprint import blueprint

__all__ = [
    "answering",
    "blueprint",
    "comments",
    "confirming",
    "equality",
    "given_words",
    "items",
    "offline",
    "parts",
    "questions",
    "residence",
    "suggesting",
    "threads",
    "votes",
]
