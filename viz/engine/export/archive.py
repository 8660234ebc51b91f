"""Our own JSON: everything a Timeline holds, and back without loss.

The names are those of viz/model.py, days are ISO strings, enumerations their values, tuples lists. `VERSION` rises when
an old file can no longer be read. docs/timeline.schema.json describes it; `schema` writes that file.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from viz.errors import InputError, ModelError
from viz.model import Timeline

FORMAT = "dateline-timeline"
VERSION = 1


def write(timeline: Timeline) -> str:
    """The timeline as JSON in ASCII, so that even half a surrogate pair survives."""
    return json.dumps({"format": FORMAT, "version": VERSION} | plain(timeline), indent=1) + "\n"


def read(text: str | bytes) -> Timeline:
    """The timeline of a file that `write` made. Raises InputError saying what is wrong with any other."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"This is not JSON ({error}); give a file exported as json.") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise InputError(f'This JSON is not a timeline; its "format" should be "{FORMAT}".')
    if found.get("version") != VERSION:
        raise InputError(f"This timeline is of version {found.get('version')!r}; this program reads version {VERSION}.")
    try:
        return cast(Timeline, typed(Timeline, found, "timeline"))
    except ModelError as error:
        raise InputError(f"This timeline cannot be read: {error}.") from None


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the format."""
    definitions: dict[str, Any] = {}
    whole = _schema(Timeline, definitions)
    head = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    body = definitions.pop(whole["$ref"].rpartition("/")[2])
    body["properties"] = head | body["properties"]
    body["required"] = [*head, *body["required"]]
    body["$defs"] = dict(sorted(definitions.items()))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Dateline timeline", **body}


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def plain(value: Any) -> Any:
    """A value of the model as JSON holds it."""
    if is_dataclass(value):
        kind: type = type(value)
        return {name: plain(getattr(value, name)) for name in _hints(kind)}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def typed(kind: Any, value: Any, path: str) -> Any:
    """A plain value as the type the model asks for. Raises ModelError; `path` names the value that does not fit."""
    if isinstance(kind, UnionType):
        return None if value is None else typed(next(k for k in get_args(kind) if k is not NoneType), value, path)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), value, path)
    if is_dataclass(kind):
        return _record(cast(type, kind), value, path)
    try:
        if kind is date:
            return date.fromisoformat(value)
        if issubclass(kind, Enum):
            return kind(value)
    except (ValueError, TypeError):
        raise ModelError(f"{path} is {value!r:.60}, which is no {kind.__name__}") from None
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise ModelError(f"{path} should be of type {kind.__name__}, not {value!r:.60}")
    return value


def _record(kind: type, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise ModelError(f"{path} should be an object, not {value!r:.60}")
    hints = _hints(kind)
    if missing := [name for name in hints if name not in value]:
        raise ModelError(f"{path} lacks {missing[0]!r}")
    return kind(**{name: typed(hint, value[name], f"{path}.{name}") for name, hint in hints.items()})


def _tuple(kinds: tuple[Any, ...], value: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ModelError(f"{path} should be a list, not {value!r:.60}")
    if kinds[-1] is Ellipsis:
        return tuple(typed(kinds[0], part, f"{path}[{at}]") for at, part in enumerate(value))
    if len(kinds) != len(value):
        raise ModelError(f"{path} should have {len(kinds)} parts, not {len(value)}")
    return tuple(typed(kind, part, f"{path}[{at}]") for at, (kind, part) in enumerate(zip(kinds, value, strict=True)))


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if isinstance(kind, UnionType):
        return {"anyOf": [_schema(part, definitions) for part in get_args(kind)]}
    if get_origin(kind) is tuple:
        first, *rest = get_args(kind)
        length = {} if rest == [Ellipsis] else {"minItems": 1 + len(rest), "maxItems": 1 + len(rest)}
        return {"type": "array", "items": _schema(first, definitions)} | length
    if is_dataclass(kind):
        return _schema_of(cast(type, kind), definitions)
    if kind is date:
        return {"type": "string", "format": "date"}
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}[kind]}


def _schema_of(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # holds the place: a When may hold other Whens
        hints = _hints(kind)
        properties = {name: _schema(hint, definitions) for name, hint in hints.items()}
        definitions[kind.__name__] = {"type": "object", "properties": properties, "required": list(hints)}
    return {"$ref": f"#/$defs/{kind.__name__}"}
