"""Widgets on councils' own sites: which sites may show them, how they look, how people act inside.

What a widget says comes from the panels and queries of the features below.
"""
