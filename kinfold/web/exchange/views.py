"""The dataset as DuckDB sees it: each table under its name in code, and the look-ups that loading needs."""

import duckdb

from kinfold.dataset import Dataset
from kinfold.dataset.tables import TABLES
from kinfold.web.exchange.carried import CARRIED

LOOK_UPS = {
    "person_records": """
        SELECT people.person_id, coalesce(min(family_members.family_id), people.person_id) AS record_id
        FROM people LEFT JOIN family_members USING (person_id) GROUP BY people.person_id""",
    "sealed_addresses": """
        SELECT addresses.person_id, min(addresses.address_id) OVER (PARTITION BY held.record_id) AS sealed_id
        FROM addresses JOIN address_details USING (address_id) JOIN person_records held USING (person_id)
        WHERE address_details.confidential = 'Y' AND addresses.moved_out_on IS NULL""",
    "sealed_doors": """
        SELECT DISTINCT held.record_id, addresses.address, sealed.sealed_id
        FROM addresses JOIN address_details USING (address_id) JOIN person_records held USING (person_id)
        JOIN sealed_addresses sealed USING (person_id)
        WHERE address_details.confidential = 'Y' AND addresses.moved_out_on IS NULL""",
    "episode_records": "SELECT episode_id, family_id AS record_id FROM episodes",
    "plan_records": """
        SELECT plan_id, family_id AS record_id FROM family_support_plans JOIN episodes USING (episode_id)""",
    "scored_records": """
        SELECT conversation_id AS about_id, record_id FROM conversations JOIN episode_records USING (episode_id)
        UNION ALL SELECT review_id, record_id FROM reviews JOIN plan_records USING (plan_id)""",
    "status_dates": """
        SELECT episode_id AS status_id, started_on, ended_on FROM early_help_episodes
        UNION ALL SELECT plan_id, started_on, ended_on FROM child_in_need_plans
        UNION ALL SELECT plan_id, started_on, ended_on FROM protection_plans
        UNION ALL SELECT episode_id, started_on, ceased_on FROM looked_after_episodes""",
    "status_periods": """
        SELECT person_id, statuses.episode_id, started_on, ended_on
        FROM statuses JOIN status_dates USING (status_id)""",
    "first_children": """
        SELECT event_id, any_value(rag) AS rag, any_value(contacts.source_description) AS source_description,
               min(feedback_sent_at) AS feedback_sent_at
        FROM contact_children JOIN contacts USING (contact_id) GROUP BY event_id""",
    "family_names": """
        SELECT family_id, mode(surname) AS name FROM family_members JOIN people USING (person_id) GROUP BY family_id""",
    "current_involvements": """
        SELECT involvements.*, held.record_id, sealed.sealed_id
        FROM involvements JOIN person_records held USING (person_id)
        LEFT JOIN (SELECT DISTINCT person_id, sealed_id FROM sealed_addresses) sealed USING (person_id)
        WHERE involvements.ended_on IS NULL""",
    "reviewed": """
        SELECT reviews.review_id, any_value(held.record_id) AS record_id,
               coalesce(min(helps.professional_id) FILTER (helps.role = 'lead_professional'),
                        min(helps.professional_id)) AS professional_id,
               coalesce(min(helps.team_id) FILTER (helps.role = 'lead_professional'), min(helps.team_id)) AS team_id
        FROM reviews JOIN plan_records held USING (plan_id)
        LEFT JOIN plan_children USING (plan_id)
        LEFT JOIN current_involvements helps
               ON helps.person_id = plan_children.person_id
              AND helps.role IN ('lead_professional', 'family_support_worker')
        GROUP BY reviews.review_id""",
}


def connect(dataset: Dataset) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection with every table that the database keeps as a view, missing ones empty."""
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    for table in TABLES:
        if table.name in CARRIED:
            continue
        rows = dataset[table.name] if table.name in dataset else table.schema_in_code.empty_table()
        connection.register(table.name, rows)
    for name, query in LOOK_UPS.items():
        connection.execute(f"CREATE TEMP TABLE {name} AS {query}")
    return connection
