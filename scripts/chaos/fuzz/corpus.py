"""Writes the fuzzer's first inputs into a folder: the sample journal, in the shapes that the fuzzer knows."""
import os
import re
import sys

samples, corpus = sys.argv[1:]
os.makedirs(corpus, exist_ok=True)
parts = [open(os.path.join(samples, f"segment-{n:06d}.jsonl"), "rb").read() for n in (1, 2)]
# Without `n`, `h` and `c`, which the fuzzer then puts there.
bare = [re.sub(rb'(?m)^\{"n":[0-9]+,(.*),"h":"[0-9a-f]{32}","c":"[0-9a-f]{8}"\}$', rb"\1", part) for part in parts]
checkpoint = (
    b'{"v":1,"gen":"8b1c6a0e-6f0e-4a53-9f0f-3c1d2b7a9e44","n":2,"c":"00000000","h":"' + b"0" * 32
    + b'","segment":1,"length":300,"state":2,"crc":"00000000"}\n{}')
for name, files in {
    "whole": [b"s" + part for part in parts],
    "bare": [b"b" + part for part in bare],
    "mixed": [b"s" + parts[0], b"b" + bare[1]],
    "checkpoint": [b"s" + parts[0], b"s" + parts[1], b"c" + checkpoint, b"k" + bytes(32)],
    "torn": [b"s" + parts[0][:-200], b"b" + bare[1][:-20]],
}.items():
    with open(os.path.join(corpus, name), "wb") as file:
        file.write(b"\x1e".join(files))
