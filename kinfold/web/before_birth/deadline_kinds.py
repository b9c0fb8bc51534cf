"""What falls due before a birth. Each clock counts weeks of pregnancy, so that it follows the due date."""

from kinfold.web.deadlines.kinds import DeadlineKind

BIRTH_PLAN = DeadlineKind("birth_plan", "birth_plan", "Have a plan before the birth", "before_birth:birth_due")
SAFER_SLEEP = DeadlineKind("safer_sleep", "safer_sleep", "Talk about safer sleep", "before_birth:birth_due")
ICON = DeadlineKind("icon", "icon", "Talk about coping with crying (ICON)", "before_birth:birth_due")

OF_TOPIC = {"safer_sleep": SAFER_SLEEP, "icon": ICON}
KINDS = (BIRTH_PLAN, SAFER_SLEEP, ICON)
