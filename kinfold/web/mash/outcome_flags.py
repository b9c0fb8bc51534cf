"""A hub decision as the Standard Safeguarding Dataset's object of outcome flags."""

from collections.abc import Collection

from kinfold.practice.code_lists import code_list

RAISED_BY = {
    "advice": ("ADVICE_FLAG",),
    "signposted": ("ADVICE_FLAG",),
    "family_support": ("OTHER_OUTCOMES_EXIST_FLAG",),
    "early_help": ("OTHER_OUTCOMES_EXIST_FLAG",),
    "social_care": ("NEW_REFERRAL_FLAG",),
    "strategy_discussion": ("NEW_REFERRAL_FLAG", "CP_ENQUIRY_FLAG"),
    "allocated_worker": ("EXISTING_REFERRAL_FLAG",),
    "other_authority": ("OTHER_OUTCOMES_EXIST_FLAG",),
    "no_further_action": ("NFA_FLAG",),
}
"""Each code of the list ``contact_decision``; a test holds it complete."""


def outcome_flags(decision: str, worries: Collection[str] = ()) -> dict[str, str]:
    """Every key of the standard, Y or N. A child who went missing raises that flag whatever is decided."""
    raised = {*RAISED_BY[decision], *(("MISSING_FLAG",) if "missing" in worries else ())}
    return {flag.code: "Y" if flag.code in raised else "N" for flag in code_list("contact_outcome_flags")}
