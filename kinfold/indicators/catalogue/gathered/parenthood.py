"""Teenage pregnancy, pregnancy and the first weeks of life, as published."""

from kinfold.indicators.catalogue.gathered.owners import NHS_ENGLAND, OHID, ONS, UKHSA
from kinfold.indicators.engine.gathered import Gathered

_PLAN = "Children’s Trust Plan 2020-23, Priority Three"
_GIRLS = "girls aged 15 to 17 in Portsmouth"
_PREGNANT = "women who live in Portsmouth and are pregnant"
_THREE = "The plan’s contraception, conception and termination rates are each an indicator"

conceptions = Gathered(
    key="parenthood.conceptions_under_eighteen",
    title="Conceptions under 18",
    definition="Conceptions in the year of girls under 18 that led to a birth or a legal abortion, per 1,000 girls "
    "aged 15 to 17. Miscarriages are not counted.",
    kind="rate",
    unit="per 1,000 girls aged 15 to 17",
    population=_GIRLS,
    owner=ONS,
    collected="published",
    source=f"Conceptions in England and Wales; {_PLAN}",
    better="lower",
    every="year",
    numerator="Conceptions under 18",
    denominator="Girls aged 15 to 17, mid-year population estimate",
    per=1_000,
    reported_in=("trust-plan 3.3",),
    note=f"{_THREE}. The Annual Report 2019-20 prints England’s rate (16.7 per 1,000) with a percent sign, a slip.",
)

terminations = Gathered(
    key="parenthood.terminations_under_eighteen",
    title="Conceptions under 18 that end in abortion",
    definition="Conceptions in the year of girls under 18 that led to a legal abortion, as a percentage of "
    "conceptions under 18.",
    kind="share",
    unit="% of conceptions under 18",
    population=_GIRLS,
    owner=ONS,
    collected="published",
    source=f"Conceptions in England and Wales; {_PLAN}",
    better="neither",
    every="year",
    numerator="Conceptions under 18 that led to abortion",
    denominator="Conceptions under 18",
    per=100,
    reported_in=("trust-plan 3.3",),
    note=f"{_THREE}; the plan says termination.",
)

contraception = Gathered(
    key="parenthood.long_acting_contraception",
    title="Long-acting contraception prescribed",
    definition="Long-acting reversible contraceptives, injections left out, prescribed in the year by general "
    "practice and sexual health services, per 1,000 women aged 15 to 44.",
    kind="rate",
    unit="per 1,000 women aged 15 to 44",
    population="women aged 15 to 44 in Portsmouth",
    owner=OHID,
    collected="published",
    source=f"Fingertips, Sexual and Reproductive Health; {_PLAN}",
    better="higher",
    every="year",
    numerator="Contraceptives prescribed",
    denominator="Women aged 15 to 44, mid-year population estimate",
    per=1_000,
    reported_in=("trust-plan 3.3",),
    note=f"{_THREE}. None is published for teenagers alone by council.",
)

infections = Gathered(
    key="parenthood.sexually_transmitted_infections",
    title="Sexually transmitted infections in young people",
    definition="New diagnoses of sexually transmitted infections in the year of people aged 15 to 24, per 100,000: "
    "a crude rate.",
    kind="rate",
    unit="per 100,000 people aged 15 to 24",
    population="people aged 15 to 24 in Portsmouth",
    owner=UKHSA,
    collected="published",
    source=f"Sexually transmitted infections: annual data; {_PLAN}",
    better="neither",
    every="year",
    numerator="New diagnoses",
    denominator="People aged 15 to 24, mid-year population estimate",
    per=100_000,
    reported_in=("trust-plan 3.4",),
    note="More diagnoses may be more testing.",
)

first_feed = Gathered(
    key="parenthood.breastfeeding_first_feed",
    title="Babies whose first feed is breastmilk",
    definition="Babies whose first feed was their mother’s or a donor’s breastmilk, as a percentage of babies whose "
    "first feed is known, in the year.",
    kind="share",
    unit="% of babies",
    population="babies born to women who live in Portsmouth",
    owner=OHID,
    collected="published",
    source=f"Fingertips, Child and Maternal Health; {_PLAN}",
    better="higher",
    every="year",
    numerator="Babies whose first feed was breastmilk",
    denominator="Babies whose first feed is known",
    per=100,
    reported_in=("trust-plan 3.6",),
    note="Breastfeeding initiation in the plan; defined anew as the first feed in 2017/18.",
)

at_six_weeks = Gathered(
    key="parenthood.breastfeeding_six_to_eight_weeks",
    title="Babies breastfed at 6 to 8 weeks",
    definition="Babies wholly or partly breastfed at their 6 to 8 week review, as a percentage of babies due one in "
    "the year.",
    kind="share",
    unit="% of babies",
    population="babies aged 6 to 8 weeks in Portsmouth",
    owner=OHID,
    collected="published",
    source=f"Fingertips, Child and Maternal Health; {_PLAN}",
    better="higher",
    every="year",
    numerator="Babies wholly or partly breastfed",
    denominator="Babies due a 6 to 8 week review",
    per=100,
    reported_in=("trust-plan 3.6",),
)

smoking = Gathered(
    key="parenthood.smoking_at_delivery",
    title="Mothers who smoke when their baby is born",
    definition="Women known to smoke at the time of delivery, as a percentage of women giving birth whose smoking "
    "is known, in the year.",
    kind="share",
    unit="% of women giving birth",
    population="women who live in Portsmouth and give birth",
    owner=NHS_ENGLAND,
    collected="published",
    source=f"Statistics on Women’s Smoking Status at Time of Delivery; {_PLAN}",
    better="lower",
    every="year",
    numerator="Women who smoke at delivery",
    denominator="Women giving birth whose smoking is known",
    per=100,
    reported_in=("trust-plan 3.7",),
)

obesity = Gathered(
    key="parenthood.obesity_in_early_pregnancy",
    title="Pregnant women who are obese",
    definition="Women whose body mass index was 30 or more at their booking appointment before 15 weeks, as a "
    "percentage of women booked whose index is known, in the year.",
    kind="share",
    unit="% of women booked",
    population=_PREGNANT,
    owner=OHID,
    collected="published",
    source=f"Fingertips, Child and Maternal Health: obesity in early pregnancy; {_PLAN}",
    better="lower",
    every="year",
    numerator="Women obese at booking",
    denominator="Women booked whose index is known",
    per=100,
    reported_in=("trust-plan 3.7",),
)

complex_factors = Gathered(
    key="parenthood.mental_health_need_at_booking",
    title="Pregnant women with a mental health need found at booking",
    definition="Women whose first appointment found a mental health need predicted or detected, as a percentage of "
    "women booked, in the year.",
    kind="share",
    unit="% of women booked",
    population=_PREGNANT,
    owner=NHS_ENGLAND,
    collected="published",
    source=f"Maternity Services Monthly Statistics; {_PLAN}",
    better="neither",
    every="year",
    reported_in=("trust-plan 3.8",),
    note="The plan names no measure of mental and physical health in pregnancy (“tbc”). This is proposed for the "
    "first half.",
)

early_booking = Gathered(
    key="parenthood.booked_within_ten_weeks",
    title="Pregnant women booked with a midwife within 10 weeks",
    definition="Women whose booking appointment was within 70 days of gestation, as a percentage of women booked, "
    "in the year (NICE guideline NG201).",
    kind="share",
    unit="% of women booked",
    population=_PREGNANT,
    owner=NHS_ENGLAND,
    collected="published",
    source=f"Maternity Services Monthly Statistics; {_PLAN}",
    better="higher",
    every="year",
    numerator="Women booked within 70 days",
    denominator="Women booked",
    per=100,
    reported_in=("trust-plan 3.8",),
    note="The plan names no measure of mental and physical health in pregnancy (“tbc”). This is proposed for the "
    "second half.",
)

GATHERED: tuple[Gathered, ...] = (
    conceptions,
    terminations,
    contraception,
    infections,
    first_feed,
    at_six_weeks,
    smoking,
    obesity,
    complex_factors,
    early_booking,
)
