"""all tables."""

import sqlalchemy as sa
from alembic import op

from consult.changelog.models import APPEND_ONLY, guards


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "council",
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("nation", sa.String(length=20), nullable=False),
        sa.Column("reference_prefix", sa.String(length=10), nullable=False),
        sa.Column("wards", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("contact_email", sa.String(length=254), nullable=False),
        sa.Column("colour", sa.String(length=7), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("logo_type", sa.String(length=20), nullable=True),
        sa.Column("brand_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council")),
        sa.UniqueConstraint("name", name=op.f("uq_council_name")),
        sa.UniqueConstraint("reference_prefix", name=op.f("uq_council_reference_prefix")),
        sa.UniqueConstraint("slug", name=op.f("uq_council_slug")),
    )
    op.create_table(
        "cursor",
        sa.Column("reader", sa.String(length=40), nullable=False),
        sa.Column("next_seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("reader", name=op.f("pk_cursor")),
    )
    op.create_table(
        "entry",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "proposal.published",
                "proposal.edited",
                "phase.changed",
                "deadline.extended",
                "tally.closed",
                "comment.published",
                "comment.changed",
                "moderation.action",
                "summary.published",
                "decision.published",
                "settings.changed",
                name="fact",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=True),
        sa.Column("proposal_id", sa.Uuid(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_entry")),
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index("ix_entry_council", ["council_id", "seq"], unique=False)
        batch_op.create_index("ix_entry_kind", ["kind", "seq"], unique=False)
        batch_op.create_index("ix_entry_proposal", ["proposal_id", "seq"], unique=False)
        batch_op.create_index(batch_op.f("ix_entry_subject_id"), ["subject_id"], unique=False)

    op.create_table(
        "job",
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("run_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(length=200), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(
            "ix_job_waiting",
            ["run_after"],
            unique=False,
            sqlite_where=sa.text("done_at IS NULL AND failed_at IS NULL"),
            postgresql_where=sa.text("done_at IS NULL AND failed_at IS NULL"),
        )

    op.create_table(
        "log_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_log_head_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_head")),
    )
    op.create_table(
        "mail",
        sa.Column("message_id", sa.String(length=120), nullable=False),
        sa.Column("to", sa.String(length=320), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
        sa.UniqueConstraint("message_id", name=op.f("uq_mail_message_id")),
    )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mail_queued_at"), ["queued_at"], unique=False)

    op.create_table(
        "node",
        sa.Column("level", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("idx", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("level", "idx", name=op.f("pk_node")),
    )
    op.create_table(
        "person",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("real_name", sa.String(length=80), nullable=True),
        sa.Column("pseudonym", sa.String(length=100), nullable=False),
        sa.Column("shows_real_name", sa.Boolean(), nullable=False),
        sa.Column("place", sa.String(length=60), nullable=True),
        sa.Column("name_chosen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pseudonym_renewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "verification",
            sa.Enum(
                "email_verified",
                "address_verified",
                "organisation",
                name="verification",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_person_email_lower")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    op.create_table(
        "sign_in",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("next_url", sa.String(length=500), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_email"), ["email"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "owner",
                "officer",
                "moderator",
                "decision_maker",
                "analyst",
                name="role",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("invited_by_id", sa.Uuid(), nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_invitation_council_id")
        ),
        sa.ForeignKeyConstraint(
            ["invited_by_id"], ["person.id"], name=op.f("fk_invitation_invited_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(
            "uq_invitation_waiting",
            ["council_id", "email", "role"],
            unique=True,
            sqlite_where=sa.text("accepted_at IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("accepted_at IS NULL AND withdrawn_at IS NULL"),
        )

    op.create_table(
        "proposal",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "internal_review",
                "ready",
                "scheduled",
                "open",
                "paused",
                "closed",
                "considering",
                "co_design",
                "decision_drafted",
                "decided",
                "withdrawn",
                "agreement_signed",
                "live",
                "under_review",
                "renewed",
                "ended",
                "superseded",
                name="status",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("status_reason", sa.Text(), nullable=True),
        sa.Column("status_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.Column("draft_saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("draft_saves", sa.Integer(), nullable=False),
        sa.Column("draft_saved_by_id", sa.Uuid(), nullable=True),
        sa.Column("editors", sa.JSON(), nullable=False),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hides_results", sa.Boolean(), nullable=False),
        sa.Column("feedback_promised_on", sa.Date(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_proposal_author_id")),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_proposal_council_id")
        ),
        sa.ForeignKeyConstraint(
            ["draft_saved_by_id"], ["person.id"], name=op.f("fk_proposal_draft_saved_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sa.UniqueConstraint(
            "council_id", "reference", name=op.f("uq_proposal_council_id_reference")
        ),
        sa.UniqueConstraint("council_id", "slug", name=op.f("uq_proposal_council_id_slug")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_closes_at"), ["closes_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposal_council_id"), ["council_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposal_opens_at"), ["opens_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposal_status"), ["status"], unique=False)

    op.create_table(
        "session",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("browser", sa.String(length=80), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_session_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_session_token_hash")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_person_id"), ["person_id"], unique=False)

    op.create_table(
        "staff",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "owner",
                "officer",
                "moderator",
                "decision_maker",
                "analyst",
                name="role",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_staff_council_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_staff_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint(
            "council_id", "person_id", "role", name=op.f("uq_staff_council_id_person_id_role")
        ),
    )
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_person_id"), ["person_id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("draft_hash", sa.String(length=64), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_agreement_person_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_agreement_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint(
            "proposal_id",
            "draft_hash",
            "person_id",
            name=op.f("uq_agreement_proposal_id_draft_hash_person_id"),
        ),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "check_reason",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("check_id", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("given_by_id", sa.Uuid(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["person.id"], name=op.f("fk_check_reason_given_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_check_reason_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_reason")),
        sa.UniqueConstraint(
            "proposal_id", "check_id", name=op.f("uq_check_reason_proposal_id_check_id")
        ),
    )
    op.create_table(
        "comment",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("part_id", sa.String(length=80), nullable=True),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.Column(
            "stance",
            sa.Enum(
                "support",
                "support_with_changes",
                "oppose",
                "unsure",
                "question",
                name="stance",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("renderer", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=32), nullable=True),
        sa.Column(
            "visibility",
            sa.Enum(
                "shown",
                "redacted",
                "hidden",
                "deleted",
                name="visibility",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("notice", sa.String(length=40), nullable=True),
        sa.Column("replies", sa.Integer(), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_official", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_comment_author_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["comment.id"], name=op.f("fk_comment_parent_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_comment_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint(
            "author_id", "fingerprint", name=op.f("uq_comment_author_id_fingerprint")
        ),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_author_id"), ["author_id"], unique=False)
        batch_op.create_index(
            "ix_comment_discussed",
            ["proposal_id", "parent_id", "replies", "created_at", "id"],
            unique=False,
        )
        batch_op.create_index(
            "ix_comment_newest", ["proposal_id", "parent_id", "created_at", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_comment_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "comment_tally",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column(
            "stance",
            sa.Enum(
                "support",
                "support_with_changes",
                "oppose",
                "unsure",
                "question",
                name="stance",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("comments", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("comments >= 0", name=op.f("ck_comment_tally_never_negative")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_comment_tally_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_tally")),
        sa.UniqueConstraint(
            "proposal_id", "stance", name=op.f("uq_comment_tally_proposal_id_stance")
        ),
    )
    op.create_table(
        "decision",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "adopted_as_proposed",
                "adopted_with_changes",
                "adopted_as_pilot_with_changes",
                "partly_adopted",
                "deferred",
                "rejected",
                "withdrawn",
                name="verdict",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("headline", sa.String(length=160), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("statement_html", sa.Text(), nullable=False),
        sa.Column("how_considered", sa.Text(), nullable=False),
        sa.Column("decided_by_role", sa.String(length=200), nullable=False),
        sa.Column("editors", sa.JSON(), nullable=False),
        sa.Column("not_changed", sa.JSON(), nullable=False),
        sa.Column("dissent", sa.Text(), nullable=True),
        sa.Column("next_steps", sa.JSON(), nullable=False),
        sa.Column("first_sharing_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("drafted_by_id", sa.Uuid(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("report_hash", sa.String(length=64), nullable=True),
        sa.Column("signed_by_id", sa.Uuid(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_words", sa.Text(), nullable=True),
        sa.Column("log_seq", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["drafted_by_id"], ["person.id"], name=op.f("fk_decision_drafted_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_decision_proposal_id")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by_id"], ["person.id"], name=op.f("fk_decision_signed_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("proposal_id", name=op.f("uq_decision_proposal_id")),
    )
    op.create_table(
        "pending",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_pending_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending")),
        sa.UniqueConstraint("email", "fingerprint", name=op.f("uq_pending_email_fingerprint")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_pending_token_hash")),
    )
    with op.batch_alter_table("pending", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pending_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "round",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("closes_at > opens_at", name=op.f("ck_round_closes_after_opening")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_round_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
        sa.UniqueConstraint("proposal_id", "number", name=op.f("uq_round_proposal_id_number")),
    )
    with op.batch_alter_table("round", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_round_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "tally",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column(
            "stance",
            sa.Enum(
                "support",
                "support_with_changes",
                "oppose",
                "unsure",
                "question",
                name="stance",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "email_verified",
                "address_verified",
                "organisation",
                name="verification",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("votes >= 0", name=op.f("ck_tally_never_negative")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_tally_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tally")),
        sa.UniqueConstraint(
            "proposal_id", "stance", "level", name=op.f("uq_tally_proposal_id_stance_level")
        ),
    )
    op.create_table(
        "theme",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_theme_made_by_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_theme_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        sa.UniqueConstraint("proposal_id", "label", name=op.f("uq_theme_proposal_id_label")),
    )
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "version",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("body_html", sa.Text(), nullable=False),
        sa.Column("renderer", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_material", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("checklist", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_version_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_version")),
        sa.UniqueConstraint("proposal_id", "number", name=op.f("uq_version_proposal_id_number")),
    )
    with op.batch_alter_table("version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_version_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "vote",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("voter_id", sa.Uuid(), nullable=False),
        sa.Column(
            "stance",
            sa.Enum(
                "support",
                "support_with_changes",
                "oppose",
                "unsure",
                "question",
                name="stance",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column(
            "level",
            sa.Enum(
                "email_verified",
                "address_verified",
                "organisation",
                name="verification",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("stance <> 'question'", name=op.f("ck_vote_a_question_is_no_vote")),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_vote_proposal_id")),
        sa.ForeignKeyConstraint(["voter_id"], ["person.id"], name=op.f("fk_vote_voter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote")),
        sa.UniqueConstraint("proposal_id", "voter_id", name=op.f("uq_vote_proposal_id_voter_id")),
    )
    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vote_voter_id"), ["voter_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("theme_id", sa.Uuid(), nullable=False),
        sa.Column(
            "disposition",
            sa.Enum(
                "agreed",
                "changed",
                "partly_changed",
                "already_in_place",
                "not_changed",
                "out_of_scope",
                "more_work_needed",
                name="disposition",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("by_when", sa.Date(), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_answer_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_answer_theme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("theme_id", name=op.f("uq_answer_theme_id")),
    )
    op.create_table(
        "change",
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("field", sa.String(length=80), nullable=True),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_change_decision_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_decision_id"), ["decision_id"], unique=False)

    op.create_table(
        "comment_edit",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_comment_edit_comment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_edit")),
    )
    with op.batch_alter_table("comment_edit", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_comment_edit_comment_id"), ["comment_id"], unique=False
        )

    op.create_table(
        "moderation_action",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("moderator_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column(
            "act",
            sa.Enum("hide", "redact", "restore", "keep", name="act", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "reason",
            sa.Enum(
                "abuse_or_threat",
                "hate",
                "personal_data",
                "personal_data_child",
                "defamation_risk",
                "contempt_or_legal",
                "confidential_case",
                "illegal_other",
                "impersonation",
                "spam_or_advert",
                "duplicate_account",
                "off_topic",
                "election_sensitive",
                "unreadable",
                "author_request",
                name="reason",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("explanation", sa.Text(), nullable=True),
        sa.Column(
            "found_by",
            sa.Enum("report", "own_check", name="foundby", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("log_seq", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_moderation_action_comment_id")
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_moderation_action_council_id")
        ),
        sa.ForeignKeyConstraint(
            ["moderator_id"], ["person.id"], name=op.f("fk_moderation_action_moderator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation_action")),
    )
    with op.batch_alter_table("moderation_action", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_moderation_action_comment_id"), ["comment_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_moderation_action_council_id"), ["council_id"], unique=False
        )

    op.create_table(
        "original",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("edits", sa.JSON(), nullable=False),
        sa.Column("redacted", sa.JSON(), nullable=True),
        sa.Column("keep_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_original_comment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_original")),
        sa.UniqueConstraint("comment_id", name=op.f("uq_original_comment_id")),
    )
    op.create_table(
        "original_reading",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("reader_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_original_reading_comment_id")
        ),
        sa.ForeignKeyConstraint(
            ["reader_id"], ["person.id"], name=op.f("fk_original_reading_reader_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_original_reading")),
    )
    with op.batch_alter_table("original_reading", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_original_reading_comment_id"), ["comment_id"], unique=False
        )

    op.create_table(
        "outcome",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column(
            "disposition",
            sa.Enum(
                "agreed",
                "changed",
                "partly_changed",
                "already_in_place",
                "not_changed",
                "out_of_scope",
                "more_work_needed",
                name="disposition",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("by_when", sa.Date(), nullable=True),
        sa.Column("given_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_outcome_comment_id")),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["person.id"], name=op.f("fk_outcome_given_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        sa.UniqueConstraint("comment_id", name=op.f("uq_outcome_comment_id")),
    )
    op.create_table(
        "theme_comment",
        sa.Column("theme_id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("put_by_id", sa.Uuid(), nullable=False),
        sa.Column("is_quote", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_theme_comment_comment_id")
        ),
        sa.ForeignKeyConstraint(
            ["put_by_id"], ["person.id"], name=op.f("fk_theme_comment_put_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_theme_comment_theme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_comment")),
        sa.UniqueConstraint(
            "theme_id", "comment_id", name=op.f("uq_theme_comment_theme_id_comment_id")
        ),
    )
    with op.batch_alter_table("theme_comment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_theme_comment_comment_id"), ["comment_id"], unique=False
        )

    op.create_table(
        "change_comment",
        sa.Column("change_id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_id"],
            ["change.id"],
            name=op.f("fk_change_comment_change_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_change_comment_comment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_comment")),
        sa.UniqueConstraint(
            "change_id", "comment_id", name=op.f("uq_change_comment_change_id_comment_id")
        ),
    )
    with op.batch_alter_table("change_comment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_change_comment_comment_id"), ["comment_id"], unique=False
        )

    op.create_table(
        "change_theme",
        sa.Column("change_id", sa.Uuid(), nullable=False),
        sa.Column("theme_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_id"], ["change.id"], name=op.f("fk_change_theme_change_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_change_theme_theme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_theme")),
        sa.UniqueConstraint(
            "change_id", "theme_id", name=op.f("uq_change_theme_change_id_theme_id")
        ),
    )
    with op.batch_alter_table("change_theme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_theme_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "report",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("reporter_id", sa.Uuid(), nullable=True),
        sa.Column("reporter_key", sa.String(length=64), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "abuse_or_threat",
                "hate",
                "personal_data",
                "personal_data_child",
                "defamation_risk",
                "contempt_or_legal",
                "confidential_case",
                "illegal_other",
                "impersonation",
                "spam_or_advert",
                "duplicate_account",
                "off_topic",
                "election_sensitive",
                "unreadable",
                "author_request",
                name="reason",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_report_comment_id")),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_report_council_id")),
        sa.ForeignKeyConstraint(["reporter_id"], ["person.id"], name=op.f("fk_report_reporter_id")),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["moderation_action.id"], name=op.f("fk_report_settled_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint(
            "comment_id", "reporter_key", name=op.f("uq_report_comment_id_reporter_key")
        ),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_comment_id"), ["comment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_council_id"), ["council_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_reporter_id"), ["reporter_id"], unique=False)

    database = op.get_bind().dialect.name
    for table in APPEND_ONLY:
        for kind, statement in guards(table):
            if kind == database:
                op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in APPEND_ONLY:
            op.execute(f"DROP FUNCTION {table}_keeps CASCADE")
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_reporter_id"))
        batch_op.drop_index(batch_op.f("ix_report_council_id"))
        batch_op.drop_index(batch_op.f("ix_report_comment_id"))

    op.drop_table("report")
    with op.batch_alter_table("change_theme", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_theme_theme_id"))

    op.drop_table("change_theme")
    with op.batch_alter_table("change_comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_comment_comment_id"))

    op.drop_table("change_comment")
    with op.batch_alter_table("theme_comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_comment_comment_id"))

    op.drop_table("theme_comment")
    op.drop_table("outcome")
    with op.batch_alter_table("original_reading", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_original_reading_comment_id"))

    op.drop_table("original_reading")
    op.drop_table("original")
    with op.batch_alter_table("moderation_action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_moderation_action_council_id"))
        batch_op.drop_index(batch_op.f("ix_moderation_action_comment_id"))

    op.drop_table("moderation_action")
    with op.batch_alter_table("comment_edit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_edit_comment_id"))

    op.drop_table("comment_edit")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_decision_id"))

    op.drop_table("change")
    op.drop_table("answer")
    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vote_voter_id"))

    op.drop_table("vote")
    with op.batch_alter_table("version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_version_proposal_id"))

    op.drop_table("version")
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_proposal_id"))

    op.drop_table("theme")
    op.drop_table("tally")
    with op.batch_alter_table("round", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_round_proposal_id"))

    op.drop_table("round")
    with op.batch_alter_table("pending", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pending_proposal_id"))

    op.drop_table("pending")
    op.drop_table("decision")
    op.drop_table("comment_tally")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_parent_id"))
        batch_op.drop_index("ix_comment_newest")
        batch_op.drop_index("ix_comment_discussed")
        batch_op.drop_index(batch_op.f("ix_comment_author_id"))

    op.drop_table("comment")
    op.drop_table("check_reason")
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_proposal_id"))

    op.drop_table("agreement")
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_person_id"))

    op.drop_table("staff")
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_person_id"))

    op.drop_table("session")
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposal_status"))
        batch_op.drop_index(batch_op.f("ix_proposal_opens_at"))
        batch_op.drop_index(batch_op.f("ix_proposal_council_id"))
        batch_op.drop_index(batch_op.f("ix_proposal_closes_at"))

    op.drop_table("proposal")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_invitation_waiting",
            sqlite_where=sa.text("accepted_at IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("accepted_at IS NULL AND withdrawn_at IS NULL"),
        )

    op.drop_table("invitation")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_email"))

    op.drop_table("sign_in")
    op.drop_table("person")
    op.drop_table("node")
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mail_queued_at"))

    op.drop_table("mail")
    op.drop_table("log_head")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_job_waiting",
            sqlite_where=sa.text("done_at IS NULL AND failed_at IS NULL"),
            postgresql_where=sa.text("done_at IS NULL AND failed_at IS NULL"),
        )

    op.drop_table("job")
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_entry_subject_id"))
        batch_op.drop_index("ix_entry_proposal")
        batch_op.drop_index("ix_entry_kind")
        batch_op.drop_index("ix_entry_council")

    op.drop_table("entry")
    op.drop_table("cursor")
    op.drop_table("council")
