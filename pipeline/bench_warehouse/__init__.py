"""Times the warehouse at size: `make bench-warehouse ARTICLES=1000000` builds a synthetic store and asks it everything.

Every time is of the wall clock of a whole step, on the machine as it is; beside the build stands a plain
`COPY ... FROM` Parquet of the same rows in the same run.
"""
