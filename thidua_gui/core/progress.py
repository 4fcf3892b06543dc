"""How long work reports its steps and learns that it is to stop. Knows nothing of threads or windows."""


class Progress:
    """A listener to steps; this one hears nothing and never stops the work."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Say that `done` of `total` units of work are finished; an implementation may raise `Cancelled`."""


SILENT = Progress()
