"""Who sends or publishes each figure, and the groups that more than one figure is asked for by.

Agencies have the names that the partnership knows them by; a return goes to the agency of that name.
"""

COUNCIL = "Portsmouth City Council"
POLICE = "Hampshire Constabulary"
COMMUNITY_HEALTH = "Spithead Community NHS Trust"

DFE = "Department for Education"
OFSTED = "Ofsted"
OHID = "Office for Health Improvement and Disparities (Fingertips)"
UKHSA = "UK Health Security Agency"
NHS_ENGLAND = "NHS England"
ONS = "Office for National Statistics"
SPORT_ENGLAND = "Sport England"
MOJ = "Ministry of Justice"
YJB = "Youth Justice Board"

SEX = ("sex", ("Female", "Male", "Not known"))
AGE = ("age", ("0 to 4", "5 to 10", "11 to 15", "16 to 17", "Not known"))
YOUTH_AGE = ("age", ("10 to 13", "14 to 15", "16 to 17"))
ETHNICITY = ("ethnicity", ("Asian", "Black", "Mixed", "White", "Other", "Not known"))
PHASE = ("phase", ("Primary", "Secondary", "Special"))
SEN = ("special educational needs", ("Education, health and care plan", "SEN support", "No identified need"))
"""Groups never overlap and hold everybody, so that they add up to the whole figure."""
