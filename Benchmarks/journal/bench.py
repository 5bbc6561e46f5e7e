#!/usr/bin/env python3
"""Measures the journal: appends, reading back, look-ups and starts, against SQLite in C and a bare memchr.

    make bench-journal [ORDERS=1000000]

Both take turns, round after round; the table shows medians. Everything is measured inside the programs, so their own
starts don't count. The journal and the database that the last run made are used again; they stay in .build-bench.
Appends are also measured on a loop-mounted ext4, and starts with nothing in the cache, which needs root: without it
that half is left out, and that is said.
"""
import contextlib
import glob
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
BUILD = os.path.join(ROOT, ".build-bench")
OURS = os.path.join(BUILD, "release", "journal-bench")
SQLITE = os.path.join(BUILD, "sqlite-bench")
ROUNDS = 3
APPENDS = 4000
LOOK_UPS = 20000
# So many of the last orders were not released: they have two lines.
UNFINISHED = 2005
IS_ROOT = os.geteuid() == 0


def run(*words):
    """What one program has measured."""
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout) if done.stdout else {}


def rounds(*tasks):
    """Lets the tasks take turns; for each the list of what it measured."""
    found = [[] for _ in tasks]
    for _ in range(ROUNDS):
        for place, task in enumerate(tasks):
            found[place].append(task())
    return found


def median(found, member="p50"):
    return statistics.median(entry[member] for entry in found)


def row(what, ours, other, ratio, goal, is_met):
    print(f"| {what} | {ours} | {other} | {ratio} | {goal} | {'yes' if is_met else 'NO'} |", flush=True)


def compare(what, ours, other, goal=1.0):
    shown = f"≤ {goal:.2f}" if goal else "–"
    row(what, f"{ours:.1f} µs", f"{other:.1f} µs", f"{ours / other:.2f}", shown, not goal or ours <= goal * other)


def limit(what, ours, most, other=None):
    """A time that must not be longer than `most` µs."""
    ratio = f"{ours / other:.2f}" if other else "–"
    shown = f"{other:.1f} µs" if other else "–"
    row(what, f"{ours:.1f} µs", shown, ratio, f"≤ {most} µs", ours <= most)


def appends(place, where):
    """(a) Durable lines of 300 bytes, each waited for."""
    folder = os.path.join(place, "appends")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    ours, other = rounds(
        lambda: run(OURS, "append", os.path.join(folder, "journal"), APPENDS),
        lambda: run(SQLITE, "append", os.path.join(folder, "database"), APPENDS))
    compare(f"(a) durable append, {where}, p50", median(ours), median(other))
    compare(f"(a) durable append, {where}, p99", median(ours, "p99"), median(other, "p99"), goal=None)
    shutil.rmtree(folder)


@contextlib.contextmanager
def loop_mount():
    """A journaled ext4 of its own."""
    point, image = os.path.join(BUILD, "mount"), os.path.join(BUILD, "image")
    os.makedirs(point, exist_ok=True)
    subprocess.run(["truncate", "-s", "512M", image], check=True)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    subprocess.run(["mount", "-o", "loop", image, point], check=True)
    try:
        yield point
    finally:
        subprocess.run(["umount", point], check=True)
        os.remove(image)


def prepare(orders):
    """The journal and the database of so many orders."""
    place = os.path.join(BUILD, f"orders-{orders}")
    journal, database = os.path.join(place, "journal"), os.path.join(place, "database")
    if not os.path.exists(os.path.join(place, "done")):
        shutil.rmtree(place, ignore_errors=True)
        os.makedirs(place)
        print(f"making a journal and a database of {orders} orders: a minute or two", file=sys.stderr)
        run(OURS, "make", journal, orders)
        run(SQLITE, "make", database, *sorted(glob.glob(os.path.join(journal, "segment-*.jsonl"))))
        subprocess.run(["sync"], check=True)
        open(os.path.join(place, "done"), "w").close()
    return journal, database


def drop_caches():
    """Only the programs themselves stay in memory."""
    subprocess.run(["sync"], check=True)
    with open("/proc/sys/vm/drop_caches", "w") as file:
        file.write("3\n")
    libraries = [word for word in subprocess.run(
        ["ldd", SQLITE], stdout=subprocess.PIPE, text=True, check=True).stdout.split() if word.startswith("/")]
    for path in [OURS, SQLITE, *libraries]:
        with open(path, "rb") as file:
            while file.read(1 << 20):
                pass


def cold(*words):
    drop_caches()
    return run(*words)


def readings(journal, database):
    """(b) Everything, verified. memchr reads the same files through a buffer of the same size."""
    ours, bare, replay, count = rounds(
        lambda: run(OURS, "replay", journal), lambda: run(OURS, "memchr", journal),
        lambda: run(SQLITE, "replay", database), lambda: run(SQLITE, "count", database))
    speed = ours[0]["bytes"] / median(ours)
    memchr = bare[0]["bytes"] / median(bare)
    row("(b) verified replay, against memchr", f"{speed:.0f} MB/s", f"{memchr:.0f} MB/s", f"{speed / memchr:.2f}",
        "≥ 0.25", speed >= 0.25 * memchr)
    compare("(b) verified replay, against SQLite reading each row", median(ours), median(replay))
    # Counts cells in pages, and looks at no row.
    compare("(b) verified replay, against SQLite's count(*) alone", median(ours), median(count), goal=None)


def look_ups(journal, database, orders):
    """(c) One order among all, by any of its names, its lines decoded; SQLite by its number."""
    ours, other = rounds(
        lambda: run(OURS, "find", journal, orders, LOOK_UPS), lambda: run(SQLITE, "find", database, orders, LOOK_UPS))
    limit("(c) look-up, p50", median(ours), 8, median(other))
    limit("(c) look-up, p99", median(ours, "p99"), 20, median(other, "p99"))
    compare("(c) look-up, p50, against SQLite", median(ours), median(other))


def starts(journal, database, orders):
    """(d) and (e)"""
    number = lambda: random.randrange(orders - UNFINISHED)
    limit("(e) start with a checkpoint, warm", median(rounds(lambda: run(OURS, "open", journal))[0]), 50000)
    limit("(e) look-up beside a writer, warm", median(rounds(lambda: run(OURS, "read", journal, number()))[0]), 50000)
    if not IS_ROOT:
        print("(d) with nothing in the cache: left out, needs root")
        return
    ours, other = rounds(
        lambda: cold(OURS, "first", journal, number()), lambda: cold(SQLITE, "first", database, number()))
    limit("(d) start and first look-up, cold", median(ours), 50000, median(other))
    compare("(d) start and first look-up, cold, against SQLite", median(ours), median(other))


def digests(journal):
    """sha256sum of the same files, in µs."""
    files = sorted(glob.glob(os.path.join(journal, "segment-*.jsonl")))
    start = time.monotonic_ns()
    subprocess.run(["sha256sum", *files], stdout=subprocess.DEVNULL, check=True)
    return {"p50": (time.monotonic_ns() - start) / 1000}


def engine(journal):
    """(f) The engine's ways through all of it, beside sha256sum."""
    digest, restart, unresolved, stat, start = rounds(
        lambda: digests(journal), lambda: run(OURS, "restart", journal), lambda: run(OURS, "unresolved", journal),
        lambda: run(OURS, "stat", journal), lambda: run(OURS, "start", journal))
    compare("(f) a till's start without a checkpoint, against sha256sum", median(restart), median(digest), 1.5)
    compare("(f) `open`, against sha256sum", median(unresolved), median(digest))
    compare("(f) `journal stat`, against sha256sum", median(stat), median(digest))
    limit("(f) a till's start with a checkpoint", median(start), 50000)
    memory = max(entry["anonymous"] for entry in restart) / 1024
    row("(f) anonymous memory of a start without a checkpoint", f"{memory:.0f} MiB", "–", "–", "≤ 60 MiB", memory <= 60)


def main():
    orders = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    journal, database = prepare(orders)
    print("| | the journal | the other | ratio | goal | met |\n|---|---|---|---|---|---|")
    appends(BUILD, "this disk")
    if IS_ROOT:
        with loop_mount() as point:
            appends(point, "loop-mounted ext4")
    else:
        print("(a) on a loop-mounted ext4: left out, needs root")
    readings(journal, database)
    look_ups(journal, database, orders)
    starts(journal, database, orders)
    engine(journal)


if __name__ == "__main__":
    main()
