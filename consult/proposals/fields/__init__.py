"""Everything a proposal says, as fifteen sections of fields."""

from consult.proposals.fields import care, information, law, need, risks, story, taking_part
from consult.proposals.fields.kinds import Field, Kind, Section

__all__ = ["FIELDS", "SECTIONS", "Field", "Kind", "Section", "field", "section", "section_of"]

SECTIONS: tuple[Section, ...] = (
    *story.SECTIONS,
    *information.SECTIONS,
    *law.SECTIONS,
    *need.SECTIONS,
    *care.SECTIONS,
    *risks.SECTIONS,
    taking_part.CONSULTATION,
)
FIELDS: dict[str, Field] = {each.key: each for part in SECTIONS for each in part.fields}
_SECTIONS = {part.key: part for part in SECTIONS}
_SECTION_OF = {each.key: part for part in SECTIONS for each in part.fields}


def section(key: str) -> Section:
    """Find a section by its key."""
    return _SECTIONS[key]


def field(key: str) -> Field:
    """Find a field by its key."""
    return FIELDS[key]


def section_of(field_key: str) -> Section:
    """Find the section in which a field is asked."""
    return _SECTION_OF[field_key]
