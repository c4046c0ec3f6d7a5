"""The list of errands as a backend of ``django_tasks``: what ``enqueue`` writes and reads."""

from __future__ import annotations

from typing import Any, TypeVar

from django.utils import timezone
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskError, TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.signals import task_enqueued
from django_tasks.utils import normalize_json

from cabinet.errands.actions import put_on
from cabinet.errands.models import Errand
from cabinet.errands.task import HouseTask, known_task

T = TypeVar("T")


class ListOfErrands(BaseTaskBackend):
    """Errands in a table of the office's own database."""

    task_class = HouseTask
    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Task[Any, T], args: Any, kwargs: Any) -> TaskResult[T]:
        """Put the errand on the list, in the transaction that is open.

        :raises InvalidTaskError: the task's queue or its day is not allowed.
        """
        self.validate_task(task)
        errand = put_on(
            task=task.module_path,
            queue=task.queue_name,
            priority=task.priority,
            arguments=normalize_json({"args": list(args), "kwargs": dict(kwargs)}),
            due_at=task.run_after,
            at=timezone.now(),
        )
        result: TaskResult[T] = result_of(errand, task)
        task_enqueued.send(type(self), task_result=result)
        return result

    def get_result(self, result_id: str) -> TaskResult[Any]:
        """Return what became of an errand.

        :raises TaskResultDoesNotExist: no errand has the key, or no desk knows it any more.
        """
        errand = Errand.objects.filter(key=result_id).first()
        task = known_task(errand.task) if errand else None
        if errand is None or task is None:
            raise TaskResultDoesNotExist(result_id)
        return result_of(errand, task)


def result_of(errand: Errand, task: Task[Any, T]) -> TaskResult[T]:
    """Return an errand in the words of the interface."""
    errors = []
    if errand.fault_kind:
        errors.append(
            TaskError(exception_class_path=errand.fault_kind, traceback=errand.fault_place)
        )
    result: TaskResult[T] = TaskResult(
        task=task,
        id=errand.key,
        status=_status(errand),
        enqueued_at=errand.put_on_at,
        started_at=errand.started_at,
        finished_at=errand.ended_at,
        last_attempted_at=errand.started_at,
        args=errand.arguments["args"],
        kwargs=errand.arguments["kwargs"],
        backend=task.backend,
        errors=errors,
        worker_ids=[errand.worker] * errand.attempts,
    )
    object.__setattr__(result, "_return_value", errand.returned)  # as the package's own backends do
    return result


def _status(errand: Errand) -> TaskResultStatus:
    if errand.state == Errand.State.DONE:
        return TaskResultStatus.SUCCESSFUL
    if errand.state == Errand.State.GIVEN_UP:
        return TaskResultStatus.FAILED
    return TaskResultStatus.RUNNING if errand.leased_until else TaskResultStatus.READY
