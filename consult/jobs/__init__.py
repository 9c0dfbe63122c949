"""Work for later: an outbox in the database, huey as the worker; what the work is, features say."""
