"""A proposed change in data sharing and its life, from first draft to decided.

Answers for what a proposal says, whether it is lawful and ready, its versions and its states;
leaves votes and comments, themes and the decision itself to the packages above.
"""
