"""The rotating log in the user's folder: types, codes and places, no names and no scores. Knows no window."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG = logging.getLogger("tdkt")
LOG_BYTES = 256 * 1024
LOG_FILES = 3


def open_log(folder: Path) -> RotatingFileHandler:
    """Send the program's records to `folder/tdkt.log`; to be closed with `close_log`."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "tdkt.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    return handler


def close_log(handler: RotatingFileHandler) -> None:
    """Take the file off the logger."""
    LOG.removeHandler(handler)
    LOG.propagate = True
    handler.close()
