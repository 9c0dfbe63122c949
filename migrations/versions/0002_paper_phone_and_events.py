"""paper phone and events."""

import sqlalchemy as sa
from alembic import op


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('batch',
    sa.Column('proposal_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('channel', sa.Enum('paper', 'phone', 'event', 'easy_read', name='channel', native_enum=False, length=40), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('state', sa.Enum('typing', 'waiting', 'counted', name='batchstate', native_enum=False, length=40), nullable=False),
    sa.Column('typed_by_id', sa.Uuid(), nullable=False),
    sa.Column('returned', sa.Text(), nullable=True),
    sa.Column('checked_by_id', sa.Uuid(), nullable=True),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('checked_by_id <> typed_by_id', name=op.f('ck_batch_two_people')),
    sa.ForeignKeyConstraint(['checked_by_id'], ['person.id'], name=op.f('fk_batch_checked_by_id')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_batch_proposal_id')),
    sa.ForeignKeyConstraint(['typed_by_id'], ['person.id'], name=op.f('fk_batch_typed_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_batch')),
    sa.UniqueConstraint('proposal_id', 'number', name=op.f('uq_batch_proposal_id_number'))
    )
    op.create_table('offline_response',
    sa.Column('batch_id', sa.Uuid(), nullable=False),
    sa.Column('reference', sa.String(length=40), nullable=False),
    sa.Column('stance', sa.Enum('support', 'support_with_changes', 'oppose', 'unsure', 'question', name='stance', native_enum=False, length=40), nullable=True),
    sa.Column('body', sa.Text(), nullable=True),
    sa.Column('receipt_hash', sa.String(length=64), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=True),
    sa.Column('comment_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("stance <> 'question'", name=op.f('ck_offline_response_a_question_is_no_vote')),
    sa.CheckConstraint('stance IS NOT NULL OR body IS NOT NULL', name=op.f('ck_offline_response_says_something')),
    sa.ForeignKeyConstraint(['batch_id'], ['batch.id'], name=op.f('fk_offline_response_batch_id')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_offline_response_comment_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_offline_response_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_offline_response')),
    sa.UniqueConstraint('batch_id', 'reference', name=op.f('uq_offline_response_batch_id_reference')),
    sa.UniqueConstraint('comment_id', name=op.f('uq_offline_response_comment_id')),
    sa.UniqueConstraint('person_id', name=op.f('uq_offline_response_person_id')),
    sa.UniqueConstraint('receipt_hash', name=op.f('uq_offline_response_receipt_hash'))
    )
    with op.batch_alter_table("person") as batch_op:
        batch_op.add_column(sa.Column("channel", sa.String(length=40), nullable=True))
        batch_op.alter_column("email", existing_type=sa.String(length=254), nullable=True)
    with op.batch_alter_table("person") as batch_op:
        batch_op.create_check_constraint(
            op.f("ck_person_address_or_channel"), "(email IS NULL) <> (channel IS NULL)"
        )


def downgrade() -> None:
    with op.batch_alter_table("person") as batch_op:
        batch_op.drop_constraint(op.f("ck_person_address_or_channel"), type_="check")
    op.execute(
        "UPDATE person SET email = 'offline-' || id || '@offline.invalid' WHERE email IS NULL"
    )
    with op.batch_alter_table("person") as batch_op:
        batch_op.alter_column("email", existing_type=sa.String(length=254), nullable=False)
        batch_op.drop_column("channel")
    op.drop_table('offline_response')
    op.drop_table('batch')
