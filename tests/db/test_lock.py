"""One holder at a time; a crash frees the lock; another computer's name is respected until overridden."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime

import pytest

from db import lock

ME = lock.Holder("Hoa", "may-1", os.getpid(), datetime(2026, 11, 22, 8, 30))
OTHER = lock.Holder("Bảo", "may-2", 4711, datetime(2026, 11, 21, 16, 5))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "truong.tdkt"


def write_lock(file, text):
    file.with_name("truong.tdkt.lock").write_text(text)


def as_text(holder):
    return json.dumps({"user": holder.user, "host": holder.host, "pid": holder.pid, "since": holder.since.isoformat()})


def test_a_second_opening_is_told_who_has_it_since_when(file):
    held = lock.acquire(file, ME)
    with pytest.raises(lock.LockedBy) as refused:
        lock.acquire(file, replace(ME, user="Bảo"))
    held.release()
    assert (refused.value.holder, refused.value.elsewhere) == (ME, False)


def test_another_process_is_kept_out(file):
    held = lock.acquire(file, ME)
    program = (
        "import sys, datetime, pathlib\nfrom db import lock\n"
        "me = lock.Holder('Bảo', 'may-1', 1, datetime.datetime(2026, 1, 1))\n"
        "try:\n    lock.acquire(pathlib.Path(sys.argv[1]), me)\n"
        "except lock.LockedBy as error:\n    print(error.holder.pid)\n"
    )
    told = subprocess.run([sys.executable, "-c", program, str(file)], capture_output=True, text=True, check=True)
    held.release()
    assert int(told.stdout) == ME.pid


def test_a_released_lock_leaves_no_file_and_can_be_taken_again(file):
    lock.acquire(file, ME).release()
    assert list(file.parent.iterdir()) == []
    again = lock.acquire(file, ME)
    assert again.left_behind is None
    again.release()


def test_a_lock_left_behind_by_a_crash_on_this_computer_is_taken_over(file):
    dead = replace(ME, pid=4711)
    write_lock(file, as_text(dead))
    held = lock.acquire(file, ME)
    assert held.left_behind == dead
    assert str(ME.pid) in held.path.read_text()
    held.release()


def test_a_lock_of_another_computer_is_respected(file):
    write_lock(file, as_text(OTHER))
    with pytest.raises(lock.LockedBy) as refused:
        lock.acquire(file, ME)
    assert (refused.value.holder, refused.value.elsewhere) == (OTHER, True)


def test_a_lock_of_another_computer_can_be_taken_over_on_demand(file):
    write_lock(file, as_text(OTHER))
    held = lock.acquire(file, ME, take_over=True)
    assert held.left_behind == OTHER
    held.release()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"user": 1}'])
def test_an_unreadable_lock_that_nobody_holds_is_taken(file, text):
    write_lock(file, text)
    held = lock.acquire(file, ME)
    assert held.left_behind is None
    held.release()


def test_a_lock_removed_between_opening_and_locking_is_opened_again(file, monkeypatch):
    real, calls = lock._lock, []

    def removed_first(handle):
        real(handle)
        if not calls:
            file.with_name("truong.tdkt.lock").unlink()
        calls.append(handle)

    monkeypatch.setattr(lock, "_lock", removed_first)
    held = lock.acquire(file, ME)
    assert len(calls) == 2
    assert held.path.exists()
    held.release()


def test_a_refusal_without_a_reason_means_that_somebody_holds_it(file, monkeypatch):
    write_lock(file, as_text(ME))

    def refuse(handle):
        raise OSError(0, "Error")

    monkeypatch.setattr(lock, "_lock", refuse)
    with pytest.raises(lock.LockedBy) as refused:
        lock.acquire(file, ME)
    assert refused.value.holder == ME


def test_a_drive_without_locks_says_so_as_it_is(file, monkeypatch):
    def unsupported(handle):
        raise OSError(95, "not supported")

    monkeypatch.setattr(lock, "_lock", unsupported)
    with pytest.raises(OSError, match="not supported"):
        lock.acquire(file, ME)


@pytest.mark.parametrize("busy", [False, True])
def test_where_an_open_file_cannot_be_removed_the_lock_goes_after_closing(file, monkeypatch, busy):
    held = lock.acquire(file, ME)
    monkeypatch.setattr(lock, "_REMOVE_WHILE_LOCKED", False)
    if busy:
        monkeypatch.setattr("pathlib.Path.unlink", lambda *args, **kwargs: (_ for _ in ()).throw(PermissionError()))
    held.release()
    assert held.path.exists() is busy
