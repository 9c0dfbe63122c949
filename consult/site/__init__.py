"""Pages for residents, composed of the features' panels; decides nothing."""
