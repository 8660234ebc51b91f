"""Every error Dateline raises on purpose: one tree, one root.

    DatelineError
    ├── ModelError          a core type was given values it cannot hold (also a ValueError)
    ├── InputError          what the user gave cannot be read
    │   ├── MissingSourceError  there is no such file
    │   ├── NotTextError        the bytes are not text
    │   ├── EmptyArticleError   nothing is left to read
    │   ├── TooLargeError       more than Dateline takes in, packed or unpacked
    │   ├── DamagedError        a file that is not what it says it is, or is locked
    │   ├── RefusedAddressError a URL Dateline does not fetch: another scheme, or a machine of this network
    │   ├── UnreachableError    a URL that gives no page
    │   └── BadDateError        a date that is not one
    ├── OutputError         what was found cannot be written
    ├── LibraryError        the library of articles cannot be opened, read or written
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


class MissingSourceError(InputError):
    """There is no such file."""


class NotTextError(InputError):
    """The bytes are not text."""


class EmptyArticleError(InputError):
    """Nothing is left to read."""


class TooLargeError(InputError):
    """More than Dateline takes in, packed or unpacked."""


class DamagedError(InputError):
    """A file that is not what it says it is, or is locked."""


class RefusedAddressError(InputError):
    """A URL Dateline does not fetch: another scheme, or a machine of this network."""


class UnreachableError(InputError):
    """A URL that gives no page."""


class BadDateError(InputError):
    """A date that is not one."""


class DataError(DatelineError):
    """An artifact of data/ is missing, damaged or of another version."""


class OutputError(DatelineError):
    """What was found cannot be written."""


class LibraryError(DatelineError):
    """The library of articles cannot be opened, read or written."""


class SettingError(DatelineError):
    """A VIZ_* variable cannot be used."""
