"""A loop for what is asynchronous, in a thread of its own: Playwright leaves one running in that of the tests."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def finish(task: Coroutine[Any, Any, None]) -> None:
    """Wait until it is done."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, task).result()
