"""The blueprint that questions and answers share."""

from flask import Blueprint

blueprint = Blueprint("questionnaire", "consult.questionnaire")

HERE = "/councils/<council>/proposals/<proposal>/questionnaire"
DESK = "/desk/<council>/proposals/<proposal>/questionnaire"
