"""Writes the rows of one SQLite file into an empty one, as fast as plain SQL goes; prints the seconds.

usage: raw_insert.py SOURCE TARGET SYNCHRONOUS [TABLE…]

Takes the tables named, or all that have rows, with their indexes. Reading the rows and making the tables
is not counted: only one transaction of `executemany`, commit included. Foreign keys are not checked.
"""

import sqlite3
import sys
import time

source_file, target_file, synchronous, *tables = sys.argv[1:]
source = sqlite3.connect(source_file)
target = sqlite3.connect(target_file, isolation_level=None)
for pragma in ("journal_mode = WAL", f"synchronous = {synchronous}", "cache_size = -65536"):
    target.execute(f"PRAGMA {pragma}")

if not tables:
    found = source.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sql%'")
    tables = [name for (name,) in found]

work = []
for table in tables:
    rows = source.execute(f"SELECT * FROM {table}").fetchall()
    if not rows:
        continue
    schema = "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type = 'index'"
    for (statement,) in source.execute(schema, (table,)):
        target.execute(statement)
    work.append((f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows))

began = time.perf_counter()
target.execute("BEGIN IMMEDIATE")
for statement, rows in work:
    target.executemany(statement, rows)
target.execute("COMMIT")
print(time.perf_counter() - began)
