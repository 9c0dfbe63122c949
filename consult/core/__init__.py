"""The floor: database, clock, errors, panels, access, text and mail; it knows no feature."""

from flask_babel import gettext, lazy_gettext
from flask_babel import ngettext as ngettext

_ = gettext
_l = lazy_gettext

__all__ = ["_", "_l", "ngettext"]
