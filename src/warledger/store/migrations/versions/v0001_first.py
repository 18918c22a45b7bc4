"""The first schema: everything that store/schema.py had in version 0.1.

In: an empty database. Out: the tables, the full-text index over the texts of reports and the trigger that keeps it in
step. Decision: a migration is written out and never reads schema.py, which will have moved on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None

# Contentless of its own: the words are indexed, the text stays in `reports`. Case and accents make no difference.
SEARCH = (
    "CREATE VIRTUAL TABLE report_search USING fts5("
    "text, content='reports', content_rowid='number', tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER reports_searchable AFTER INSERT ON reports BEGIN "
    "INSERT INTO report_search(rowid, text) VALUES (new.number, new.text); END",
)


def upgrade() -> None:
    """Makes the tables, those that others refer to first."""
    _runs()
    _decisions()
    _incidents()
    _problems()
    _reports()
    _tombstones()
    _claims()
    _claim_participants()
    _claim_speakers()
    _incident_claims()
    if op.get_bind().dialect.name == "sqlite":
        for statement in SEARCH:
            op.execute(statement)


def downgrade() -> None:
    """There is nothing older to go back to."""
    raise NotImplementedError("the first schema has no former one")


def _runs() -> None:
    op.create_table("runs",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_runs"))
    )


def _decisions() -> None:
    op.create_table("decisions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("added_run", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["added_run"], ["runs.number"], name=op.f("fk_decisions_added_run_runs")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
        sa.UniqueConstraint("id", name=op.f("uq_decisions_id"))
    )


def _incidents() -> None:
    op.create_table("incidents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("admin1_key", sa.Text(), nullable=True),
        sa.Column("admin2_key", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_key", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("added_run", sa.Integer(), nullable=False),
        sa.Column("superseded_run", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["added_run"], ["runs.number"], name=op.f("fk_incidents_added_run_runs")),
        sa.ForeignKeyConstraint(["superseded_run"], ["runs.number"], name=op.f("fk_incidents_superseded_run_runs")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_incidents")),
        sa.UniqueConstraint("id", "revision", name=op.f("uq_incidents_id_revision"))
    )
    op.create_index(op.f("ix_incidents_place_key"), "incidents", ["place_key"], unique=False)
    op.create_index(op.f("ix_incidents_superseded_run"), "incidents", ["superseded_run"], unique=False)
    op.create_index(op.f("ix_incidents_type_first_day"), "incidents", ["type", "first_day"], unique=False)


def _problems() -> None:
    op.create_table("problems",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("report", sa.Text(), nullable=True),
        sa.Column("added_run", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["added_run"], ["runs.number"], name=op.f("fk_problems_added_run_runs")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_problems")),
        sa.UniqueConstraint("id", name=op.f("uq_problems_id"))
    )
    op.create_index(op.f("ix_problems_kind"), "problems", ["kind"], unique=False)


def _reports() -> None:
    op.create_table("reports",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("published_from", sa.Text(), nullable=False),
        sa.Column("retrieved", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("added_run", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["added_run"], ["runs.number"], name=op.f("fk_reports_added_run_runs")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reports")),
        sa.UniqueConstraint("id", name=op.f("uq_reports_id"))
    )
    op.create_index(op.f("ix_reports_day"), "reports", ["day"], unique=False)
    op.create_index(op.f("ix_reports_source_id"), "reports", ["source_id"], unique=False)


def _tombstones() -> None:
    op.create_table("tombstones",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("redirect", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["run"], ["runs.number"], name=op.f("fk_tombstones_run_runs")),
        sa.PrimaryKeyConstraint("id", "run", name=op.f("pk_tombstones"))
    )


def _claims() -> None:
    op.create_table("claims",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("report_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("admin1_key", sa.Text(), nullable=True),
        sa.Column("admin2_key", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_key", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("added_run", sa.Integer(), nullable=False),
        sa.Column("superseded_run", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["added_run"], ["runs.number"], name=op.f("fk_claims_added_run_runs")),
        sa.ForeignKeyConstraint(["report_number"], ["reports.number"], name=op.f("fk_claims_report_number_reports")),
        sa.ForeignKeyConstraint(["superseded_run"], ["runs.number"], name=op.f("fk_claims_superseded_run_runs")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claims")),
        sa.UniqueConstraint("id", "revision", name=op.f("uq_claims_id_revision"))
    )
    op.create_index(op.f("ix_claims_place_key"), "claims", ["place_key"], unique=False)
    op.create_index(op.f("ix_claims_report_number"), "claims", ["report_number"], unique=False)
    op.create_index(op.f("ix_claims_superseded_run"), "claims", ["superseded_run"], unique=False)
    op.create_index(op.f("ix_claims_type_first_day"), "claims", ["type", "first_day"], unique=False)


def _claim_participants() -> None:
    op.create_table("claim_participants",
        sa.Column("claim_number", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["claim_number"], ["claims.number"], name=op.f("fk_claim_participants_claim_number_claims")),
        sa.PrimaryKeyConstraint("claim_number", "role", "turn", name=op.f("pk_claim_participants"))
    )
    op.create_index(op.f("ix_claim_participants_actor"), "claim_participants", ["actor"], unique=False)
    op.create_index(op.f("ix_claim_participants_name_key"), "claim_participants", ["name_key"], unique=False)


def _claim_speakers() -> None:
    op.create_table("claim_speakers",
        sa.Column("claim_number", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim_number"], ["claims.number"], name=op.f("fk_claim_speakers_claim_number_claims")),
        sa.PrimaryKeyConstraint("claim_number", "turn", name=op.f("pk_claim_speakers"))
    )
    op.create_index(op.f("ix_claim_speakers_actor"), "claim_speakers", ["actor"], unique=False)
    op.create_index(op.f("ix_claim_speakers_name_key"), "claim_speakers", ["name_key"], unique=False)


def _incident_claims() -> None:
    op.create_table("incident_claims",
        sa.Column("incident_number", sa.Integer(), nullable=False),
        sa.Column("claim_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_number"], ["claims.number"], name=op.f("fk_incident_claims_claim_number_claims")),
        sa.ForeignKeyConstraint(["incident_number"], ["incidents.number"], name=op.f("fk_incident_claims_incident_number_incidents")),
        sa.PrimaryKeyConstraint("incident_number", "claim_number", name=op.f("pk_incident_claims"))
    )
    op.create_index(op.f("ix_incident_claims_claim_number"), "incident_claims", ["claim_number"], unique=False)
