"""The same flow, with so many points and providers, in the languages of other model checkers.

Each file here is a language, with what an operator means in it. They share nothing with the engine:
a verdict on which another tool agrees is agreed on by a translation of its own.
"""
