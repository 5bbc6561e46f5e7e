#!/usr/bin/env python3
"""Moves, deletes, replaces, cuts and restores the journal's files at random beside commands that freeze deposits.

After each such deed: a deposit that was told as frozen is in the journal that the next start reads, or the command had
said that it could not write, or `verify` and the next start say that the journal is damaged. Nothing may crash or hang.
Usage: names.py [DEEDS [SEED [SECONDS]]]: stops at whichever of deeds and seconds is reached first.

A folder that is taken away or put back whole, lock and all, remembers nothing of what it held: where no process has it
open, nobody can tell it from one that never held more. Of such a deed only the order counts that is told after it.
"""
import glob
import itertools
import os
import random
import shutil
import sys
import tempfile
import threading
import time

from till import Sandbox, Story, Till

codes = itertools.count(int(time.time()) % 10**6 * 10**10)


def new_code():
    return f"13{next(codes):016d}"[:18]


def segments(folder):
    return sorted(glob.glob(os.path.join(folder, "segment-*.jsonl")))


def targets(journal, dice):
    """One of the journal's files, or the folder itself."""
    found = segments(journal)
    files = [os.path.join(journal, name) for name in ("lock", "digest.key", "checkpoint")]
    return dice.choice([journal, files[0], files[0], dice.choice(files), *(found[-1:] * 2), dice.choice(found or files)])


def deed(journal, copy, dice):
    """Does something to one of the names. Returns its words."""
    path = targets(journal, dice)
    inside = os.path.join(copy, os.path.relpath(path, journal)) if path != journal else copy
    what = dice.choice(["unlink", "rename", "replace", "restore"] + ([] if path == journal else ["truncate"] * 2))
    words = f"{what} {os.path.basename(path)}"
    try:
        if what == "unlink":
            shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
        elif what == "rename":
            os.rename(path, f"{path}.{dice.randrange(10**9)}" if path == journal else path + ".away")
        elif what == "truncate":
            words += f" to {(size := dice.choice([0, 7, dice.randrange(max(1, os.path.getsize(path)))]))}"
            os.truncate(path, size)
        else:
            # By a copy of what is there now, or of what was there before the command.
            fresh = path + ".fresh"
            source = path if what == "replace" else inside
            if os.path.isdir(source):
                shutil.copytree(source, fresh)
                os.rename(path, f"{path}.{dice.randrange(10**9)}")
            else:
                shutil.copy2(source, fresh)
            os.rename(fresh, path)
    except OSError as error:
        words += f" ({error.strerror})"
    return words, path == journal


def turn(till, sandbox, dice, known, folder):
    """One deed beside one command. Returns what is wrong, what is known to be frozen from now on, and its words."""
    copy = os.path.join(folder, "copy")
    shutil.rmtree(copy, ignore_errors=True)
    if os.path.isdir(till.journal):
        shutil.copytree(till.journal, copy)
    done = {}

    def strike():
        done["words"], done["isFolder"] = deed(till.journal, copy, dice)
        done["time"] = time.monotonic()

    timer = threading.Timer(dice.choice([0, dice.random() * 0.3]), strike)
    timer.start()
    status, answer, words = till.freeze(new_code())
    told = time.monotonic()
    timer.join()
    wrong = []
    if status not in (0, 3, 5):
        wrong.append(f"status {status}: {words.strip()}")
    isForgotten = done["isFolder"] and not done["words"].startswith("replace")
    frozen = set() if isForgotten else set(known)
    # After the telling, or too near to it to say.
    isLate = isForgotten and done["time"] > told - 0.1
    if status == 0 and not isLate:
        frozen.add(answer["out_freeze_no"])
    verify, _, finding = till.run("journal", "verify")
    listed, _, _ = till.run("open", "--json")
    again, next_answer, next_words = till.freeze(new_code())
    if verify not in (0, 1, 5) or again not in (0, 3, 5) or listed not in (0, 5):
        wrong.append(f"verify {verify}, open {listed}, the next freeze {again}: {finding} {next_words}")
    story = Story(till.lines()[0])
    held = {number for number, last in story.last.items() if last == "freeze.frozen"}
    said = verify != 0 or again == 5
    if frozen - held and not said:
        wrong.append(f"frozen and gone without a word: {sorted(frozen - held)}")
    sent = sandbox.sent()
    if len(sent) != len(set(sent)):
        wrong.append("a number was sent twice")
    if again == 5:
        # What people do then: here a new journal.
        shutil.rmtree(till.journal, ignore_errors=True)
        held = set()
    elif again == 0:
        held.add(next_answer["out_freeze_no"])
    return wrong, held, done["words"], said


def main():
    deeds = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    limit = float(sys.argv[3]) if len(sys.argv) > 3 else 600
    start, failed, spoken, count = time.monotonic(), 0, 0, 0
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="postui-names-") as folder:
        with Sandbox(os.path.join(folder, "sandbox")) as sandbox:
            till = Till(os.path.join(folder, "till"), sandbox.base)
            known = set()
            till.freeze(new_code())
            while count < deeds and time.monotonic() - start < limit:
                count += 1
                wrong, known, words, said = turn(till, sandbox, dice, known, folder)
                spoken += said
                for place in glob.glob(till.journal + ".*"):
                    shutil.rmtree(place, ignore_errors=True)
                if wrong:
                    failed += 1
                    print(f"seed {seed}, deed {count}, {words}: " + "; ".join(wrong))
    print(f"names: {count} deeds, seed {seed}, damage told {spoken} times, {failed} failures, {time.monotonic() - start:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
