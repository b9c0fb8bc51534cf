"""The directory as Open Referral UK 3.0 (HSDS, the UK profile): read by anybody, and taken in from others' feeds."""
