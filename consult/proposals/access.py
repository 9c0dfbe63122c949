"""A mark for staff who write: whoever was signed out meanwhile keeps what they typed."""

from typing import Any

from flask import request

from consult.accounts.session import viewer
from consult.core import access
from consult.councils.access import Role, staff
from consult.proposals.panels import signed_out_panel

OFFERED_AGAIN = ("csrf_token",)


def writers(*roles: Role) -> Any:
    """Let in staff with these roles; hand what a signed-out person sent back to them."""

    def put(view: access.View) -> access.View:
        marked: access.View = staff(*roles)(view)
        allowed = marked.check_access  # type: ignore[attr-defined]

        def check() -> Any:
            if request.method == "POST" and viewer() is None:
                typed = [
                    (name, value)
                    for name, value in request.form.items(multi=True)
                    if name not in OFFERED_AGAIN
                ]
                return signed_out_panel(request.path, typed).reply(403)
            return allowed()

        marked.check_access = check  # type: ignore[attr-defined]
        marked.checks_own_token = True  # type: ignore[attr-defined]
        return marked

    return put
