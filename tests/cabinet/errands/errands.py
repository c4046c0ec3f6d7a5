"""Errands of the tests: one with an effect in the database, one outside, and some that fail."""

from __future__ import annotations

from django.db import connection
from django_tasks import TaskContext, task

from cabinet.errands.task import OUTSIDE, CannotBeDone
from tests.cabinet.errands import seen


@task(label="Write a line")
def write_line(n: int) -> None:
    """Write one row, which nothing but the list itself keeps from being written twice."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO errand_effect (n) VALUES (%s)", [n])


@task(label="Add")
def add(one: int, other: int) -> int:
    return one + other


@task(queue_name=OUTSIDE, label="Send a letter out", takes_context=True)
def send_out(context: TaskContext, what: str) -> str:
    seen.append(what)
    return f"{what}, attempt {context.attempt}"


@task(label="Fail in our own words")
def fail_told(address: str) -> None:
    raise CannotBeDone("No mail to %(address)s: %(error)s.", address=address, error="refused")


@task(label="Fail as nobody foresaw")
def fail_quoting(paper: str) -> None:
    seen.append("tried")
    raise ValueError(f"cannot read: {paper}")
