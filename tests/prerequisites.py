"""Says, before the tests run, what this machine lacks and what is therefore not proven."""

from __future__ import annotations

import os

from tests.servers import tools_of_servers


def main() -> None:
    """Install what the browser tests need where that is possible, and say what is missing."""
    if tools_of_servers():  # the run opens a server of its own
        return
    url = os.environ.get("CABINET_TEST_POSTGRESQL", "postgresql:///postgres")
    try:
        import psycopg

        psycopg.connect(url, connect_timeout=3).close()
    except Exception as error:
        print(f"PostgreSQL is absent ({type(error).__name__}): its tests are skipped, and")
        print("nothing is proven here about the gate on PostgreSQL.")


if __name__ == "__main__":
    main()
