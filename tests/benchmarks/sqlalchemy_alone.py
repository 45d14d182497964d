"""What the ledger's library takes to be imported: of the way to a search, the part that is not ours.

Prints when that began and when it was imported as one line of JSON.
"""

from __future__ import annotations

import importlib
import json

from tests.benchmarks.clock import now


def main() -> None:
    begun = now()
    importlib.import_module("sqlalchemy.dialects.sqlite.pysqlite")
    print(json.dumps({"begun": begun, "imported": now()}))


if __name__ == "__main__":
    main()
