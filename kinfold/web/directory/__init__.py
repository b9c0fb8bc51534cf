"""The directory of services for families: what there is, for whom, where and when, and who last checked it."""
