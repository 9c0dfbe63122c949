"""The staff's start page and the frame around the features' desk pages; decides nothing."""
