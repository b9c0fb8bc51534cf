"""What falls due in the hub: a decision for each child, a look by rating, an answer to the referrer, a written form."""

from kinfold.web.deadlines.kinds import DeadlineKind

CONTACT_DECISION = DeadlineKind("contact_decision", "contact_decision", "Decide on a contact", "mash:contact_child")
RAG_RED = DeadlineKind("rag_red", "rag_red", "Look at a red contact", "mash:contact")
RAG_AMBER = DeadlineKind("rag_amber", "rag_amber", "Look at an amber contact", "mash:contact")
RAG_GREEN = DeadlineKind("rag_green", "rag_green", "Look at a green contact", "mash:contact")
FEEDBACK_TO_REFERRER = DeadlineKind(
    "feedback_to_referrer", "feedback_to_referrer", "Tell the referrer what was decided", "mash:contact"
)
WRITTEN_FORM = DeadlineKind("written_form", "written_form", "Put a call to the MASH in writing", "mash:written_form")
WRITTEN_FORM_AWAITED = DeadlineKind(
    "written_form_awaited", "written_form", "Written form still to come", "mash:contact"
)
"""The same of a professional without an account: the hub looks out for it."""

WORD_TO_SCHOOL = DeadlineKind(
    "word_to_school", "word_to_school", "Tell a school before the child arrives", "mash:contact_child"
)

KINDS = (CONTACT_DECISION, RAG_RED, RAG_AMBER, RAG_GREEN, FEEDBACK_TO_REFERRER, WRITTEN_FORM, WRITTEN_FORM_AWAITED,
         WORD_TO_SCHOOL)  # fmt: skip
