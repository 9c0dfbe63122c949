"""Addresses of councils' staff, invitations and branding."""

from consult.councils.views import answers, branding, invitations, residents, team
from consult.councils.views.blueprint import blueprint

__all__ = [
    "answers",
    "blueprint",
    "branding",
    "invitations",
    "residents",
    "team",
]
