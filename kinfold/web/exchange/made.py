"""Rows that loading makes because the dataset implies them: records, families, grants, answers, deadlines."""

from dataclasses import dataclass

from kinfold.web.exchange.maps.deadlines import ABOUT


@dataclass(frozen=True)
class Made:
    model: str
    query: str
    before: str = ""  # loaded just before this model; empty: after everything


_NOW = "TIMESTAMPTZ '{now}'"

MADE = (
    Made(
        "access.Record",
        f"""SELECT id, {_NOW} AS created_at, any_value(level) AS level, NULL AS agency_id FROM (
            SELECT record_id AS id, 'open' AS level FROM person_records
            UNION ALL SELECT family_id, 'open' FROM episodes
            UNION ALL SELECT family_id, 'open' FROM family_members
            UNION ALL SELECT event_id, 'open' FROM contact_events
            UNION ALL SELECT sealed_id, 'sealed' FROM sealed_addresses) GROUP BY id""",
        before="people.Person",
    ),
    Made(
        "people.Family",
        f"""SELECT family_id AS id, {_NOW} AS created_at, 1 AS version, coalesce(name, '') AS name,
            family_id AS record_id
            FROM (SELECT family_id FROM family_members UNION SELECT family_id FROM episodes)
            LEFT JOIN family_names USING (family_id)""",
        before="people.Person",
    ),
    Made(
        "mash.Feedback",
        f"""SELECT uuid() AS id, {_NOW} AS created_at, 1 AS version, event_id AS contact_id, event_id AS record_id,
            '' AS words, false AS acknowledgement_only, feedback_sent_at AS sent_at, NULL AS sent_by_id
            FROM first_children WHERE feedback_sent_at IS NOT NULL""",
    ),
    Made(
        "access.Grant",
        f"""SELECT uuid() AS id, {_NOW} AS created_at, given.record_id, given.professional_id AS user_id,
            CASE WHEN given.professional_id IS NULL THEN given.team_id END AS team_id,
            coalesce(given.role, 'involved') AS reason, given.involvement_id AS source_id,
            CAST(given.started_on AS timestamptz) AS started_at, NULL AS ended_at
            FROM (SELECT record_id, professional_id, team_id, role, involvement_id, started_on FROM current_involvements
                  UNION ALL SELECT sealed_id, professional_id, team_id, role, involvement_id, started_on
                  FROM current_involvements WHERE sealed_id IS NOT NULL) AS given
            WHERE given.professional_id IS NOT NULL OR given.team_id IS NOT NULL""",
    ),
    Made(
        "deadlines.Deadline",
        f"""SELECT deadlines.deadline_id AS id, {_NOW} AS created_at, rule AS kind, rule,
            CASE about {" ".join(f"WHEN '{table}' THEN '{label}'" for table, label in ABOUT.items())}
            ELSE about END AS about_kind,
            about_id, deadlines.person_id, reviewed.professional_id AS user_id,
            CASE WHEN about IN ('contacts', 'contact_events') THEN hub.team_id END AS team_id,
            deadlines.started_at, due_at, met_at,
            CASE WHEN withdrawn = 'Y' THEN coalesce(met_at, due_at) END AS withdrawn_at,
            coalesce(held.record_id, events.event_id, reviewed.record_id) AS record_id
            FROM deadlines
            LEFT JOIN person_records held ON held.person_id = deadlines.person_id
            LEFT JOIN contact_events events ON events.event_id = deadlines.about_id
            LEFT JOIN reviewed ON reviewed.review_id = deadlines.about_id
            LEFT JOIN (SELECT min(team_id) AS team_id FROM team_details WHERE service = 'mash') hub ON true
            WHERE coalesce(held.record_id, events.event_id, reviewed.record_id) IS NOT NULL""",
    ),
)
