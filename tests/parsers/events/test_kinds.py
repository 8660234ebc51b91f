"""What kind an event is, where the word alone would mislead. The passages are made up for these tests."""

from __future__ import annotations

import pytest

from viz.model import Article, EventKind
from viz.parsers.events import load_grammar
from viz.parsers.events.assembly import read_sentences
from viz.parsers.events.kinds import Kinds
from viz.parsers.events.lexicon import lexicon
from viz.parsers.events.predicates import find_predicates
from viz.settings import Settings


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The storm flooded Osh. Winds of 200 kilometers an hour killed 12 people, rescuers said.", "killed", EventKind.DISASTER),
        ("Rebels attacked an army base near Osh. The gunmen killed 12 soldiers and wounded a commander.", "killed", EventKind.CONFLICT),
        ("Cholera spread in Osh. The disease killed 12 patients at the hospital, doctors said.", "killed", EventKind.HEALTH),
        ("Alga scored twice in the second half. The team won the cup in Osh on Sunday before 9,000 fans.", "won", EventKind.OTHER),
        ("Voters went to the polls. The opposition party won the parliamentary election with 51 seats.", "won", EventKind.ELECTION),
        ("Alga Motors won a contract to supply engines. Its shares rose 4 percent in early trading.", "won", EventKind.ECONOMY),
        ("Prosecutors opened an investigation into bribery. The judge jailed two police officers.", "opened", EventKind.JUSTICE),
        ("The company opened a factory in Osh. Production of cement starts in May, the manufacturer said.", "opened", EventKind.ECONOMY),
        ("Miners began a strike in Osh. Demonstrators blocked the road with barricades.", "blocked", EventKind.PROTEST),
        ("A fire destroyed the market in Osh. Police arrested a trader in Bishkek.", "destroyed", EventKind.DISASTER),
        ("The crowd threw stones in the market. Soldiers opened fire in Osh.", "opened", EventKind.CONFLICT),
        ("Shares fell. The mayor of Osh resigned after a profit warning by the bank.", "resigned", EventKind.OFFICE),
        ("The foreign ministers met in Osh. They signed an agreement, an envoy at the embassy said.", "signed", EventKind.DIPLOMACY),
    ],
)  # fmt: skip
def test_what_is_talked_about_decides_what_the_word_leaves_open(text: str, word: str, kind: EventKind) -> None:
    sentences = read_sentences(Article.of(text), (), load_grammar(Settings().model))
    kinds = Kinds(sentences, lexicon())
    told = {one.token.word: one for sentence in sentences for one in find_predicates(sentence, lexicon())}
    assert kinds.of(told[word]) is kind
