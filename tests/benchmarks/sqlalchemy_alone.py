"""What the ledger's library takes to be imported: of the way to a search, the part that is not ours.

Prints when it was imported as one line of JSON; the interpreter's own start is a tenth of that.
"""

from __future__ import annotations

import importlib
import json

from tests.benchmarks.clock import now


def main() -> None:
    importlib.import_module("sqlalchemy.dialects.sqlite.pysqlite")
    print(json.dumps({"imported": now()}))


if __name__ == "__main__":
    main()
