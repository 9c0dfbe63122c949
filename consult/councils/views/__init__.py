"""Addresses of councils' staff, invitations and branding."""

from consult.councils.views import branding, invitations, team
from consult.councils.views.blueprint import blueprint

__all__ = ["blueprint", "branding", "invitations", "team"]
