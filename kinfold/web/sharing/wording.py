"""Words of a request that more than one page says."""

PURPOSES = {
    "safeguarding": "To decide how to keep a child safe",
    "support": "To offer a family the help that they agreed to",
}
