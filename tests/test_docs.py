"""What a user can reach is documented: commands, options, formats and settings."""

import argparse
import re
from pathlib import Path

import pytest

from viz import errors
from viz.__main__ import _parser
from viz.formats import FORMATS
from viz.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = README + "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))


def commands() -> dict[str, argparse.ArgumentParser]:
    action = next(a for a in _parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


@pytest.mark.parametrize("name", commands())
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"python -m viz {name}" in README


@pytest.mark.parametrize("option", sorted({o for c in commands().values() for a in c._actions for o in a.option_strings if o.startswith("--")} - {"--help"}))
def test_every_option_is_documented(option: str) -> None:
    assert option in MANUAL


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_documented(name: str) -> None:
    assert f"`{name}`" in MANUAL


def test_every_page_of_the_app_is_documented() -> None:
    titles = re.findall(r'title="(\w+)"', (ROOT / "viz/pages/routes.py").read_text(encoding="utf-8"))
    assert len(titles) > 2
    assert [title for title in titles if f"*{title}*" not in MANUAL and title != "Dateline"] == []


def test_every_error_stands_in_the_tree() -> None:
    drawn = re.findall(r"(\w+Error)\b", errors.__doc__ or "")
    raised = [name for name, value in vars(errors).items() if isinstance(value, type) and value is not errors.DatelineError]
    assert sorted(raised) == sorted(set(drawn) - {"DatelineError", "ValueError"})


def test_every_setting_names_its_variable_and_the_readme_lists_it() -> None:
    source = (ROOT / "viz/settings.py").read_text(encoding="utf-8")
    variables = set(re.findall(r"VIZ_[A-Z_]+", source))
    assert len(variables) >= len(Settings.__dataclass_fields__)
    assert [variable for variable in variables if variable not in README] == []


@pytest.mark.parametrize("page", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"], ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
