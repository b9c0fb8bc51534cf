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
            UNION ALL SELECT consultation_id, 'open' FROM consultations
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
        f"""SELECT uuid() AS id, {_NOW} AS created_at, record_id, user_id, team_id, reason, source_id,
            CAST(started_on AS timestamptz) AS started_at, NULL AS ended_at
            FROM (SELECT held_by.record_id, given.* FROM (
                    SELECT professional_id AS user_id, NULL AS team_id, coalesce(role, 'involved') AS reason,
                           involvement_id AS source_id, started_on, record_id AS own, sealed_id
                    FROM current_involvements WHERE professional_id IS NOT NULL
                    UNION ALL
                    SELECT NULL, team_id, role, involvement_id, started_on, record_id, NULL
                    FROM current_involvements
                    WHERE team_id IS NOT NULL
                      AND (professional_id IS NULL OR role IN (
                          'lead_professional', 'allocated_social_worker', 'family_support_worker'))
                  ) AS given, LATERAL (SELECT given.own AS record_id UNION ALL SELECT given.sealed_id) AS held_by
                  WHERE held_by.record_id IS NOT NULL)""",
    ),
    Made(
        "deadlines.Deadline",
        f"""SELECT deadlines.deadline_id AS id, {_NOW} AS created_at, rule AS kind, rule,
            CASE about {" ".join(f"WHEN '{table}' THEN '{label}'" for table, label in ABOUT.items())}
            ELSE about END AS about_kind,
            about_id, '' AS subject, deadlines.person_id, reviewed.professional_id AS user_id,
            CASE WHEN about IN ('contacts', 'contact_events') THEN hub.team_id ELSE reviewed.team_id END AS team_id,
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
