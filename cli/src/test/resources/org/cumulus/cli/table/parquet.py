"""Makes the Parquet files of ParquetTableTest: python3 parquet.py. Made with pyarrow 25.0.1."""
import datetime as dt
import decimal

import pyarrow as pa
import pyarrow.parquet as pq

early = dt.datetime(2024, 1, 1, 9)  # As a text without a zero it would come last.
later = dt.datetime(2024, 1, 1, 12, 0, 0, 500000)
table = pa.table({
    "id": pa.array([1, 2, 3], pa.int64()),
    "u64": pa.array([2**64 - 1, 1, None], pa.uint64()),
    "f32": pa.array([0.1, 0.2, None], pa.float32()),
    "f64": pa.array([0.1, 0.2, 0.3]),
    "dec": pa.array([decimal.Decimal("1.10"), decimal.Decimal("-2.25"), None], pa.decimal128(10, 2)),
    "text": ['a,"b', "", None],
    "flag": [True, False, None],
    "day": pa.array([dt.date(2024, 1, 2), dt.date(2024, 1, 1), None]),
    "utc": pa.array([later, early, None], pa.timestamp("ms", tz="UTC")),
    "local": pa.array([later, early, None], pa.timestamp("ns")),
})
for codec in "snappy", "zstd", "gzip", "none":
    pq.write_table(table, f"types-{codec}.parquet", compression=codec)
pq.write_table(pa.table({"a": [1], "list": [[1, 2]]}), "nested.parquet")
