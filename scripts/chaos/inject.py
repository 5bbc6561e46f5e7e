#!/usr/bin/env python3
"""Lets the system calls of one `postui freeze` fail, or the process end at them, one after another, by strace; and ends
a release and a consume at theirs.

After each: what the sandbox saw, what the journal holds and what was acknowledged must agree, and the next start must
go on as if nothing had been. Other calls than the journal's fail, too, each with one error; --all tries more errors, and
what is called before main. Usage: inject.py [--all] [NAME...] runs the journal's cases whose names hold one of these
words, or everything.
"""
import collections
import concurrent.futures
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import surroundings
from till import Sandbox, Story, Till, product

# A count of strace's `when=` is each thread's own. The main thread opens the journal and another one writes the order's
# lines: to reach their first calls and spare the main thread's, this goes first in the main thread, takes the blows for
# it, and becomes postui. SIGPROF ends a process after the call, where SIGKILL ends it before.
SHIFT = """
import os, signal, sys
signal.signal(signal.SIGPROF, lambda *_: None)
file = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
for call in sys.argv[2].split(","):
    try:
        os.fdatasync(file) if call == "fdatasync" else os.fsync(file)
    except OSError:
        pass
os.execv(sys.argv[3], sys.argv[3:])
"""
DURABLE = ("pwrite64", "fdatasync", "fsync")
# On one processor the two lines are hardly ever written by two threads.
PINNED = ("taskset", "-c", "0")
codes = itertools.count(int(time.time()) % 10**6 * 10**10)


def new_code():
    return f"13{next(codes):016d}"[:18]


class Case:
    """One thing to go wrong."""

    def __init__(self, name, *injections, fresh=False, shift=(), statuses=(0, 3, 5)):
        self.name, self.injections, self.fresh, self.shift = name, injections, fresh, shift
        self.is_named = not name.split()[1].endswith("journal")
        # What the exit status may be; None: the process was ended.
        self.statuses = statuses


def calls(till):
    """How many times each call is made by one thread of a freeze without faults: by the thread that makes most."""
    trace = os.path.join(till.folder, "clean")
    under = [*PINNED, "strace", "-f", "-o", trace, "-e", "trace=" + ",".join(DURABLE)]
    status, _, words = till.freeze(new_code(), under=under)
    if status != 0:
        raise SystemExit(f"a freeze without faults ends with {status}: {words}")
    counts = collections.Counter()
    with open(trace) as file:
        for line in file:
            match = re.match(r"(\d+) +(\w+)\(", line)
            if match:
                counts[match[1], match[2]] += 1
    return {call: max(counts[key] for key in counts if key[1] == call) for call in DURABLE}


def named():
    """Cases whose exit status is known."""
    for error in ("EIO", "ENOSPC"):
        fail = f"error={error}"
        # The order's two lines are written by the first and the second of a thread's writes.
        yield Case(f"{error} intent-write", f"pwrite64:{fail}:when=1", statuses=(0,))
        yield Case(f"{error} intent-write-always", f"pwrite64:{fail}:when=1+", statuses=(5,))
        yield Case(f"{error} outcome-write", f"pwrite64:{fail}:when=2", statuses=(0,))
        yield Case(f"{error} outcome-write-always", f"pwrite64:{fail}:when=2+", statuses=(3,))
        yield Case(f"{error} start-sync", f"fdatasync:{fail}:when=1", statuses=(5,))
        yield Case(f"{error} intent-sync", f"fdatasync:{fail}:when=1", shift=("fdatasync",), statuses=(0,))
        yield Case(
            f"{error} intent-sync-twice", f"fdatasync:{fail}:when=1..2", shift=("fdatasync",) * 2, statuses=(5,))
        yield Case(
            f"{error} intent-sync-and-folder", f"fdatasync:{fail}:when=1", f"fsync:{fail}:when=1",
            shift=("fdatasync", "fsync"), statuses=(5,))
        yield Case(f"{error} outcome-sync", f"fdatasync:{fail}:when=2", statuses=(0,))
        yield Case(f"{error} outcome-sync-always", f"fdatasync:{fail}:when=2+", statuses=(3,))
        yield Case(f"{error} start-folder", f"fsync:{fail}:when=1", statuses=(5,))
    yield Case("EINTR intent-write", "pwrite64:error=EINTR:when=1..3", statuses=(0,))
    yield Case("EINTR outcome-write", "pwrite64:error=EINTR:when=2..4", statuses=(0,))
    yield Case("EINTR start-sync", "fdatasync:error=EINTR:when=1", statuses=(0, 5))
    yield Case("EINTR intent-sync", "fdatasync:error=EINTR:when=1", shift=("fdatasync",), statuses=(0,))
    yield Case("EINTR outcome-sync", "fdatasync:error=EINTR:when=2", statuses=(0,))
    yield Case("short intent-write", "pwrite64:retval=100:when=1", statuses=(0,))
    yield Case("short outcome-write", "pwrite64:retval=100:when=2", statuses=(0,))
    for number in (1, 2):
        yield Case(f"kill before-write {number}", f"pwrite64:signal=KILL:when={number}", statuses=(None,))
        yield Case(f"kill after-write {number}", f"pwrite64:signal=PROF:when={number}", statuses=(None,))
        yield Case(
            f"kill after-sync {number}", f"fdatasync:signal=PROF:when={number}", shift=("fdatasync",) * number,
            statuses=(None,))
        yield Case(f"kill before-sending {number}", f"sendto:signal=KILL:when={number}", statuses=(None,))
    yield Case("kill start-sync", "fdatasync:signal=KILL:when=1", statuses=(None,))
    yield Case("kill start-folder", "fsync:signal=KILL:when=1", statuses=(None,))
    for number in (1, 2, 3):
        yield Case(f"kill before-answer {number}", f"recvfrom:signal=KILL:when={number}", statuses=(None,))


def every(again, fresh):
    """Every call of a freeze into a journal that is there (`again`) and of one that makes its journal (`fresh`)."""
    for counts, is_fresh in ((again, False), (fresh, True)):
        journal = "new-journal" if is_fresh else "journal"
        for call, number in ((call, number) for call in DURABLE for number in range(1, counts[call] + 1)):
            for error in ("EIO", "ENOSPC", "EINTR"):
                yield Case(f"{error} {journal} {call} {number}", f"{call}:error={error}:when={number}", fresh=is_fresh)
            yield Case(
                f"kill {journal} {call} {number}", f"{call}:signal=KILL:when={number}", fresh=is_fresh,
                statuses=(None,))


def cases(again, fresh):
    chosen = list(named())
    known = {(case.injections, case.fresh) for case in chosen if not case.shift}
    return chosen + [case for case in every(again, fresh) if (case.injections, case.fresh) not in known]


def run(case, sandbox, template, folder):
    """Runs one case, anew where the second line was another thread's. Returns what is wrong, and the calls hit."""
    for turn in range(10):
        wrong, hits = attempt(case, sandbox, template, f"{folder}-{turn}")
        if hits:
            return wrong, hits
    return ["the injection did not strike"], []


def attempt(case, sandbox, template, folder):
    till = Till(folder, sandbox.base)
    if not case.fresh:
        shutil.copytree(template, till.journal)
    before, _ = till.lines()
    trace = os.path.join(folder, "trace")
    seen = {injection.split(":")[0] for injection in case.injections} | {"execve", *DURABLE}
    under = ["taskset", "-c", str(hash(folder) % os.cpu_count()), "strace", "-f", "-y", "-o", trace, "-e", "trace=" + ",".join(sorted(seen))]
    for injection in case.injections:
        under += ["-e", "inject=" + injection]
    # The lock is written, too: a named case is about lines.
    if case.is_named and {injection.split(":")[0] for injection in case.injections} == {"pwrite64"}:
        for ordinal in range(1, 30):
            under += ["-P", os.path.join(till.journal, f"segment-{ordinal:06d}.jsonl")]
    if case.shift:
        # The shift's own standard signals and calls are not postui's.
        under += [sys.executable, "-S", "-c", SHIFT, os.path.join(folder, "shift"), ",".join(case.shift)]
    code = new_code()
    status, answer, words = till.freeze(code, under=under)
    wrong = []
    with open(trace, errors="replace") as file:
        text = file.read()
    own = text[text.rfind("execve("):] if case.shift else text
    hits = [line for line in own.splitlines() if "(INJECTED)" in line or "+++ killed by" in line]
    if not hits:
        return wrong, hits
    ended = status < 0 or status in (128 + 9, 128 + 27)
    if (None if ended else status) not in case.statuses:
        wrong.append(f"exit status {status}, wanted {case.statuses}: {answer} {words.strip()}")
    wrong += judge(code, status, answer, till, sandbox, before)
    wrong += go_on(till, sandbox)
    return wrong, hits


def judge(code, status, answer, till, sandbox, before):
    """Compares the exit status, the journal and the sandbox, which other cases use at the same time."""
    lines, _ = till.lines()
    story = Story(lines)
    news = set(story.intents) - {line["o"] for line in before}
    orders = sandbox.orders()
    # By the payment code and not by the number: one that was sent without an intent is in no journal.
    made = {number for number, order in orders.items() if order["author_code"][-4:] == code[-4:]}
    ours = [number for number in sandbox.sent() if number in news | made]
    wrong = []
    if lines[: len(before)] != before:
        wrong.append("lines from before are gone")
    if set(ours) - news:
        wrong.append(f"sent without an intent on the disk: {set(ours) - news}")
    if len(ours) > 1 or len(news) > 1 or story.twice:
        wrong.append(f"doubled: sent {ours}, intents {news}")
    if status == 0:
        number = answer.get("out_freeze_no")
        if answer.get("outcome") != "frozen" or story.last.get(number) != "freeze.frozen":
            wrong.append(f"acknowledged and not in the journal: {answer}")
        elif answer["record"] not in story.records[number] or orders.get(number, {}).get("state") != "frozen":
            wrong.append(f"the record or the sandbox disagrees: {answer}")
    elif status == 3:
        if answer.get("outcome") not in ("unknown", "waiting") or answer.get("out_freeze_no") not in news:
            wrong.append(f"left open without its number: {answer}")
    elif status == 5 and (ours or answer.get("outcome") != "not_sent"):
        wrong.append(f"status 5, and sent: {ours} {answer}")
    return wrong


def go_on(till, sandbox):
    """Starts again: open questions are those of the journal, a query tells the truth, the next freeze goes well."""
    story = Story(till.lines()[0])
    wrong = []
    status, listed, words = till.run("open", "--json")
    if {found.get("out_freeze_no") for found in listed} != story.open() or status != 0:
        wrong.append(f"open questions are {sorted(story.open())}, told were {listed} ({status}) {words}")
    orders = sandbox.orders()
    for number in story.open():
        status, found, words = till.run("query", number, "--json")
        outcome = found[0].get("outcome") if found else None
        if (outcome == "frozen") != (number in orders):
            wrong.append(f"query of {number}: {outcome} ({status}), made: {number in orders} {words}")
    status, answer, words = till.freeze(new_code())
    if status != 0:
        wrong.append(f"the next freeze ends with {status}: {words}")
    lines, torn = till.lines()
    after = Story(lines)
    if set(story.intents) - set(after.intents) or after.open() != story.open() or torn:
        wrong.append("the next start lost an intent or settled an order by itself")
    status, _, words = till.run("journal", "verify", "--full")
    if status != 0:
        wrong.append(f"verify: {status} {words}")
    return wrong


def errands(sandbox, folder):
    """Releases and consumes, ended at their sendings, answers, writes and syncs. Returns cases, strikes, and what is
    wrong. One that was struck nowhere, as another thread made the call, is one more that goes well."""
    kills = [(call, number) for call in ("sendto", "recvfrom", "pwrite64", "fdatasync") for number in (1, 2, 3)]
    cases = [(kind, call, number) for kind in ("release", "consume") for call, number in kills]
    found = []
    struck = 0
    for place, (kind, call, number) in enumerate(cases):
        till = Till(os.path.join(folder, f"errand-{place}"), sandbox.base)
        status, answer, words = till.freeze("28" + new_code()[2:])
        deposit = answer.get("out_freeze_no")
        trace = os.path.join(till.folder, "trace")
        done = subprocess.run(
            ["strace", "-f", "-o", trace, "-e", "trace=" + call, "-e", f"inject={call}:signal=KILL:when={number}",
             product("till-load"), till.config, kind, str(deposit), "425"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120)
        struck += done.returncode != 0
        wrong = judge_errand(till, sandbox, deposit, done)
        if status != 0 or wrong:
            found.append(f"{kind} killed at {call} {number}: {status} {words} " + "; ".join(wrong))
    return len(cases), struck, found


def judge_errand(till, sandbox, deposit, done):
    """One effect or none, and none without an intent; what was told as done is written and was done."""
    wrong = []
    story = Story(till.lines()[0])
    order = sandbox.orders()[deposit]
    moved = order["releases"] + order["consumes"]
    for movement in moved:
        if movement["number"] not in story.intents:
            wrong.append("moved without an intent")
        if movement["effects"] > 1 or movement["sendings"] > 1:
            wrong.append(f"twice: {movement}")
    kept = {number for number, last in story.last.items() if last in Story.DONE}
    told = {words[1] for words in map(str.split, done.stdout.decode().splitlines()) if words[0] == "settled"}
    if told - kept or kept - {movement["number"] for movement in moved if movement["effects"] == 1}:
        wrong.append(f"told {told}, kept {kept}, done {moved}")
    if done.returncode == 0 and (len(kept) != 1 or story.left.get(deposit) != order["left"]):
        wrong.append(f"not struck, and left is {story.left.get(deposit)} and {order['left']}")
    # What the gateway has and the journal does not know the end of is an open question at the next start.
    status, listed, words = till.run("open", "--json")
    numbers = {entry.get("out_unfreeze_no") or entry.get("out_trade_no") for entry in listed}
    if status != 0 or {movement["number"] for movement in moved} - kept - numbers:
        wrong.append(f"open are {numbers}: {words}")
    return wrong


def surround(place, sandbox, template, folder):
    """Lets one call that is not the journal's fail. Returns what is wrong, and where it struck: nowhere; in the till;
    or before main, where the process may end without us. Also then nothing may be lost, doubled or told falsely."""
    till = Till(folder, sandbox.base)
    shutil.copytree(template, till.journal)
    before, _ = till.lines()
    code = new_code()
    status, output, words, trace = surroundings.traced(
        till, code, "trace", place.skipped, place.call, place.injection)
    if "(INJECTED)" not in trace:
        return [], "nowhere"
    try:
        answer = json.loads(output)
    except ValueError:
        answer = {}
    wrong = judge(code, status, answer, till, sandbox, before) + go_on(till, sandbox)
    if status == 4:
        numbers = {found["number"] for found in sandbox.orders().values() if found["author_code"][-4:] == code[-4:]}
        if answer.get("outcome") != "not_sent" or numbers:
            wrong.append(f"status 4, and sent: {numbers} {answer}")
    elif status is None:
        wrong.append(f"it hung: {words.strip()[-300:]}")
    elif status not in (0, 3, 5):
        if surroundings.is_before_main(trace):
            return wrong, "before main"
        wrong.append(f"exit status {status}: {answer} {words.strip()[-300:]}")
    return wrong, "in the till"


def surround_all(sandbox, first, folder, is_whole):
    """All those cases, and what came of them in words. Returns how many went wrong."""
    failed, came = 0, collections.Counter()
    found = surroundings.places(first, new_code(), is_whole)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        work = {
            pool.submit(surround, place, sandbox, first.journal, os.path.join(folder, f"around-{number}")): place
            for number, place in enumerate(found)}
        for done in concurrent.futures.as_completed(work):
            wrong, where = done.result()
            came[where] += 1
            failed += bool(wrong)
            if wrong or where == "before main":
                print(f"{work[done].name}: " + "; ".join(wrong or [f"the process ended {where}, nothing was lost"]))
    told = ", ".join(f"{count} {where}" for where, count in sorted(came.items()))
    print(f"inject: {len(found)} other calls struck: {told}; {failed} failures")
    return failed


def main():
    start = time.monotonic()
    failed, hits = 0, 0
    with tempfile.TemporaryDirectory(prefix="postui-inject-") as folder:
        with Sandbox(os.path.join(folder, "sandbox")) as sandbox:
            first = Till(os.path.join(folder, "first"), sandbox.base)
            fresh, again = calls(first), calls(first)
            is_whole = "--all" in sys.argv
            wanted = [word for word in sys.argv[1:] if word != "--all"]
            chosen = [c for c in cases(again, fresh) if not wanted or any(word in c.name for word in wanted)]
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                work = {
                    pool.submit(run, case, sandbox, first.journal, os.path.join(folder, str(place))): case
                    for place, case in enumerate(chosen)}
                for done in concurrent.futures.as_completed(work):
                    wrong, struck = done.result()
                    hits += len(struck)
                    if wrong:
                        failed += 1
                        print(f"{work[done].name}: " + "; ".join(wrong))
            count, struck, wrong = (0, 0, []) if wanted else errands(sandbox, folder)
            hits += struck
            failed += len(wrong)
            for line in wrong:
                print(line)
            if not wanted:
                failed += surround_all(sandbox, first, folder, is_whole)
            numbers = sandbox.sent()
            if len(numbers) != len(set(numbers)):
                failed += 1
                print("a number was sent twice")
    print(f"inject: {len(chosen) + count} cases, {hits} calls struck, {failed} failures, {time.monotonic() - start:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
