"""The answer to a referrer, drafted from the decisions: plain, kind, and about the children they told us of alone."""

from collections.abc import Mapping, Sequence

from kinfold.web.mash.models import Contact, ContactChild

WHAT = {
    "advice": "We think {name} can be helped by the people they know already. You can ring us for advice at any time.",
    "signposted": "We think {service} can help {name}.",
    "family_support": "We have asked for {name} and the family to be offered Family Support (Tier 2).",
    "early_help": "We have asked the Early Help and Prevention team to offer {name} and the family help (Tier 3).",
    "social_care": "We have asked children’s social care to look at what {name} needs.",
    "strategy_discussion": "We are meeting with our partners at once to decide how to keep {name} safe.",
    "allocated_worker": "We have passed what you told us about {name} to the worker who knows the family.",
    "other_authority": "{name} lives in another area. We have passed what you told us to {council}.",
    "no_further_action": "The hub will not do more for {name} at this time.",
}
WHY = {
    "advice": "What you saw matters, and the family can get this help without the hub.",
    "signposted": "This service is a good fit for what you told us.",
    "family_support": "One or two services working together can make things better.",
    "early_help": "The family needs more than one kind of help, and somebody to bring it together.",
    "social_care": "We think a social worker should find out more.",
    "strategy_discussion": "What you told us was serious.",
    "allocated_worker": "They are best placed to act on it.",
    "other_authority": "That council is the one that can help.",
    "no_further_action": "We looked at what we know, and those who know the child can carry on.",
}
NEXT = {
    "advice": "Please go on supporting them as you do now.",
    "signposted": "Please talk with the family about going to them.",
    "family_support": "A worker will get in touch with the family, who choose whether to take part. They may ring you.",
    "early_help": "A worker will get in touch with the family, who choose whether to take part. They may ring you.",
    "social_care": "A social worker may ring you to hear more.",
    "strategy_discussion": "Somebody may ring you today. Please be ready to help.",
    "allocated_worker": "They may ring you to hear more.",
    "other_authority": "They may ring you to hear more.",
    "no_further_action": "If anything changes or worries you again, please tell us straight away.",
}
NEXT_QUIETLY = {
    "signposted": "Please keep this in mind for when the family knows.",
    "advice": "Please go on looking out for them.",
}
NOT_YET = (
    "The parents do not know about this contact. Please do not tell the family about it yet. If you think they should "
    "know now, ring us first."
)


def draft(contact: Contact, children: Sequence[ContactChild], telephone: str) -> str:
    """Names each child as the referrer did; says nothing of anybody else, nor of what the hub found out."""
    if contact.from_public:
        return acknowledgement(telephone)
    parts = [f"Thank you for telling us. Your reference is {contact.reference}."]
    parts += [_about(child, NEXT | NEXT_QUIETLY if contact.parents_do_not_know else NEXT) for child in children]
    if contact.parents_do_not_know:
        parts.append(NOT_YET)
    parts.append(
        f"If you do not agree, or if you learn more, ring the MASH on {telephone}. If a child is in danger, ring 999."
    )
    return "\n\n".join(parts)


def acknowledgement(telephone: str) -> str:
    """All that a member of the public is told: that they were heard."""
    return (
        "Thank you for telling us. We have read what you said and have decided what to do. We cannot tell you more, "
        "because families have a right to privacy.\n\n"
        f"If you see or hear anything else, ring us on {telephone}. If a child is in danger, ring 999."
    )


def _where(child: ContactChild) -> dict[str, str]:
    """Records that another system kept may name neither."""
    return {"service": child.signposted_to or "another service", "council": child.other_authority or "another council"}


def _about(child: ContactChild, happens_next: Mapping[str, str]) -> str:
    name = child.described_forename or child.described_surname or "the child"
    what = WHAT[child.decision].format(name=name, **_where(child))
    return " ".join((what[0].upper() + what[1:], WHY[child.decision], happens_next[child.decision]))
