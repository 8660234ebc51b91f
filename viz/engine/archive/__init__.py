"""Millions of events where they lie: counts in time, clusters on the ground, and the events behind them.

    archive = Archive(folder)                  the output folder of a batch; the Parquet files are read in place
    archive.bins(wanted)                       how many events in each stretch of time
    archive.clusters(wanted, zoom)             how many at each spot of the map
    archive.page(wanted)                       the first hundred of them, in time order

Every answer is a query of DuckDB over the columns it needs; nothing is loaded as a whole.
"""

from viz.engine.archive.archive import UNITS, Archive, Bin, Cluster, Row
from viz.engine.archive.wanted import Ground, Wanted

__all__ = ["UNITS", "Archive", "Bin", "Cluster", "Ground", "Row", "Wanted"]
