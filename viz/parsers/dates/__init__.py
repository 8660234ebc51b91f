"""Time expressions: find, resolve, render.

text -> tokens -> grammar -> expressions -> resolved against the story -> DateMention
"""

from viz.parsers.dates.find import find_dates

__all__ = ["find_dates"]
