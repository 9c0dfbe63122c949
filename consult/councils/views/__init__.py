"""Addresses of councils' staff, invitations and branding."""

from consult.councils.views import answers, branding, checks, invitations, residents, team
from consult.councils.views.blueprint import blueprint

__all__ = [
    "answers",
    "blueprint",
    "branding",
    "checks",
    "invitations",
    "residents",
    "team",
]
