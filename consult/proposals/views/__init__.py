"""Pages on which staff draft proposals and take them through their life."""

from consult.proposals.views import overview, sections, steps
from consult.proposals.views.blueprint import blueprint

__all__ = ["blueprint", "overview", "sections", "steps"]
