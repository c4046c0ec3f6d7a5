"""On PostgreSQL a session cannot bend what the words of a guard mean."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.engines import Postgresql, opened

_BENT = (
    "CREATE SCHEMA bent",
    "CREATE FUNCTION bent.never(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT FALSE'",
    "CREATE OPERATOR bent.<> (LEFTARG = text, RIGHTARG = text, FUNCTION = bent.never)",
    "CREATE FUNCTION bent.current_setting(text) RETURNS text LANGUAGE sql "
    "AS $$SELECT 'public, pg_temp'$$",
)


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "path", ["bent, pg_catalog, public", "public", "pg_temp, public", "public, bent, pg_temp"]
)
def test_session_with_a_path_of_its_own_writes_nothing(postgresql: Postgresql, path: str) -> None:
    with opened(postgresql):
        settings = connection.settings_dict
        with postgresql.bare(settings, postgresql.owner) as owner:
            for statement in _BENT:
                owner.execute(statement)
            owner.execute(f"GRANT USAGE ON SCHEMA bent TO {postgresql.worker}")
        with postgresql.bare(settings) as worker:
            worker.execute(f"SET search_path = {path}")
            with pytest.raises(Exception, match="LED011") as refused:
                worker.execute("UPDATE public.registry_series SET in_use = in_use")

    assert "search path public, pg_temp only" in str(refused.value)
