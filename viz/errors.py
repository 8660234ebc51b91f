"""Every error Dateline raises on purpose: one tree, one root.

    DatelineError
    ├── ModelError          a core type was given values it cannot hold (also a ValueError)
    ├── InputError          what the user gave cannot be read
    │   ├── SourceMissing   there is no such file
    │   ├── NotText         the bytes are not text
    │   ├── EmptyArticle    nothing is left to read
    │   └── BadDate         a date that is not one
    ├── DataError           an artifact of data/ is missing, damaged or of another version
    └── SettingError        a VIZ_* variable cannot be used

The message is one sentence for the user: what is wrong, and what would be right. Command line and app show it as it is.
"""


class DatelineError(Exception):
    """The root: catch it to catch everything Dateline raises on purpose."""


class ModelError(DatelineError, ValueError):
    """A core type was given values it cannot hold."""


class InputError(DatelineError):
    """What the user gave cannot be read."""


class SourceMissing(InputError):
    """There is no such file."""


class NotText(InputError):
    """The bytes are not text."""


class EmptyArticle(InputError):
    """Nothing is left to read."""


class BadDate(InputError):
    """A date that is not one."""


class DataError(DatelineError):
    """An artifact of data/ is missing, damaged or of another version."""


class SettingError(DatelineError):
    """A VIZ_* variable cannot be used."""
