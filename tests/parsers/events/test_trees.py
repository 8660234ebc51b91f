"""Whatever is mended, a sentence stays a tree: a ring of words would be walked without end."""

from __future__ import annotations

import random
from datetime import date
from functools import cache

import pytest

from tests.parsers.events import test_mending_asides
from viz.model import Article
from viz.parsers.events.assembly import read_sentences
from viz.parsers.events.grammar import load_grammar
from viz.parsers.events.mending import mend
from viz.parsers.events.syntax import Token, link, move
from viz.reading import bundled
from viz.settings import Settings

LABELS = """nsubj nsubjpass dobj pobj prep conj cc advcl acl relcl ccomp xcomp appos compound nmod amod det aux auxpass mark
    advmod npadvmod agent punct poss attr""".split()


def assert_tree(tokens: list[Token]) -> None:
    """Every word is below a root, and stands once among the children of its head."""
    for token in tokens:
        above = token
        for _ in tokens:
            above = above.head
        assert above.is_root, token
        assert not token.is_root or token.dep == "ROOT", token
        assert token.is_root or token.head.children.count(token) == 1, token
        assert all(child.head is token for child in token.children), token


@cache
def sentences() -> list[list[Token]]:
    """Those of the examples, and those that the repairs were made for."""
    grammar = load_grammar(Settings().model)
    tried = " ".join(case.values[0] for case in test_mending_asides.CASES)
    texts = [*(one.text for one in bundled()), tried]
    read = [read_sentences(Article.of(text, published=date(2017, 9, 20)), (), grammar) for text in texts]
    return [sentence.tokens for several in read for sentence in several if len(sentence.tokens) > 3]


def test_the_trees_of_the_examples_are_trees() -> None:
    found = sentences()
    assert len(found) > 50
    for tokens in found:
        assert_tree(tokens)


@pytest.mark.parametrize("cut", [False, True], ids=["whole", "cut off"])
@pytest.mark.parametrize("seed", range(8))
def test_a_tree_of_any_shape_stays_one(seed: int, cut: bool) -> None:
    chance = random.Random(seed)
    for words in sentences():
        kept = words[: chance.randrange(2, len(words))] if cut else words  # a title has no stop at its end
        tokens = [Token(one.index, one.start, one.end, one.word, one.lemma, one.tag, one.dep) for one in kept]
        order = [token.index for token in tokens]
        chance.shuffle(order)
        heads = {order[0]: order[0]}
        for place, index in enumerate(order[1:], 1):
            near = [other for other in order[:place] if abs(other - index) < 8] or order[:place]
            heads[index] = chance.choice(near)
        link(tokens, [heads[token.index] for token in tokens])
        for token in tokens:
            token.children.sort(key=lambda child: child.index)
            token.dep = "ROOT" if token.is_root else chance.choice((token.dep, *LABELS))
        mend(tokens)
        assert_tree(tokens)


def test_a_branch_is_not_hung_from_a_word_of_its_own() -> None:
    tokens = [Token(place, place, place + 1, "word", "word", "NN", "dep" if place else "ROOT") for place in range(3)]
    link(tokens, [0, 0, 1])
    move(tokens[1], tokens[2])
    assert_tree(tokens)
    assert tokens[1].head is tokens[0]
    move(tokens[2], tokens[0])
    assert_tree(tokens)
    assert tokens[0].children == tokens[1:]
