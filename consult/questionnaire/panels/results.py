"""What the answers come to, as tables with bars beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from consult.core import _, clock
from consult.core.format import number
from consult.core.panels import Panel
from consult.proposals.models import Proposal
from consult.questionnaire import queries
from consult.questionnaire.kinds import Kind
from consult.questionnaire.models import Question
from consult.questionnaire.queries import Table
from consult.questionnaire.suppression import FEW, HIDDEN

SHARES_FROM = 30


@dataclass(frozen=True)
class Bar:
    """One line of a table: what, how many in words, which share if one may be said, how long.

    In an order, `people` are points and `first` is for how many it came first.
    """

    label: str
    people: str
    share: int | None
    length: float
    first: str = ""


@dataclass(frozen=True)
class Block:
    """A table of bars; a table of choices has one for each of its lines."""

    title: str
    bars: list[Bar]
    note: str = ""


@dataclass(frozen=True)
class Result:
    """A question with what people answered."""

    question: Question
    answered: int | None
    blocks: list[Block]
    is_withheld: bool = False
    waits: bool = False


def results_panel(proposal: Proposal, who: str | None = None) -> Panel:
    """The answers of all people or of the verified; or word that they are hidden for now."""
    is_verified = who == "verified"
    people = queries.response_count(proposal)
    tables = queries.tables(proposal, people, verified=is_verified)
    return Panel(
        "questionnaire/results.html",
        council=proposal.council,
        proposal=proposal,
        where={"council": proposal.council.slug, "proposal": proposal.slug},
        is_shown=tables is not None,
        has_questions=tables is None or bool(tables),
        results=[_result(table) for table in tables or []],
        who="verified" if is_verified else "all",
        people=people.verified if is_verified else people.all,
        everybody=people.all,
        as_of=clock.now(),
    )


def _result(table: Table) -> Result:
    question = table.question
    if question.kind.is_text:
        return Result(question, table.answered, [])
    if table.cells is None:
        return Result(question, None, [], is_withheld=not table.waits, waits=table.waits)
    if question.kind is Kind.MATRIX:
        return Result(question, table.answered, _of_matrix(question, table.cells))
    if question.kind is Kind.RANKING:
        return Result(question, table.answered, [_of_ranking(question, table.cells)])
    block = _block("", _labels(question), table.cells, table.answered)
    return Result(question, table.answered, [block])


def _labels(question: Question) -> dict[str, str]:
    if question.kind is not Kind.SCALE:
        return dict(zip(question.shape.keys, question.shape.options, strict=True))
    ends = {question.low: question.low_words, question.high: question.high_words}
    return {
        str(n): f"{n} – {ends[n]}" if ends.get(n) else str(n)
        for n in range(question.low, question.high + 1)
    }


def _block(
    title: str, labels: Mapping[str, str], cells: Mapping[str, int | str], base: int | None
) -> Block:
    numbers = [n for n in cells.values() if isinstance(n, int)]
    most = max([*numbers, 1]) if base is None else max(base, 1)
    bars = []
    for key, label in labels.items():
        people = cells.get(key, 0)
        count = people if isinstance(people, int) else 0
        share = round(100 * count / base) if base is not None and base >= SHARES_FROM else None
        bars.append(Bar(label, _said(people), share, min(count / most, 1)))
    return Block(title, bars)


def _of_matrix(question: Question, cells: Mapping[str, int | str]) -> list[Block]:
    shape, blocks = question.shape, []
    for row, words in zip(shape.row_keys, shape.rows, strict=True):
        own = {key: cells.get(f"{row}:{key}", 0) for key in shape.keys}
        base = sum(n for n in own.values() if isinstance(n, int))
        blocks.append(_block(words, _labels(question), own, base))
    return blocks


def _of_ranking(question: Question, cells: Mapping[str, int | str]) -> Block:
    """Points by place: as many as there are options for the first, one less for each after it."""
    shape = question.shape
    most = len(shape.options)
    points: dict[str, int | str] = {}
    for key in shape.keys:
        places = [(place, cells.get(f"{key}:{place}", 0)) for place in range(1, most + 1)]
        points[key] = sum((most + 1 - place) * n for place, n in places if isinstance(n, int))
    labels = dict(sorted(_labels(question).items(), key=lambda each: -int(points[each[0]])))
    firsts = {key: cells.get(f"{key}:1", 0) for key in shape.keys}
    top = max([*(n for n in points.values() if isinstance(n, int)), 1])
    bars = [
        Bar(
            label,
            number(int(points[key])),
            None,
            int(points[key]) / top,
            number(int(firsts[key])),
        )
        for key, label in labels.items()
    ]
    note = _("A first place gives %(most)s points, each place after it one point less.", most=most)
    return Block("", bars, note)


def _said(people: int | str) -> str:
    if people == FEW:
        return _("fewer than 10")
    if people == HIDDEN:
        return _("not shown")
    return number(int(people))
