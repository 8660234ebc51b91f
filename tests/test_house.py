"""The house rules: imports point one way, only the screen knows Streamlit, files and functions stay small."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("model terms errors settings", "reading", "parsers", "engine", "charts", "atlas", "formats api", "pages", "app")
FILES = sorted([*(ROOT / "viz").rglob("*.py"), ROOT / "app.py"])
SCREEN = {"atlas", "pages", "app"}


def layer_of(room: str) -> int:
    return next(i for i, names in enumerate(LAYERS) if room in names.split())


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "viz" else parts[0]


def imports(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [f"viz.{alias.name}" for alias in node.names] if node.module == "viz" else [node.module]
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    room = room_of(path)
    if room in {"__init__", "__main__"}:  # the public names and the command line stand above the rooms
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "viz" and len(parts) > 1:
            assert layer_of(parts[1]) <= layer_of(room), f"{path} imports {name}, which lies above it"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_screen_imports_streamlit(path: Path) -> None:
    if room_of(path) not in SCREEN:
        assert not [name for name in imports(path) if name.split(".")[0] == "streamlit"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 350
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, f"{node.name} is too long"


def test_model_needs_only_the_standard_library() -> None:
    assert not [name for name in imports(ROOT / "viz/model.py") if name.split(".")[0] == "viz" and name not in ("viz.errors", "viz.terms")]
