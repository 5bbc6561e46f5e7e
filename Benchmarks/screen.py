#!/usr/bin/env python3
"""Measures the till's screen: keys to frames, memory, and silence when nothing changes.

    make build && python3 Benchmarks/screen.py [keys]

Opens `postui demo` on a pseudo terminal of 80 x 24, types into the amount field, and takes the time from the write of
a key to the read that completes the expected frame. Needs Debian's python3-pyte.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time

import pyte

PROGRAM = os.path.join(os.path.dirname(__file__), "..", ".build", "release", "postui")


class Till:
    def __init__(self, state):
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(XDG_STATE_HOME=state, TERM="screen", LANG="C.UTF-8")
            os.execv(PROGRAM, [PROGRAM, "demo", "--language", "en"])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def read(self, timeout):
        """Feeds what comes within the timeout; the count of bytes, and when they were read."""
        ready, _, _ = select.select([self.terminal], [], [], timeout)
        if not ready:
            return 0, time.perf_counter()
        data = os.read(self.terminal, 65536)
        moment = time.perf_counter()
        self.stream.feed(data)
        return len(data), moment

    def wait_for(self, text, seconds=10):
        end = time.monotonic() + seconds
        while not any(text in line for line in self.screen.display):
            if time.monotonic() > end:
                sys.exit("the screen never showed %r:\n%s" % (text, "\n".join(self.screen.display)))
            self.read(0.05)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def key_to_frame(self, key, row, expected):
        """Seconds from the key to the read after which the row has the expected text."""
        start = moment = time.perf_counter()
        self.type(key)
        while expected not in self.screen.display[row]:
            if time.perf_counter() - start > 5:
                sys.exit("no frame with %r:\n%s" % (expected, "\n".join(self.screen.display)))
            _, moment = self.read(5)
        return moment - start

    def memory(self, name):
        with open("/proc/%d/status" % self.pid) as status:
            return next(int(line.split()[1]) for line in status if line.startswith(name))


def percentiles(samples):
    cuts = statistics.quantiles([sample * 1000 for sample in samples], n=100)
    return "p50 %.2f ms   p99 %.2f ms   max %.2f ms" % (cuts[49], cuts[98], max(samples) * 1000)


def field_row(till):
    return next(row for row, line in enumerate(till.screen.display) if "│ " in line)


def measure_keys(till, count, row):
    """Digits typed and taken back, one by one, as fast as the frames come."""
    samples = []
    for _ in range(count // 2):
        samples.append(till.key_to_frame("7", row, "│ 7 "))
        samples.append(till.key_to_frame("\x7f", row, "│   "))
    return samples


def measure_help(till, count):
    """Help opened and closed, as fast as the frames come, while the gateway does not answer."""
    samples = []
    for _ in range(count // 2):
        samples.append(till.key_to_frame("\x1bOP", 0, "Help"))
        samples.append(till.key_to_frame("\x1bOP", 0, "in progress"))
    return samples


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as state:
        till = Till(state)
        till.wait_for("Gateway up")
        measure_silence(till)
        till.type("\x1bOQ")
        till.wait_for("Type the amount")
        row = field_row(till)
        print("key to frame, idle:            ", percentiles(measure_keys(till, count, row)))
        till.type("0.36\r")
        till.wait_for("Scan the customer")
        till.type("134550264496882449\r")
        till.wait_for("in progress")
        print("key to frame, request hanging: ", percentiles(measure_help(till, count)))
        print("RssAnon: %.1f MB" % (till.memory("RssAnon") / 1024))
        till.type("\x11")
        os.kill(till.pid, 15)
        os.waitpid(till.pid, 0)


def measure_silence(till):
    """What is written in five seconds in which nothing changes but the clock."""
    writes = size = 0
    end = time.monotonic() + 5
    while time.monotonic() < end:
        got, _ = till.read(0.1)
        writes += got > 0
        size += got
    print("five idle seconds: %d writes, %d bytes (one write a tick of the clock)" % (writes, size))


if __name__ == "__main__":
    main()
