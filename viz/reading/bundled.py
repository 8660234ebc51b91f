"""The articles that ship with the program, as data/articles/articles.toml lists them."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from viz.errors import DataError
from viz.model import Article
from viz.reading.text import article_from_text
from viz.settings import settings


def bundled() -> tuple[Article, ...]:
    """Every bundled article with its title, publication date and source; the first opens when the app starts."""
    return _read(settings().data / "articles")


@cache
def _read(folder: Path) -> tuple[Article, ...]:
    index = folder / "articles.toml"
    try:
        entries = tomllib.loads(index.read_text(encoding="utf-8"))["article"]
        return tuple(_article(folder, entry) for entry in entries)
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(f"The bundled articles cannot be read from {folder} ({error}); restore the folder.") from None


def _article(folder: Path, entry: dict[str, Any]) -> Article:
    text = (folder / entry["file"]).read_bytes().decode("utf-8")
    article = article_from_text(text, title=entry.get("title", ""), source=entry["source"])
    return replace(article, published=entry["published"])  # TOML gives a date
