"""Writing a draft, section by section: nothing typed is lost."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid, NotFound
from consult.councils.access import Role
from consult.proposals import panels, queries, rules
from consult.proposals.access import writers
from consult.proposals.fields import SECTIONS
from consult.proposals.forms import section_form
from consult.proposals.forms.sections import SectionForm, too_many
from consult.proposals.views.blueprint import HERE, blueprint
from consult.proposals.views.tokens import is_good

KEYS = tuple(part.key for part in SECTIONS)


@blueprint.route(f"{HERE}/<proposal>/sections/<section>", methods=["GET", "POST"])
@writers(Role.OFFICER)
def section(council: str, proposal: str, section: str) -> ResponseReturnValue:
    """Ask the questions of a section, and keep the answers."""
    ours = queries.desk_proposal(council, proposal)
    if section not in KEYS:
        raise NotFound()
    form = section_form(ours, section)
    if not form.is_submitted():
        return panels.section_panel(ours, section, form).reply()
    if form.turn():
        return panels.section_panel(ours, section, form, turned=True).reply()
    if not is_good(form) or too_many(form):
        return panels.section_panel(ours, section, form).reply(422)
    return _keep(council, proposal, section, form)


def _keep(council: str, proposal: str, section: str, form: SectionForm) -> ResponseReturnValue:
    """Save; beside a field, or beside what somebody else saved, the typed text stays."""
    ours = queries.desk_proposal(council, proposal)
    try:
        rules.save_section(me(), ours, section, form.values(), seen=form.seen.data or "")
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
        return panels.section_panel(ours, section, form).reply(422)
    except rules.Overtaken:
        form.seen.data = rules.section_mark(ours, section)
        return panels.section_panel(ours, section, form, overtaken=True).reply(409)
    following = KEYS.index(section) + 1
    if form.next.data and following < len(KEYS):
        there = url_for(
            "proposals.section", council=council, proposal=ours.slug, section=KEYS[following]
        )
    else:
        there = url_for("proposals.overview", council=council, proposal=ours.slug)
    return redirect(there, 303)
