"""How often things happen in the city, each chosen so that a year of its tables comes near the partnership's published
year.

Counts are for a city of `portrait.CHILDREN`, in the last twelve months or on the last day; other cities scale. Figures
marked *published* come from the annual report of 2019-20; tests/city/test_published_figures.py says how near each
comes.
"""

CHILD_IN_NEED_STOCK = 750
"""With a plan, and neither protected nor looked after. Published: 180 for each 10,000 children."""
PROTECTION_STOCK = 204
"""Published."""
LOOKED_AFTER_STOCK = 463
"""Published."""
MISSING_EPISODES = 1_060
"""Published."""
OFTEN_MISSING = 97
"""Children missing three times or more within ninety days. Published, as "more than 3 times"."""

TREND = (1.0, 1.087, 1.06, 1.0, 0.93, 0.97)
"""Contacts in each year against the last one, going back; the second is published (23,933 against 22,020)."""

OPENINGS = {"family_support": 640.0, "early_help": 340.0, "social_care": 1_900.0}
"""Families a year whose need would open an episode of help. More than are met: see `help.quotas`."""
RETURNS, DAYS_BEFORE_RETURN = 0.32, 150.0
"""Share of families whose need opens help again after social care has closed, and how soon on average. Published: 22.2%
of referrals come within a year of another."""
BEFORE_THE_HISTORY = 9
"""Years of openings before the first day lived, so that children long looked after are there on that day."""

OTHER_CONTACTS = 10_500.0
"""Families' events a year that bring a contact and open no help."""
FRAILTY = 0.62
"""How unevenly need falls: the shape of a gamma distribution. The smaller, the fewer families meet most of the
trouble."""
YEARLY_FRAILTY = 0.55
"""How far a family's year differs from its usual one: the spread of a lognormal."""

ASSESSED_AT_ONCE, ASSESSMENT_OVERRUNS, ASSESSED_TO_NOTHING = 0.7, 0.31, 0.45
"""Shares of assessments: begun on the day of the referral; over 45 working days of those that lead further, so that
some 85% of all are on time; and ended in nothing of those that lead nowhere. Imagined."""
HARM_FOUND_IN_ASSESSMENT, HARM_FOUND_IN_NEED, ENQUIRED_AFTER_DISCUSSION = 0.05, 0.07, 0.82
"""Shares of families without a plan: those in whom an assessment or a child in need plan finds reason to discuss harm,
beside those whose contact was red; and of those discussed, the ones enquired into. With the enquiries before plans
they come to 150 to 200 for each 10,000 children a year (DfE, Children in need: England 167 in 2020, 192 in 2023)."""
CONFERENCE_LATE, CONFERENCE_WITHOUT_PLAN = 0.2, 0.08
"""Shares of conferences over 15 working days (DfE, Children in need, 2023: England 22%), and of other enquiries that
come to a conference which makes no plan, imagined."""
JOINT, JOINT_WHERE_CRIME = 0.4, 0.78
"""Shares of enquiries made with the police; the second of bodily, sexual or criminal harm. Imagined."""
POLICE_DISCUSS, HEALTH_DISCUSSES = 0.96, 0.89
"""Shares of strategy discussions. Imagined."""
PROTECTION_REVIEW_LATE, INQUORATE = 0.08, 0.085
"""Inquorate of the reviews that do not end a plan, which come to some 5% of all. Published: 3% in one quarter, 10% in
another. Late: imagined."""
SEEN_IN_ASSESSMENT, SEEN_ON_VISIT, SEEN_ALONE, BEDROOM_SEEN = 0.96, 0.93, 0.7, 0.5
IN_NEED_VISIT_LATE, PROTECTION_VISIT_LATE, CARE_VISIT_LATE = 0.2, 0.1, 0.14
"""Shares of gaps between visits that are too long. Published: 95% of looked after children are visited
in time. The others are imagined."""
PROCEEDINGS_BEFORE_CARE, PROCEEDINGS_STEPPED_DOWN = 0.6, 0.1
"""Shares of long protection plans that were in pre-proceedings: before care, and otherwise. Imagined."""

CARE_REVIEW_LATE, CARE_REVIEW_CANCELLED = 0.05, 0.02
FIRST_HEALTH_CHECK_LATE, HEALTH_REVIEW_LATE, DENTAL_CHECK_LATE = 0.26, 0.1, 0.2
HEALTH_CHECK_REFUSED, HEALTH_CHECK_GRADED, IMMUNISED, SDQ_ANSWERED = 0.05, 0.7, 0.85, 0.78
"""Of looked after children. Imagined."""
MISUSES_SUBSTANCES, CONVICTED_IN_CARE, HAD_PERMANENCE = 0.05, 0.035, 0.05
"""Shares of those old enough, once in a period of care. Imagined."""
ADOPTION_PLANNED, ADOPTION_REVERSED = 0.3, 0.12
"""Shares of periods of care that began under five and go on. Imagined."""
ACCOMMODATION_UNSUITABLE = 0.04
"""Of care leavers, beside those in custody, emergency accommodation or with no home at all. Imagined."""
PLAN_REFUSED, PLAN_IN_TWENTY_WEEKS, PLAN_EXCEPTION, SECOND_NEED = 0.07, 0.72, 0.2, 0.55
"""EHC plans: share of those with SEN support who once asked; plans issued in 20 weeks; exceptions among the late; plans
with a second need. Imagined."""
ASKED_HOW_IT_IS = 0.15
"""Share of children's times with social care after which the child was asked. Imagined."""

# What the boards' other indicators count. Imagined, but where the words say otherwise.

HOURS_TO_INTERVIEW = 56.0
"""From a missing child's return to the interview, for half of those held. About 63% within 72 hours, which is what
Missing People found councils to manage on average in 2023-24."""
MISSING_IN_ERROR = 0.003

AT_RISK = {"sexual": 117.0, "criminal": 137.0}
"""Children at risk of each kind of exploitation on the last day. Published."""
AT_RISK_OF_BOTH_KEPT = 0.35
"""Share kept of those who would be at risk of both kinds at once. Published: six on the last day."""
FLAGGED_AFTER_MISSING = 0.45
"""Share of children whose risk is first seen in the weeks after they went missing."""
COHORT = 24.0
"""Young people in the first cohort that PCSOs worked with."""

SESSIONS_MISSED = ((0.80, 0.10), (0.90, 0.16), (0.95, 0.25), (0.985, 0.50), (0.997, 0.85), (1.0, 1.0))
"""Of state schools' pupils put in order of what they miss in a term: how far along, and the share missed there. A fifth
miss a tenth or more, and 1.5% half or more. Published for 2018/19, before the pandemic: 13.35%."""
MANAGED_MOVES = 26.0
EDUCATION_PLAN_IN_TIME = 0.86
EDUCATION_PLAN_LAPSES = 0.04
"""Share of plans that end before the next is ready."""

TRAINING = (1.0, 0.93, 1.04, 0.88, 0.71, 0.96)
"""Who came in each year against the last one, going back; how many that is, course by course, is published."""
TRAINED_IN_SEND = 0.71
DEVELOPMENT_SUPPORT = 34.0
AUDITS = {
    "assessment": 130.0, "plan": 140.0, "care_plan": 64.0, "pathway_plan": 40.0, "ehcp": 56.0,
    "health_assessment": 44.0, "early_help": 96.0,
}  # fmt: skip
COMPACT_ON_TIME, COMPACT_EVER = 0.83, 0.95
ALLEGATIONS = {
    "schools": 52.0, "social_care": 18.0, "foster_carers": 15.0, "police": 3.0, "health": 9.0, "voluntary": 9.0,
    "other": 14.0,
}  # fmt: skip
REVIEWS = {
    "reflective_practice_meeting": 4.0, "rapid_review": 3.0, "local_child_safeguarding_practice_review": 1.5,
    "thematic": 1.0, "national": 0.2,
}  # fmt: skip
"""Reflective practice meetings are published."""
ANSWERED_SURVEY = 0.57
CONSULTATIONS = 260.0
CLAIMED = 0.55
"""Share of families whose early help ended with their goals met that the national programme is asked to pay for."""
CONTACTS_GRADED = 0.16
COMPLAINTS = 16.0
