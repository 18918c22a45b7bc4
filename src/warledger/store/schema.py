"""The tables of the ledger, written once for SQLite and PostgreSQL.

In: nothing. Out: SQLAlchemy tables. Decision: a record is kept whole as its JSON text (the contract of the formats), with
columns beside it for what one searches by; rows are added and marked as superseded, never changed and never deleted.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

# Revisions of the schema, oldest first: the names of the modules in migrations/versions. The last is what we write.
REVISIONS = ("0001",)
HEAD = REVISIONS[-1]
# "WarL": marks an SQLite file as a ledger (PRAGMA application_id).
APPLICATION_ID = 0x5761724C
# The full-text index over reports.text (SQLite's FTS5); PostgreSQL has to_tsvector for it.
SEARCH = "report_search"

metadata = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s",
})

runs = Table(
    "runs", metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("counts", Text, nullable=False),
)


def _run(name: str, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey("runs.number"), nullable=nullable)


reports = Table(
    "reports", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("source_id", Text, index=True),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", Text),
    Column("published", Text),
    Column("day", Text, index=True),
    Column("published_from", Text, nullable=False),
    Column("retrieved", Text),
    Column("origin", Text),
    Column("sha256", Text),
    _run("added_run"),
)


def _located() -> list[Column[str] | Column[float]]:
    """Columns of what happens somewhere at some time; _key columns are folded (filters.folded) for searching."""
    return [
        Column("country", Text), Column("admin1", Text), Column("admin1_key", Text), Column("admin2_key", Text),
        Column("place", Text), Column("place_key", Text), Column("lat", Float), Column("lon", Float),
        Column("first_day", Text), Column("last_day", Text),
    ]


claims = Table(
    "claims", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("report_number", Integer, ForeignKey("reports.number"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("stance", Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    *_located(),
    Column("coder", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("record", Text, nullable=False),
    _run("added_run"), _run("superseded_run", nullable=True),
    UniqueConstraint("id", "revision"),
    Index(None, "type", "first_day"), Index(None, "place_key"), Index(None, "superseded_run"),
)

claim_speakers = Table(
    "claim_speakers", metadata,
    Column("claim_number", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("turn", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, index=True),
    Column("actor", Text, index=True),
    Column("country", Text),
    Column("anonymous", Boolean, nullable=False),
)

claim_participants = Table(
    "claim_participants", metadata,
    Column("claim_number", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("turn", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, index=True),
    Column("actor", Text, index=True),
    Column("country", Text),
)

incidents = Table(
    "incidents", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("grade", Text, nullable=False),
    *_located(),
    Column("record", Text, nullable=False),
    _run("added_run"), _run("superseded_run", nullable=True),
    UniqueConstraint("id", "revision"),
    Index(None, "type", "first_day"), Index(None, "place_key"), Index(None, "superseded_run"),
)

incident_claims = Table(
    "incident_claims", metadata,
    Column("incident_number", Integer, ForeignKey("incidents.number"), primary_key=True),
    Column("claim_number", Integer, ForeignKey("claims.number"), primary_key=True, index=True),
)

# Incidents that ended: redirect is the incident that they went into, NULL where they went into none.
tombstones = Table(
    "tombstones", metadata,
    Column("id", Text, primary_key=True),
    Column("run", Integer, ForeignKey("runs.number"), primary_key=True),
    Column("redirect", Text),
)

problems = Table(
    "problems", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("stage", Text, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("source", Text),
    Column("line", Integer),
    Column("report", Text),
    _run("added_run"),
)

decisions = Table(
    "decisions", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("act", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("record", Text, nullable=False),
    _run("added_run"),
)
