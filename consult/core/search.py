"""Finding things by their words: one table beside the things, written in their transactions.

SQLite has an FTS5 index beside it (written here, since no trigger may touch a virtual table while
`trusted_schema` is off), PostgreSQL a generated `tsvector` with a GIN index; the migration makes
both, and they hold folded words only. `scope` holds marks such as a proposal's, so that a search
inside one proposal stays inside the index.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Text,
    TextClause,
    UniqueConstraint,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from consult.core.db import Base, db, insert_into
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.core.words import WHOLE, folded_words

BATCH = 1_000
FTS = table("search_fts", column("rowid"))
FORGET = text("DELETE FROM search_fts WHERE rowid = :place")
FORGET_ALL = text("DELETE FROM search_fts")
INDEX_ALL = text(
    "INSERT INTO search_fts (rowid, scope, title, body)"
    " SELECT id, scope, title, body FROM search_doc"
)
INDEX = text(f"{INDEX_ALL.text} WHERE id = :place")


class SearchDoc(Base):
    """The folded words of one thing that the public can read."""

    __tablename__ = "search_doc"
    __table_args__ = (UniqueConstraint("kind", "ref"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    ref: Mapped[UUID]
    scope: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)


@dataclass(frozen=True)
class Doc:
    """One thing to be found: what it is, where it belongs, and its plain words."""

    kind: str
    ref: UUID
    belongs: tuple[UUID, ...]
    title: str
    body: str

    def row(self) -> dict[str, Any]:
        """As the table keeps it."""
        return {
            "kind": self.kind,
            "ref": self.ref,
            "scope": " ".join([_mark(self.kind), *map(_mark, self.belongs)]),
            "title": " ".join(folded_words(self.title)),
            "body": " ".join(folded_words(self.body)),
        }


def keep(doc: Doc) -> None:
    """Let a thing be found by the words it has now, and by no others."""
    row = doc.row()
    kept = (
        insert_into(SearchDoc)
        .values(**row)
        .on_conflict_do_update(
            index_elements=["kind", "ref"],
            set_={key: row[key] for key in ("scope", "title", "body")},
        )
        .returning(SearchDoc.id)
    )
    place = db.session.execute(kept).scalar_one()
    if _is_sqlite():
        _run(FORGET, place=place)
        _run(INDEX, place=place)


def drop(kind: str, ref: UUID) -> None:
    """Let a thing not be found any more."""
    gone = delete(SearchDoc).where(SearchDoc.kind == kind, SearchDoc.ref == ref)
    place = db.session.execute(gone.returning(SearchDoc.id)).scalar()
    if place is not None and _is_sqlite():
        _run(FORGET, place=place)


def hits(kind: str, asked: Sequence[str], within: Iterable[UUID] = ()) -> Select[int, UUID]:
    """Choose `id` and `ref` of the things of a kind that hold every word asked for.

    The ids grow with time; whoever asks adds an order and a limit.
    """
    marks = [_mark(kind), *map(_mark, within)]
    chosen = select(SearchDoc.id, SearchDoc.ref).where(SearchDoc.kind == kind)
    if _is_sqlite():
        matches = literal_column("search_fts").op("MATCH")(_for_sqlite(marks, asked))
        return chosen.join(FTS, FTS.c.rowid == SearchDoc.id).where(matches)
    return chosen.where(_for_postgresql(marks, asked))


def newest(
    kind: str,
    asked: Sequence[str],
    within: Iterable[UUID] = (),
    after: str | None = None,
    size: int = SIZE,
) -> Page[UUID]:
    """The things of a kind that hold every word asked for, the newest first, page by page."""
    chosen = hits(kind, asked, within)
    if after:
        (place,) = decode_cursor(after, int)
        chosen = chosen.where(beyond(place))
    rows = db.session.execute(chosen.order_by(by_time()).limit(size + 1)).all()
    following = encode_cursor(rows[size - 1][0]) if len(rows) > size else None
    return Page([ref for _id, ref in rows[:size]], following)


def by_time(newest: bool = True) -> Any:
    """The order of hits by when they were said, which the index can follow."""
    return _place().desc() if newest else _place().asc()


def beyond(place: int, newest: bool = True) -> ColumnElement[bool]:
    """What comes after a hit's id in that order."""
    return _place() < place if newest else _place() > place


def rebuild(docs: Iterable[Doc]) -> int:
    """Write the table anew; tell how many things can be found."""
    db.session.execute(delete(SearchDoc))
    if _is_sqlite():
        _run(FORGET_ALL)
    count = 0
    for batch in _batches(docs):
        db.session.execute(insert(SearchDoc), [doc.row() for doc in batch])
        count += len(batch)
    if _is_sqlite():
        _run(INDEX_ALL)
    return count


def size() -> int:
    """How many things can be found."""
    return db.session.scalar(select(func.count()).select_from(SearchDoc)) or 0


def _place() -> Any:
    return FTS.c.rowid if _is_sqlite() else SearchDoc.id


def _is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def _run(statement: TextClause, **given: int) -> None:
    db.session.execute(statement, given)


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    waiting = iter(docs)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _mark(of: UUID | str) -> str:
    """One word for a kind or an owner, which is no word of any language."""
    return f"mark{of.hex if isinstance(of, UUID) else of}"


def _for_sqlite(marks: Iterable[str], asked: Iterable[str]) -> str:
    """Quoted words: FTS5 sees no operator of its own in what people type."""
    words = " ".join(f'"{word}"*' if len(word) > WHOLE else f'"{word}"' for word in asked)
    scope = " ".join(f'"{mark}"' for mark in marks)
    return f"({{scope}} : ({scope})) AND ({{title body}} : ({words}))"


def _for_postgresql(marks: Iterable[str], asked: Iterable[str]) -> ColumnElement[bool]:
    words = [f"'{word}':*" if len(word) > WHOLE else f"'{word}'" for word in asked]
    scope = [f"'{mark}'" for mark in marks]
    query = func.to_tsquery(literal_column("'simple'"), " & ".join([*scope, *words]))
    return literal_column("search_doc.words").op("@@")(query)
