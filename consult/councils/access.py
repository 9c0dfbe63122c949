"""The mark for staff: which roles may knock at a desk."""

from typing import Any

from flask import g, request

from consult.accounts.session import to_sign_in, viewer
from consult.core import _, access
from consult.core.errors import Forbidden, NotFound
from consult.councils import queries
from consult.councils.models import Role as Role


def staff(*roles: Role) -> Any:
    """Let in who holds one of these roles in the address's council; no role named means any."""

    def check() -> Any:
        person = viewer()
        if person is None:
            return to_sign_in()
        council = queries.council(str((request.view_args or {}).get("council")))
        held = queries.roles_of(person, council)
        if not held:
            raise NotFound()
        if roles and not held.intersection(roles):
            names = ", ".join(role.label.lower() for role in roles)
            raise Forbidden(
                _("Your role does not include this. It is for: %(names)s.", names=names)
            )
        g.desk_roles = held
        return None

    name = "staff:" + (",".join(sorted(role.value for role in roles)) or "any")
    return access.mark(name, check)


def owners(view: access.View) -> access.View:
    """Let in who looks after staff, branding and settings."""
    marked: access.View = staff(Role.OWNER)(view)
    return marked
