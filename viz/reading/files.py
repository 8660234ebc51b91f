"""The bytes of a file, and one sentence when there are none."""

from __future__ import annotations

from pathlib import Path

from viz.errors import InputError, MissingSourceError
from viz.reading.limits import check_size


def content_of(path: Path, *, limited: bool = True) -> bytes:
    """The bytes of a file; `limited` refuses more than an article may have before they are read.

    Raises MissingSourceError when there is no such file, TooLargeError, InputError when it cannot be read.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder; give a file.")
    try:
        if limited:
            check_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError:
        sentence = f"There is no file {path}; give the path of a file, an address, or - for standard input."
        raise MissingSourceError(sentence) from None
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); give a file you may read.") from None
