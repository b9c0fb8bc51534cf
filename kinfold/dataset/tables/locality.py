"""Tables of early help's work across the city: consultations with workers, and families whose progress was claimed
for."""

from kinfold.dataset.declarations import Field, Table

CONSULTATIONS = Table(
    name="consultations",
    file="kf_consultations",
    title="Consultations",
    row_means="A meeting where workers thought together about a family, so that it might be helped without a referral.",
    fields=(
        Field("consultation_id", "id", "Key of the consultation", key=True),
        Field("held_on", "date", "Day it was held"),
        Field("kind", "code", "What kind of meeting", code_list="consultation_kind"),
        Field("referral_intended", "yes_no", "Whether the worker who asked had meant to refer the family"),
        Field("referral_made", "yes_no", "Whether the family was then referred"),
        Field("agency_id", "id", "Agency of the worker who asked", references="agencies.agency_id"),
    ),
)

FAMILY_CLAIMS = Table(
    name="family_claims",
    file="kf_family_claims",
    title="Families claimed for",
    row_means="A claim to the national programme for a family whose life got better.",
    fields=(
        Field("claim_id", "id", "Key of the claim", key=True),
        Field("family_id", "id", "The family", references="family_members.family_id", sensitivity="personal"),
        Field("claimed_on", "date", "Day of the claim", sensitivity="personal"),
        Field("outcome", "code", "What the family reached", code_list="family_claim_outcome", sensitivity="special"),
        Field("amount", "number", "Pounds claimed"),
    ),
)

TABLES = (
    CONSULTATIONS,
    FAMILY_CLAIMS,
)
