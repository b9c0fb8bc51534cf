"""Assessments and plans graded good or outstanding (Children’s Trust Plan 2.2, 5.1, 5.4, 6.6)."""

from kinfold.indicators.catalogue.quality import (
    assessments,
    care_plans,
    ehc_plans,
    health_assessments,
    pathway_plans,
    plans,
)

AUDITS = """
    audit_id | audited_on | kind              | grade                | agency
    ---------+------------+-------------------+----------------------+-------
           1 | 2024-04-01 | assessment        | outstanding          | Council
           2 | 2024-06-30 | assessment        | good                 | School
           3 | 2024-05-07 | assessment        | requires_improvement | School
           4 | 2024-05-07 | assessment        | inadequate           | Council
           5 | 2024-07-01 | assessment        | good                 | Council
           6 | 2024-05-07 | plan              | good                 | Council
           7 | 2024-05-07 | care_plan         | inadequate           | Council
           8 | 2024-05-07 | pathway_plan      | outstanding          | Council
           9 | 2024-05-07 | health_assessment | good                 | Health
          10 | 2024-05-07 | health_assessment | requires_improvement | Health
"""


def test_each_kind_is_a_share_of_its_own(audits, shares, behind):
    audits(AUDITS)
    assert shares(assessments, plans, care_plans) == [(2, 4), (1, 1), (0, 1)]
    assert shares(pathway_plans, health_assessments, ehc_plans) == [(1, 1), (1, 2), (0, 0)]
    assert behind(assessments) == ["1", "2"]


def test_a_kind_of_which_none_was_audited_has_no_share_and_each_agency_has_its_own(audits, statuses_of, groups):
    audits(AUDITS)
    assert statuses_of(care_plans, ehc_plans) == ["shown", "no_cases"]
    assert groups(assessments, "agency") == {"Council": 50, "School": 50}
