"""What families and services say they will do: a small stock of kind, plain sentences."""

GOALS = (
    "Everyone feels safe at home",
    "Mornings are calmer and we get to school on time",
    "I have someone to talk to when I feel worried",
    "We argue less and listen more",
    "Bedtimes and mealtimes are the same each day",
    "I feel happy at school",
    "Mum has time to look after herself",
    "Dad and I spend time together each week",
    "Our home is warm, dry and tidy enough to play in",
    "We know who to call when things get hard",
    "Money lasts to the end of the week",
    "The children see both of their parents and it goes well",
    "I am back in lessons with my friends",
    "We have friends and family who help",
)
FAMILY_PROMISES = (
    "We will read a story together every night",
    "I will take the children to school each day and ring if we are late",
    "I will go to my appointments with the doctor",
    "We will eat together at the table twice a week",
    "I will tell you when I start to feel cross",
    "We will have phones downstairs at bedtime",
    "I will ring my sister when I need a break",
    "We will keep to the bedtime we agreed",
    "I will come to the parents' group on Tuesdays",
    "We will talk about how the week went every Sunday",
)
SERVICE_PROMISES = (
    "I will visit each week and see the children on their own",
    "School will check in with you every morning",
    "I will help you fill in the housing form",
    "We will find a place at the after-school club",
    "I will come with you to the first meeting",
    "The school nurse will talk with you about sleep",
    "We will arrange a food parcel and help with bills",
    "I will ring you every Friday to hear how it went",
    "We will find a mentor who likes what you like",
    "The health visitor will call and weigh the baby",
)
