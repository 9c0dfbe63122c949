"""Words that make a comment wait for a person: danger to somebody, threats, slurs; never opinions.

The list is closed and stands in `cues.txt`, where each phrase says why; a council adds and removes
phrases of its own. `finding.find_cues` names the exact words. What follows from them is decided
elsewhere: nothing is hidden or counted against anybody by a list.
"""
