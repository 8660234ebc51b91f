"""From one article to an archive: a pile of records in, partitioned Parquet out.

    run(Job(Path("news.jsonl"), Path("out"), Tier.EVENTS), workers=2)

    plan      the input is cut into chunks: byte ranges, row groups, runs of files     chunks.py
    read      a chunk is read record by record, the bad ones with their reason         records.py
    write     its mentions and events become one part file a table, atomically         work.py, tables.py
    go on     chunks that are done are not done again, whatever stopped the last run   ledger.py, run.py

The output of a chunk depends on nothing but the chunk and the program: it may be made twice, by anyone, in any order.
"""

from viz.engine.batch.job import Job, Tier
from viz.engine.batch.run import Outcome, Progress, run

__all__ = ["Job", "Outcome", "Progress", "Tier", "run"]
