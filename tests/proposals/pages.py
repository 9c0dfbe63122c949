"""Addresses at the desk, and what a browser would send from a form there."""


def at(proposal, *rest):
    return "/".join(["/desk", proposal.council.slug, "proposals", proposal.slug, *rest])


def typed(page):
    """Everything that a browser would send from the form of a section."""
    form = "#section form "
    fields = [
        (each["name"], each.get("value") or "")
        for each in page.select(f"{form}input")
        if each.get("type") not in ("radio", "checkbox") or "checked" in each.attributes
    ]
    fields += [(each["name"], each.element.text or "") for each in page.select(f"{form}textarea")]
    for select in page.select(f"{form}select"):
        chosen = [
            option.get("value") or ""
            for option in select.element.iter()
            if option.tag.endswith("option") and "selected" in option.attrib
        ]
        fields.append((select["name"], chosen[0] if chosen else ""))
    sent = {}
    for name, value in fields:
        sent.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in sent.items()}
