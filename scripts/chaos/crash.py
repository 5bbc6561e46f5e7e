#!/usr/bin/env python3
"""Kills a till under load, cuts the disk below it, and lets its disk lie; compares each time what was told, what was
kept and what was sent.

Usage: crash.py [KILLS] [CUTS] [SEED]    10000 kills and, for each file system, 100 cuts when left out

The cuts need root, loop devices and xfs_io (Debian's xfsprogs); without them they are left out, and that is said.
"""
import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

from till import Sandbox, Story, Till, product

FLIGHTS = 4
# Kills that one journal and one sandbox live through, so that comparing stays quick.
ROUND = 100
ENDS = {
    "frozen": {"freeze.frozen"}, "over": {"freeze.over"}, "released": {"unfreeze.released"},
    "consumed": {"consume.consumed"}, "refused": {"freeze.refused", "unfreeze.refused", "consume.refused"},
    "not_sent": {"freeze.not_sent", "unfreeze.not_sent", "consume.not_sent"}}


class Load:
    """A till process with several freezes, releases and consumes in flight."""

    codes = 0

    def __init__(self, till):
        Load.codes += 100000
        self.path = os.path.join(till.folder, "told")
        with open(self.path, "wb") as told:
            self.process = subprocess.Popen(
                [product("till-load"), till.config, str(Load.codes), str(FLIGHTS)], stdout=told,
                stderr=subprocess.DEVNULL)

    def told(self):
        """What it told so far, line by line; a line that is cut off was not told."""
        with open(self.path) as file:
            return [line.split() for line in file.read().split("\n")[:-1]]

    def kill(self):
        self.process.kill()
        self.process.wait()
        return self.told()


class Comparison:
    """Counts, and everything that was not as it must be."""

    def __init__(self, name):
        self.name, self.ends, self.orders, self.told, self.open, self.wrong = name, 0, 0, 0, 0, []
        self.torn, self.refused, self.moved = 0, 0, 0

    def compare(self, till, sandbox, told):
        """Looks at the journal after an end of the process or of the disk."""
        self.ends += 1
        lines, torn = till.lines()
        self.torn += torn > 0
        story = Story(lines)
        sent = sandbox.sent()
        for number in set(sent) - set(story.intents):
            self.wrong.append(f"{number} was sent and has no intent")
        if story.twice:
            self.wrong.append(f"intents twice: {story.twice}")
        if len(sent) != len(set(sent)):
            self.wrong.append("a number was sent twice")
        for words in told:
            if words[0] == "started" and words[1] not in story.intents:
                self.wrong.append(f"{words[1]} was told and has no intent")
            elif words[0] == "settled":
                self.told += 1
                if story.last.get(words[1]) not in ENDS.get(words[2], ()):
                    self.wrong.append(f"{words[1]} was told {words[2]}, kept is {story.last.get(words[1])}")
            elif words[0] in ("rejected", "open"):
                self.refused += 1
        if self.wrong:
            # The journal as it is, to look into.
            keep = tempfile.mkdtemp(prefix="postui-crash-kept-")
            shutil.copytree(till.journal, os.path.join(keep, "journal"))
            self.wrong.append(f"kept in {keep}")
            raise Broken(self)
        return story

    def finish(self, till, sandbox):
        """At the end of a journal's life: the program itself says the same, and the sandbox's money agrees."""
        # The next writer declares a torn tail.
        with contextlib.suppress(subprocess.TimeoutExpired):
            load = Load(till)
            load.process.wait(1)
        load.kill()
        story = Story(till.lines()[0])
        orders = sandbox.orders()
        status, _, words = till.run("journal", "verify", "--full")
        if status != 0:
            self.wrong.append(f"verify: {status} {words}")
        status, listed, _ = till.run("open", "--json")
        if {own_number(found) for found in listed} != story.open():
            self.wrong.append("the open questions are not the journal's")
        for number, order in orders.items():
            if order["made"] != 1 or order["state"] not in ("frozen", "over"):
                self.wrong.append(f"the sandbox has {order}")
            self.movements(number, order, story)
        frozen = {number for number, last in story.last.items() if last == "freeze.frozen"}
        if frozen - set(orders) or set(orders) - set(story.intents):
            self.wrong.append("the sandbox's orders are not the journal's")
        self.orders += len(orders)
        self.open += len(story.open())
        if self.wrong:
            raise Broken(self)

    def movements(self, number, order, story):
        """A deposit's releases and consumes: one effect or none, as the journal says, and the same money left."""
        moved = order["releases"] + order["consumes"]
        self.moved += len(moved)
        for movement in moved:
            last = story.last.get(movement["number"])
            if movement["effects"] > 1 or movement["number"] not in story.intents:
                self.wrong.append(f"the sandbox has {movement}")
            if last in story.SETTLED and (last in story.DONE) != (movement["effects"] == 1):
                self.wrong.append(f"{last} is kept of {movement}")
        is_open = any(movement["number"] in story.open() for movement in moved)
        left = story.left.get(number, order["freeze_fee"])
        if story.last.get(number) == "freeze.frozen" and not is_open and left != order["left"]:
            self.wrong.append(f"left of {number}: {left} in the journal, {order['left']} at the sandbox")

    def __str__(self):
        return (
            f"{self.name}: {self.ends} ends, {self.orders} orders made, {self.moved} released or consumed, "
            f"{self.told} outcomes told, {self.open} open "
            f"questions, {self.refused} refused or left open, {self.torn} torn tails, {len(self.wrong)} wrong")


class Broken(Exception):
    pass


def own_number(found):
    """Of an open question: a release's or a consume's own number, or the freeze's."""
    return found.get("out_unfreeze_no") or found.get("out_trade_no") or found.get("out_freeze_no")


def slow(milliseconds):
    """Answers that take their time, so that several orders are under way at any moment."""
    return [f"slow={milliseconds}@{name}" for name in ("micro_freeze", "unfreeze", "deposit_consume")]


def kills(count, luck, folder):
    comparison = Comparison("kill -9")
    for start in range(0, count, ROUND):
        place = os.path.join(folder, f"kills-{start}")
        with Sandbox(os.path.join(place, "sandbox"), faults=slow(15)) as sandbox:
            till = Till(place, sandbox.base)
            for _ in range(min(ROUND, count - start)):
                load = Load(till)
                time.sleep(luck.choice([luck.uniform(0, 0.08), luck.uniform(0.05, 0.35)]))
                comparison.compare(till, sandbox, load.kill())
            comparison.finish(till, sandbox)
        shutil.rmtree(place)
    return comparison


def shell(*words):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise OSError(f"{' '.join(words)}: {done.stdout.strip()}")


@contextlib.contextmanager
def unmounting(point):
    """Whatever happens, nothing stays mounted."""
    os.makedirs(point, exist_ok=True)
    try:
        yield
    finally:
        while os.path.ismount(point):
            subprocess.run(["umount", point], stderr=subprocess.DEVNULL)
            time.sleep(0.05)


def image(kind, path, size):
    with open(path, "wb") as file:
        file.truncate(size)
    options = {"ext4": ["-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0"], "xfs": ["-q", "-f"]}[kind]
    shell(f"mkfs.{kind}", *options, path)


def cuts(kind, count, luck, folder):
    """Shuts a file system down under the till: what is not in its journal or on its disk is gone."""
    comparison = Comparison(f"{kind} cut")
    place = os.path.join(folder, kind)
    point = os.path.join(place, "mount")
    os.makedirs(point)
    image(kind, os.path.join(place, "image"), 512 << 20)
    with Sandbox(os.path.join(place, "sandbox"), faults=slow(5)) as sandbox, unmounting(point):
        till = Till(place, sandbox.base, journal=os.path.join(point, "journal"))
        shell("mount", "-o", "loop", os.path.join(place, "image"), point)
        for _ in range(count):
            load = Load(till)
            time.sleep(luck.uniform(0.05, 0.4))
            shell("xfs_io", "-x", "-c", "shutdown", point)
            # It goes on for a moment on a dead disk: it may tell of trouble, and of nothing else.
            time.sleep(luck.uniform(0, 0.05))
            told = load.kill()
            shell("umount", point)
            shell("mount", "-o", "loop", os.path.join(place, "image"), point)
            comparison.compare(till, sandbox, told)
        comparison.finish(till, sandbox)
    return comparison


def lie(folder):
    """A disk whose fsync fails once and then claims that all is well: an image that is larger than what holds it."""
    comparison = Comparison("lying fsync")
    place = os.path.join(folder, "lie")
    memory, point = os.path.join(place, "memory"), os.path.join(place, "mount")
    with contextlib.ExitStack() as stack:
        stack.enter_context(unmounting(memory))
        stack.enter_context(unmounting(point))
        sandbox = stack.enter_context(Sandbox(os.path.join(place, "sandbox")))
        shell("mount", "-t", "tmpfs", "-o", "size=64m", "none", memory)
        path = os.path.join(memory, "image")
        image("ext4", path, 256 << 20)
        till = Till(place, sandbox.base, journal=os.path.join(point, "journal"))
        shell("mount", "-o", "loop", path, point)
        free = os.statvfs(memory)
        ballast = free.f_bavail * free.f_bsize - (1536 << 10)
        with open(os.path.join(memory, "ballast"), "wb") as file:
            file.write(bytes(ballast))
        load = Load(till)
        end = time.monotonic() + 120
        while time.monotonic() < end and not any(w[0] in ("rejected", "open", "failed") for w in load.told()):
            if load.process.poll() is not None:
                break
            time.sleep(0.1)
        told = load.kill()
        if not any(words[0] in ("rejected", "open", "failed") for words in told):
            comparison.wrong.append("the disk never failed")
        os.remove(os.path.join(memory, "ballast"))
        shell("umount", point)
        shell("mount", "-o", "loop", path, point)
        comparison.compare(till, sandbox, told)
        comparison.finish(till, sandbox)
    return comparison


def main():
    numbers = [int(word) for word in sys.argv[1:]]
    count = numbers[0] if numbers else 10000
    cut_count = numbers[1] if len(numbers) > 1 else 100
    seed = numbers[2] if len(numbers) > 2 else random.SystemRandom().randrange(1 << 32)
    luck = random.Random(seed)
    print(f"crash: {count} kills, {cut_count} cuts, seed {seed}", flush=True)
    tasks = [lambda folder: kills(count, luck, folder)]
    if os.geteuid() != 0:
        print("crash: not root, so no file system can be mounted: cuts and the lying fsync are left out")
    elif not shutil.which("xfs_io") or not os.path.exists("/dev/loop-control"):
        print("crash: no xfs_io (Debian's xfsprogs) or no loop devices: cuts and the lying fsync are left out")
    else:
        tasks += [lambda folder: cuts("ext4", cut_count, luck, folder)]
        tasks += [lambda folder: cuts("xfs", cut_count, luck, folder)]
        tasks += [lie]
    status = 0
    with tempfile.TemporaryDirectory(prefix="postui-crash-") as folder:
        for task in tasks:
            start = time.monotonic()
            try:
                print(f"crash: {task(folder)}; {time.monotonic() - start:.0f} s", flush=True)
            except Broken as broken:
                status = 1
                print(f"crash: {broken.args[0]}\n  " + "\n  ".join(broken.args[0].wrong), flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
