"""A second reader of the journal, written from docs/journal.md alone. Slow on purpose: it tries everything.

Usage: read_journal.py FOLDER...   prints one JSON object for each folder.
"""
import hashlib
import json
import os
import re
import sys

TABLE = []
for byte in range(256):
    value = byte
    for _ in range(8):
        value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
    TABLE.append(value)

SPELLING = re.compile(rb'\{"n":([1-9][0-9]{0,17}),.*,"h":"(.{32})","c":"([0-9a-f]{8})"\}', re.S)
ENDING = re.compile(rb',"c":"([0-9a-f]{8})"\}\Z')
START = (0, "00000000", "0" * 32)  # n, c, h


def checksum(before, data):
    value = int(before, 16) ^ 0xFFFFFFFF
    for byte in data:
        value = value >> 8 ^ TABLE[(value ^ byte) & 255]
    return "%08x" % (value ^ 0xFFFFFFFF)


def spelled(line):
    """n, c, h of a well-spelled line."""
    match = SPELLING.fullmatch(line) if len(line) < 8192 else None
    return match and (int(match[1]), match[3].decode(), match[2].decode("latin-1"))


def printed(line):
    match = ENDING.search(line)
    return match and match[1].decode()


def continues(line, before):
    return before is not None and checksum(before, line[:-16]) == spelled(line)[1]


def digest_follows(line, before):
    if not re.fullmatch("[0-9a-f]{32}", before):
        return False
    return hashlib.sha256(bytes.fromhex(before) + line[:-55]).hexdigest()[:32] == spelled(line)[2]


def fits(line, last):
    found = spelled(line)
    return found and found[0] == last[0] + 1 and continues(line, last[1]) and digest_follows(line, last[2])


def mend(data, last):
    """The mended line, the bytes it takes, the flipped byte's place and the bit."""
    feed = data.find(b"\n")
    cut = len(data) if feed < 0 else feed
    tries = []
    if feed >= 0 and feed < 8192:
        tries += [(data[:feed], at, feed + 1) for at in range(feed)]
    for at in range(cut):  # a LF that became something else
        if data[at - 1:at] == b"}":
            tries.append((None, at, at + 1))
    if feed >= 0:  # something that became a LF
        end = data.find(b"\n", feed + 1)
        if 0 < end < 8192:
            tries.append((data[:end], feed, end + 1))
    for line, at, length in tries:
        for bit in range(8):
            if line is None:
                if data[at] ^ 1 << bit != 10:
                    continue
                mended = data[:at]
            else:
                mended = line[:at] + bytes([line[at] ^ 1 << bit]) + line[at + 1:]
            # The digest is the faster of the two here.
            found = spelled(mended)
            if found and found[0] == last[0] + 1 and digest_follows(mended, last[2]) and fits(mended, last):
                return mended, length, at, 1 << bit
    return None


def lines(data, start=0):
    """(offset, bytes, whether a LF ends them)"""
    while start < len(data):
        if data[start] == 10:
            start += 1
            continue
        end = data.find(b"\n", start)
        yield start, data[start:end if end >= 0 else len(data)], end >= 0
        start = end + 1 if end >= 0 else len(data)


class Journal:
    def __init__(self, folder):
        self.files = {}
        for name in os.listdir(folder):
            match = re.fullmatch(r"segment-([0-9]{6,})\.jsonl", name)
            if match:
                with open(os.path.join(folder, name), "rb") as file:
                    self.files[int(match[1])] = file.read()
        self.segments, self.stillborn, self.missing = [], [], []
        self.find()

    def header(self, line, ordinal):
        try:
            fields = json.loads(line)
            whole = (
                [type(fields[name]) for name in ("v", "segment", "gen", "till", "first")] == [int, int, str, str, int]
                and fields["e"] == "segment" and fields["segment"] == ordinal and fields["first"] == fields["n"]
            )
            if whole and fields["prev"] is not None:
                values = list(fields["prev"].items())
                whole = (
                    [name for name, _ in values] == ["segment", "length", "void", "sha256"]
                    and [type(value) for _, value in values] == [int, int, int, str]
                    and 0 < values[0][1] < 2**31 and 0 <= values[1][1] < 2**32 and 0 <= values[2][1] < 2**32
                    and len(values[3][1]) == 64
                )
            return fields if whole else None
        except (ValueError, KeyError, AttributeError):
            return None

    def judge(self, ordinal):
        """How good a header is, itself, its chain, and how it was mended."""
        data = self.files[ordinal]
        at, line, ended = next(lines(data), (1, b"", False))
        fields = self.header(line, ordinal) if at == 0 and ended and spelled(line) else None
        likely, state = False, None
        if fields and fields["prev"] is None:
            if fields["n"] == 1 and continues(line, "00000000"):
                return "good", fields, spelled(line), None
        elif fields:
            prev = fields["prev"]
            end = self.files.get(prev["segment"], b"")[:prev["length"]]
            if prev["segment"] >= ordinal or len(end) < prev["length"]:
                likely = True
            else:
                before = end[:-1]
                if printed(before) and continues(line, printed(before)):
                    return "good", fields, spelled(line), None
                if digest_follows(line, before[-49:-17].decode("latin-1")):
                    likely, state = True, spelled(line)
                elif not printed(before):
                    likely = True
        repaired = self.mend_header(ordinal)
        if repaired:
            return "good", self.header(repaired[0], ordinal), spelled(repaired[0]), repaired
        return ("plausible" if likely else "damaged"), fields if likely else None, state, None

    def mend_header(self, ordinal):
        data = self.files[ordinal][:16384]
        if b'"' not in data:
            return None
        for lower in sorted((o for o in self.files if o < ordinal), reverse=True):
            ends = [spelled(line) for _, line, ended in lines(self.files[lower]) if ended and spelled(line)]
            for before in reversed(ends[-4:]):
                found = mend(data, before)
                if found and self.header(found[0], ordinal):
                    return found
        found = mend(data, START)
        return found if found and self.header(found[0], ordinal) else None

    def holds_lines(self, ordinal):
        before = None
        for _, line, ended in lines(self.files[ordinal]):
            if ended and before and spelled(line) and continues(line, before):
                return True
            before = printed(line) if ended else None
        return False

    def find(self):
        rest, limit, void = sorted(self.files), None, 0
        while rest:
            ordinal = rest.pop()
            kind, fields, state, repaired = self.judge(ordinal)
            if kind != "good" and limit is None and state is None and not self.holds_lines(ordinal):
                self.stillborn.append(ordinal)
                continue
            self.segments.insert(0, (ordinal, limit, void, state, repaired))
            limit, void = None, 0
            if not fields:
                continue
            if fields["prev"] is None:
                break
            while rest and rest[-1] > fields["prev"]["segment"]:
                self.stillborn.append(rest.pop())
            if rest and rest[-1] == fields["prev"]["segment"]:
                limit, void = fields["prev"]["length"], fields["prev"]["void"]
            else:
                self.missing.append(fields["prev"]["segment"])
        self.stillborn = sorted(self.stillborn + rest)

    def read(self):
        last, lost, before = START, False, None
        out = hashlib.sha256()
        numbers, gaps, repairs, torn = 0, [], [], 0
        for ordinal, limit, _, state, repaired in self.segments:
            data = self.files[ordinal][:limit]
            offset, end = 0, 0
            content = len(data.rstrip(b"\n"))
            while True:
                at, line, ended = next(lines(data, offset), (None, None, None))
                if at is None:
                    break
                offset = at + len(line) + (1 if ended else 0)
                found = spelled(line) if ended else None
                counts = False
                if at == 0 and state and state[0] > last[0]:
                    counts, found = True, state
                    if repaired:
                        line, length, place, mask = repaired
                        offset = length
                        repairs.append([found[0], ordinal, place, mask])
                elif found and found[0] == last[0] + 1 and continues(line, last[1]):
                    counts = True
                elif found and lost and found[0] > last[0] and continues(line, before):
                    counts = True
                if not counts and not lost:
                    mended = mend(data[at:at + 16384], last)
                    if mended:
                        line, length, place, mask = mended
                        offset, counts, found = at + length, True, spelled(line)
                        repairs.append([found[0], ordinal, at + place, mask])
                if not counts:
                    lost, before = True, printed(line) if ended else None
                    continue
                if found[0] > last[0] + 1:
                    gaps.append([last[0] + 1, found[0] - 1])
                last, lost, before, end = found, False, None, offset
                numbers += 1
                out.update(line + b"\n")
            torn = max(0, content - end) if limit is None else 0
        return {
            "lines": numbers, "last": last[0], "sha256": out.hexdigest(), "gaps": gaps, "repairs": repairs,
            "torn": torn, "void": sum(segment[2] for segment in self.segments),
            "segments": [segment[0] for segment in self.segments], "stillborn": self.stillborn,
            "missing": sorted(self.missing),
        }


for path in sys.argv[1:]:
    print(json.dumps(Journal(path).read()))
