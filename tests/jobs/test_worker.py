import pytest

from consult.core import clock as core_clock
from consult.core.db import db, writing
from consult.jobs import queries, registry, worker
from consult.jobs.models import TRIES, Job
from consult.jobs.outbox import later


@pytest.fixture
def task(monkeypatch):
    """A kind of work for this test only."""
    monkeypatch.setattr(registry, "tasks", dict(registry.tasks))

    def put(work, **given):
        registry.task("tests.work", **given)(work)

    return put


def asked(**payload) -> Job:
    job = later("tests.work", **payload)
    db.session.commit()
    return job


def test_work_gets_what_it_was_asked_with(task):
    done = []
    task(lambda **payload: done.append(payload))

    job = asked(name="a", number=3)
    worker.run_job(job.id)

    assert done == [{"name": "a", "number": 3}]
    assert queries.job(job.id).done_at is not None


def test_work_is_done_once_however_often_it_is_handed_over(task):
    done = []
    task(lambda: done.append(1))
    job = asked()

    worker.run_job(job.id)
    worker.run_job(job.id)

    assert done == [1]


def test_work_that_fails_leaves_no_trace_but_its_try(task, clock):
    def fail():
        later("tests.other")
        raise ValueError("someone@example.org")

    task(fail)
    job = asked()

    worker.run_job(job.id)

    job = queries.job(job.id)
    assert (job.tries, job.error, job.done_at) == (1, "ValueError", None)
    assert job.run_after == core_clock.now() + worker.backoff(1)
    assert db.session.query(Job).count() == 1


def test_work_is_given_up_after_eight_tries(task, clock):
    def fail():
        raise ValueError

    task(fail)
    job_id = asked().id

    for _ in range(TRIES + 2):
        worker.run_job(job_id)
        clock.forward(hours=1)

    job = queries.job(job_id)
    assert job.tries == TRIES
    assert job.failed_at is not None
    assert not job.is_waiting


def test_work_waits_for_its_moment(task, clock):
    done = []
    task(lambda: done.append(1))
    job = later("tests.work", run_after=core_clock.now() + 60 * worker.backoff(1))
    db.session.commit()

    worker.run_job(job.id)
    early = list(done)
    clock.forward(hours=1)
    worker.run_job(job.id)

    assert (early, done) == ([], [1])


def test_the_sweep_finds_what_nobody_was_told_about(task, clock):
    job = asked()

    fresh = list(queries.forgotten_jobs())
    clock.forward(seconds=21)

    assert fresh == []
    assert list(queries.forgotten_jobs()) == [job.id]


def test_work_cut_off_by_a_crash_is_found_again(task, clock):
    class Crash(BaseException):
        pass

    def crash():
        raise Crash

    task(crash)
    job = asked()
    with pytest.raises(Crash):
        worker.run_job(job.id)

    at_once = list(queries.forgotten_jobs())
    clock.forward(minutes=6)

    assert at_once == []
    assert list(queries.forgotten_jobs()) == [job.id]


def test_work_alone_runs_without_a_transaction_of_ours(task):
    seen = []
    task(lambda: seen.append(db.session().in_transaction()), alone=True)

    worker.run_job(asked().id)

    assert seen == [False]


def test_an_unknown_kind_is_a_failure_not_a_crash(task):
    job = later("tests.unheard_of")
    db.session.commit()

    worker.run_job(job.id)

    assert queries.job(job.id).error == "KeyError"


def test_nothing_is_handed_over_before_the_commit(app):
    huey = app.extensions["huey"]
    huey.flush()

    def fail():
        with writing():
            later("tests.work")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    rolled_back = huey.pending_count()
    with writing():
        later("tests.work")

    assert (rolled_back, huey.pending_count()) == (0, 1)


def test_a_tick_that_fails_ends_nothing(app):
    def fail():
        raise ValueError

    worker.run_tick(app, registry.Tick("tests.tick", 1, fail))


def test_a_job_carries_ids_not_rows():
    with pytest.raises(TypeError, match="give it an id"):
        later("tests.work", row=object())
