"""Work in several processes: results in order, a few tasks in flight, an end without orphans."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from ogpnews.errors import WorkerLost

_T = TypeVar("_T")
_V = TypeVar("_V")


def in_order(
    work: Callable[[_T], _V], tasks: Iterable[_T], jobs: int
) -> Generator[tuple[_T, _V], None, None]:
    """Each task with what `work` makes of it; one process does it here, when it is asked for."""
    if jobs <= 1:
        for task in tasks:
            yield task, work(task)
        return
    waiting: deque[tuple[_T, Future[_V]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_worker)
    try:
        for task in tasks:
            waiting.append((task, pool.submit(work, task)))
            while len(waiting) > 4 * jobs:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    except BrokenProcessPool as error:
        raise WorkerLost("a worker process was killed, perhaps for want of memory") from error
    except BaseException:  # also a reader that stops: nobody waits for what is left
        for child in multiprocessing.active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _first(waiting: "deque[tuple[_T, Future[_V]]]") -> tuple[_T, _V]:
    task, future = waiting.popleft()
    return task, future.result()


def _worker() -> None:
    """Ctrl-C is the parent's to answer, and a worker does not outlive the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
