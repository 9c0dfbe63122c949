"""Personal details in what people type: found by shape, checksum and cue, without a database.

`finding.find` names the exact spans and `finding.mask` covers them; `kinds` says what they are and
`allowed.Allowed` which belong to a council or its office holders and are nobody's secret. Bare
names, and what people say about their own health or beliefs, cannot be found by any of this.
"""
