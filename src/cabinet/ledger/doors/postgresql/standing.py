"""What stands of the departments' door in PostgreSQL's own catalogue, and what its role may do."""

from __future__ import annotations

# One line for each table with its rights and whether row-level security is forced, each policy,
# each view of the door and each of its functions.
CATALOGUE = """
    SELECT encode(sha256(convert_to(string_agg(line, E'\\n' ORDER BY line), 'UTF8')), 'hex')
    FROM (
        SELECT concat_ws('|', 'table', n.nspname, c.relname, c.relkind, c.relrowsecurity,
            c.relforcerowsecurity, c.relowner::regrole, c.relacl, c.reloptions) AS line
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'door') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        UNION ALL
        SELECT concat_ws('|', 'column', a.attrelid::regclass, a.attname, a.attacl)
        FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'door') AND a.attacl IS NOT NULL
        UNION ALL
        SELECT concat_ws('|', 'policy', schemaname, tablename, policyname, permissive, roles, cmd,
            qual, with_check) FROM pg_policies
        UNION ALL
        SELECT concat_ws('|', 'view', viewname, definition) FROM pg_views
        WHERE schemaname = 'door'
        UNION ALL
        SELECT concat_ws('|', 'function', p.proname, p.prosecdef, p.proconfig, p.proowner::regrole,
            p.proacl, p.prosrc)
        FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
        WHERE n.nspname = 'door'
    ) AS lines
"""

# Each must be false.
DEPARTMENT_ROLE_IS = """
    SELECT r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
        EXISTS (SELECT 1 FROM pg_auth_members AS m WHERE m.member = r.oid),
        EXISTS (SELECT 1 FROM pg_class AS c WHERE c.relowner = r.oid),
        has_database_privilege(current_database(), 'TEMPORARY, CREATE'),
        has_schema_privilege('public', 'CREATE') OR has_schema_privilege('door', 'CREATE')
    FROM pg_roles AS r WHERE r.rolname = current_user
"""
