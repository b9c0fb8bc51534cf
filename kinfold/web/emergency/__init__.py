"""Emergency access: opening a file that one may not usually see, for some hours, for a reason that is reviewed."""
