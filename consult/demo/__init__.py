"""Invented councils told through the rules, one-click persons and mail; absent unless asked for."""
