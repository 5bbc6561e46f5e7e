"""The calls of a freeze that are not the journal's: which of them fail, where, and how the process is brought there."""
import collections
import os
import re
import signal
import subprocess
import sys
import time

# What a kernel, or a filter before it, answers to each. The first is the one of the short run.
ERRORS = {
    "getrandom": ("ENOSYS", "EINTR", "ENOMEM"),
    "openat": ("EMFILE", "ENOMEM", "EINTR"),
    "mmap": ("ENOMEM", "EAGAIN"),
    "socketpair": ("EMFILE", "ENOMEM"),
    "socket": ("EMFILE", "ENOMEM"),
    "eventfd2": ("EMFILE", "ENOMEM"),
    "epoll_create1": ("EMFILE", "ENOMEM"),
    "epoll_ctl": ("ENOMEM", "ENOSPC"),
    "timerfd_create": ("EMFILE", "ENOMEM"),
    "poll": ("ENOMEM", "EINTR"),
    "clone3": ("EAGAIN", "ENOMEM"),
}
# As x86-64 counts them.
NUMBERS = {
    "getrandom": 318, "openat": 257, "mmap": 9, "socketpair": 53, "socket": 41, "eventfd2": 290, "epoll_create1": 291,
    "epoll_ctl": 233, "timerfd_create": 283, "poll": 7, "clone3": 435}
PLACES = 8
# The first call that main.swift makes. What fails before it is the loader's, or that of Swift's own start.
OURS = re.compile(r"^(\d+) +fcntl\(0, F_GETFD", re.M)

# Stands still until strace has come, makes calls that can't be done, and becomes postui: strace counts each thread's calls
# by itself, and this spares the main thread's first ones, so that other threads' are hit.
LAUNCHER = """
import ctypes, os, signal, sys
call = ctypes.CDLL(None).syscall
number, skipped, command = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
os.kill(os.getpid(), signal.SIGSTOP)
for _ in range(skipped):
    call(number, -1, -1, 0, 0, 0, 0)
os.execv(command[0], command)
"""


class Place:
    """A call that fails: in the main thread since main began, in the other threads, or before main."""

    def __init__(self, call, error, thread, ordinal, offset):
        self.call, self.thread = call, thread
        self.name = f"{error} {call} {thread} {ordinal}"
        self.skipped = PLACES if thread == "others" else 0
        self.injection = f"{call}:error={error}:when={ordinal + (offset if thread == 'main' else 0)}"


def places(till, code, is_whole):
    """Every call at each of its first places, as far as a freeze without faults makes it at all."""
    status, _, _, trace = traced(till, code, "clean", 0, "openat", None)
    if status != 0:
        raise SystemExit(f"a freeze without faults ends with {status}")
    begin = OURS.search(trace)
    main, before = begin[1], trace[:begin.start()]
    offsets, made = collections.Counter(), collections.Counter()
    for number, call in re.findall(r"^(\d+) +(\w+)\(", trace, re.M):
        made[call, "main" if number == main else number] += 1
    for _, call in re.findall(r"^(\d+) +(\w+)\(", before, re.M):
        offsets[call] += 1
    found = []
    for call, errors in ERRORS.items():
        longest = max((n for (name, who), n in made.items() if name == call and who != "main"), default=0)
        count = {"start": offsets[call], "main": made[call, "main"] - offsets[call], "others": longest}
        for error in errors if is_whole else errors[:1]:
            for thread, most in count.items():
                if thread == "start" and not is_whole:
                    continue
                found += [
                    Place(call, error, thread, n, offsets[call]) for n in range(1, min(most, PLACES) + 1)]
    return found


def traced(till, code, name, skipped, call, injection, limit=60):
    """A freeze under strace from its first call on: its status (None: it hung), what it printed, and the trace."""
    trace = os.path.join(till.folder, name)
    command = till.command("freeze", "--amount", "12.50", "--code", code, "--json")
    process = subprocess.Popen(
        [sys.executable, "-S", "-c", LAUNCHER, str(NUMBERS[call]), str(skipped), *command],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
    strace = subprocess.Popen(
        ["strace", "-f", "-o", trace, "-e", "trace=fcntl,execve," + ",".join(ERRORS),
         *(["-e", "inject=" + injection] if injection else []), "-p", str(process.pid)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not is_traced(process.pid):
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGCONT)
    try:
        output, words = process.communicate(timeout=limit)
        status = process.returncode
    except subprocess.TimeoutExpired:
        process.kill()
        output, words = process.communicate()
        status = None
    strace.wait()
    with open(trace, errors="replace") as file:
        # What the launcher itself made in vain strikes nobody.
        text = file.read()
    text = text[text.find(" execve("):] if injection else text
    return status, output, words.decode(errors="replace"), text


def is_traced(process):
    with open(f"/proc/{process}/status") as file:
        return "TracerPid:\t0" not in file.read()


def is_before_main(trace):
    """Whether the first failing call was made before main.swift's first."""
    begin = OURS.search(trace)
    return begin is None or trace.find("(INJECTED)") < begin.start()
