"""Words of an article where Streamlit reads Markdown: headlines, captions, error boxes.

Left as they are, an image in a headline would be fetched from its server, and "$5 million to $6 million" be a formula.
"""

from __future__ import annotations

_MARKS = frozenset("\\`*_{}[]()<>#+-.!|$:~&")


def inert(words: str) -> str:
    """The words on one line, every mark of Markdown escaped, so that each letter shows as it is."""
    return "".join(f"\\{char}" if char in _MARKS else char for char in " ".join(words.split()))
