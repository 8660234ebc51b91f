"""WARC files, as CC-NEWS gives them: where records start, and the pages among them as articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from viz.engine.batch.job import Chunk
from viz.engine.batch.records import Bad, Document
from viz.errors import InputError
from viz.reading.webpage import draft_from_page

MOST_PAGE_BYTES = 8 << 20


def starts(path: Path) -> Iterator[int]:
    """The byte at which each record starts; raises InputError when the file is not a WARC."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with open(path, "rb") as file:
        records = ArchiveIterator(file)
        try:
            for record in records:
                if record.format != "warc":  # what it cannot tell, warcio takes for an ARC file
                    raise ArchiveLoadFailed("its first record is none")
                yield records.get_record_offset()
        except ArchiveLoadFailed as error:
            raise InputError(f"{path.name} is not a WARC file ({str(error).strip().splitlines()[0]}).") from None


def pages(chunk: Chunk) -> Iterator[Document | Bad]:
    """Every web page that starts in the chunk; what is not a page (requests, images) is passed over."""
    from warcio.archiveiterator import ArchiveIterator

    with open(chunk.path, "rb") as file:
        file.seek(chunk.start)
        for record in (records := ArchiveIterator(file)):
            is_page = record.rec_type == "response" and "html" in (record.http_headers.get_header("Content-Type") or "")
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            content = record.content_stream().read(MOST_PAGE_BYTES + 1) if is_page else b""
            at = records.get_record_offset()  # only now: asking for it skips what has not been read
            if at >= chunk.end:
                return
            if is_page:
                yield _page(content, url or str(at), Path(chunk.path).name, str(at))


def _page(content: bytes, url: str, file: str, at: str) -> Document | Bad:
    """A page under its address. What it says of its publication date is taken: nobody can confirm a million."""
    try:
        draft = draft_from_page(content, url, url=url)
        return Document(url, draft.article(published=draft.proposed.value if draft.proposed else None))
    except InputError as error:
        return Bad(file, at, str(error))
