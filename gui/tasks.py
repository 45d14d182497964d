"""Service calls on worker threads, answers on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from services.domain.errors import ServiceError

T = TypeVar("T")


class _Listener(NamedTuple):
    owner: QObject
    on_result: Callable[[Any], None]
    on_error: Callable[[ServiceError], None]


class TaskRunner(QObject):
    """Runs service calls off the GUI thread and brings their answers back.

    Reads run side by side. Writes, which move money, run one at a time and in order. A
    `ServiceError` goes to `on_error`; any other exception is a bug and is raised again on the GUI
    thread, where `sys.excepthook` reports it.

    Everything but the calls themselves happens on the GUI thread. A worker never holds a widget, so
    it cannot be the one to delete it: pass it ``partial(fetch, id)``, not a lambda that mentions
    ``self``.
    """

    began = Signal()
    """The first write was asked for and has not begun: money is about to move."""

    idle = Signal()
    """The last write has ended: the program may quit."""

    closed = Signal()
    """No call is taken any more."""

    _answered = Signal(object)
    """Carries the finished `Future` from its worker to the GUI thread."""

    def __init__(self, parent: QObject | None = None, *, readers: int = 8) -> None:
        super().__init__(parent)
        self._how_many = readers
        self._writes: set[Future[Any]] = set()
        self._closed = False
        self._listeners: dict[Future[Any], _Listener] = {}
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _readers(self) -> ThreadPoolExecutor:
        return _pool(self._how_many, "read")

    @cached_property
    def _writer(self) -> ThreadPoolExecutor:
        return _pool(1, "write")

    @property
    def writing(self) -> bool:
        """Whether money is on the move, so that the program must not quit."""
        return bool(self._writes)

    @property
    def asking(self) -> bool:
        """Whether an answer is still awaited, and the screen may change with it."""
        return bool(self._listeners)

    def read(
        self,
        call: Callable[[], T],
        *,
        owner: QObject,
        on_result: Callable[[T], None],
        on_error: Callable[[ServiceError], None],
    ) -> Callable[[], None]:
        """Run `call`, which only looks; tell `owner`, if it is still there.

        After `close` nothing is asked, and so nothing is answered.

        Returns:
            A function that drops the answer. The call itself runs to its end.
        """
        if self._closed:
            return _nothing  # a widget that outlives the desk may still be told that its colours changed
        future = self._submit(self._readers, call, _Listener(owner, on_result, on_error))
        return lambda: self._forget(future)

    def write(
        self,
        call: Callable[[], T],
        *,
        owner: QObject,
        on_result: Callable[[T], None],
        on_error: Callable[[ServiceError], None],
    ) -> None:
        """Run `call`, which moves money, after every write asked for before it."""
        if not self._writes:
            self.began.emit()
        future = self._submit(self._writer, call, _Listener(owner, on_result, on_error))
        self._writes.add(future)

    def drop_queued(self) -> None:
        """Cancel every write that has not begun; its owner is told that nothing was sent."""
        for future in self._writes:
            future.cancel()

    def close(self) -> None:
        """Let go without waiting; `writing` must be False by now.

        The window refuses to close while it is True, and questions under way have been ended, so
        that no thread is left waiting for a slow gateway. Answers still on their way are dropped: whoever
        hears one may ask the next question, and nobody answers any more.
        """
        self._closed = True
        self._listeners.clear()
        self.closed.emit()
        self._readers.shutdown(wait=False, cancel_futures=True)
        self._writer.shutdown(wait=False, cancel_futures=True)

    def begin_anew(self) -> Callable[[], None]:
        """Close, and take calls again: they are for another desk.

        Returns:
            A function that waits, on any thread but this one, until the calls of before have ended.
        """
        before = (self._readers, self._writer)
        self.close()
        del self._readers, self._writer  # made anew by the next call
        self._closed = False
        return partial(_join, before)

    def join(self) -> None:
        """Wait until the calls under way have ended: after `close`, with no window left to freeze."""
        _join((self._readers, self._writer))

    def _submit(self, pool: ThreadPoolExecutor, call: Callable[[], T], listener: _Listener) -> Future[T]:
        future = pool.submit(call)
        self._listeners[future] = listener
        future.add_done_callback(self._announce)
        return future

    def _announce(self, future: Future[Any]) -> None:
        """On the worker, or wherever it was cancelled: hand the future to the GUI thread."""
        if isValid(self):
            self._answered.emit(future)

    def _forget(self, future: Future[Any]) -> None:
        self._listeners.pop(future, None)

    @Slot(object)
    def _deliver(self, future: Future[Any]) -> None:
        listener = self._listeners.pop(future, None)
        was_write = future in self._writes
        self._writes.discard(future)
        try:
            if listener is not None and isValid(listener.owner):
                _tell(listener, future, was_write=was_write)
        finally:
            if was_write and not self._writes:
                self.idle.emit()


def _join(pools: Iterable[ThreadPoolExecutor]) -> None:
    for pool in pools:
        pool.shutdown(wait=True)


def _pool(workers: int, name: str) -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  4 ms that the first paint need not wait

    return ThreadPoolExecutor(workers, thread_name_prefix=name)


def _tell(listener: _Listener, future: Future[Any], *, was_write: bool) -> None:
    # The window's first paint stands before the first answer, and need not wait for the domain.
    from services.domain.errors import Reach, ServiceError, Unreachable  # noqa: PLC0415  after the first paint

    if future.cancelled():
        if was_write:
            listener.on_error(Unreachable(Reach.CLOSED))
        return
    try:
        result = future.result()
    except ServiceError as error:
        listener.on_error(error)
    else:
        listener.on_result(result)


def _nothing() -> None:
    """Drop no answer: nothing was asked."""
