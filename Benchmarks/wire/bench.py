#!/usr/bin/env python3
"""Measures the way to the wire: this till beside Python with requests and beside curl in a shell.

    make bench-wire

All freeze the same deposit at the same sandbox over TLS (stunnel), once on this machine and once 50 ms away. The till
keeps a durable journal; requests is measured with two synced lines a freeze, and without keeping anything. Ends with
status 1 when a promise is broken.

The moment of the last byte in the kernel: for the till when libcurl returns from the call in which it took the body's
end and sent it, which is never too early (libcurl tells that moment itself only from 8.10 on); for requests when the
last send() returns.
"""
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import signing
from relay import Relay

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HERE = os.path.dirname(os.path.abspath(__file__))
os.environ.setdefault("BUILT", ".build/release")
sys.path.insert(0, os.path.join(ROOT, "scripts", "chaos"))
import till as chaos  # noqa: E402

PYTHON = "/usr/bin/python3"
COUNT, FAR_COUNT, CURL_COUNT, PROCESSOR_COUNT, PROCESSOR_TURNS = 300, 50, 20, 1000, 3
PAUSE_MS, ROUND_TRIP_MS = 20, 50


def need():
    for path, package in [("/usr/bin/stunnel4", "stunnel4"), ("/usr/bin/curl", "curl"), ("/usr/bin/openssl", "openssl")]:
        if not os.access(path, os.X_OK):
            sys.exit("%s is missing: sudo apt-get install %s" % (path, package))
    if subprocess.run([PYTHON, "-c", "import requests"], stderr=subprocess.DEVNULL).returncode != 0:
        sys.exit("requests is missing for %s: sudo apt-get install python3-requests" % PYTHON)


def certificate(folder):
    files = [os.path.join(folder, name) for name in ("server.key", "server.crt", "server.pem")]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", files[0], "-out", files[1]],
        check=True, stderr=subprocess.DEVNULL)
    with open(files[2], "w") as both:
        for name in files[:2]:
            with open(name) as part:
                both.write(part.read())
    return files[1], files[2]


class Front:
    """stunnel in front of the sandbox."""

    def __init__(self, folder, plain_port, pem):
        log = os.path.join(folder, "stunnel.log")
        conf = os.path.join(folder, "stunnel.conf")
        with open(conf, "w") as file:
            file.write("foreground = yes\npid =\ndebug = 5\noutput = %s\n[cpay]\naccept = 127.0.0.1:0\n"
                       "connect = 127.0.0.1:%s\ncert = %s\n" % (log, plain_port, pem))
        self.process = subprocess.Popen(["/usr/bin/stunnel4", conf], stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        self.port = None
        while self.port is None:
            if self.process.poll() is not None or time.monotonic() > end:
                sys.exit("stunnel4 does not start")
            time.sleep(0.02)
            self.port = self.listening()

    def listening(self):
        """The port that the kernel gave it."""
        with open("/proc/%d/net/tcp" % self.process.pid) as table:
            rows = [line.split() for line in table.readlines()[1:]]
        sockets = set()
        for name in os.listdir("/proc/%d/fd" % self.process.pid):
            try:
                sockets.add(os.readlink("/proc/%d/fd/%s" % (self.process.pid, name)))
            except FileNotFoundError:
                pass
        for row in rows:
            if row[3] == "0A" and "socket:[%s]" % row[9] in sockets:
                return int(row[1].split(":")[1], 16)
        return None

    def end(self):
        self.process.terminate()
        self.process.wait()


class Bench:
    def __init__(self, folder, port, authority):
        self.folder, self.port, self.authority = folder, port, authority
        self.relay = Relay(port, ROUND_TRIP_MS / 1000)
        self.code = 1
        self.tills = 0

    def codes(self, count):
        self.code += count
        return self.code - count

    def config(self, port):
        self.tills += 1
        folder = os.path.join(self.folder, "till-%d" % self.tills)
        os.mkdir(folder)
        with open(os.open(os.path.join(folder, "authen.key"), os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
            file.write(signing.KEY.decode() + "\n")
        path = os.path.join(folder, "till.toml")
        with open(path, "w") as file:
            file.write(
                '[till]\ndevice_id = "824"\nmachine_no = "00-05-9a-3c-7a-00"\norder_prefix = "sz010002cz"\n'
                '[merchant]\nout_mch_id = "sz01lXKA6DKGjNzr2l4B"\nout_sub_mch_id = "sz01KzuCUOmw8yjtPite"\n'
                'out_shop_id = "sz011biKxOguirmBqiFR"\nauthen_key_file = "authen.key"\n'
                '[gateway]\nbases = ["https://127.0.0.1:%d"]\nca_file = "%s"\n'
                '[journal]\ndirectory = "journal"\n[log]\nfile = "postui.log"\n' % (port, self.authority))
        return path

    def output(self, command):
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        if run.returncode != 0:
            sys.exit("%s ended with status %d: %s" % (command[0], run.returncode, run.stdout))
        return json.loads(run.stdout)

    def till(self, port, count, pause):
        return self.output([chaos.product("wire-bench"), "freeze", self.config(port), str(count),
                            str(self.codes(count)), str(pause)])

    def requests(self, port, count, pause, journal="-"):
        return self.output([PYTHON, os.path.join(HERE, "requests_client.py"), "https://127.0.0.1:%d" % port,
                            self.authority, journal, str(count), str(self.codes(count)), str(pause)])

    def requests_with_journal(self, port, count, pause):
        self.tills += 1
        return self.requests(port, count, pause, os.path.join(self.folder, "journal-%d" % self.tills))

    def curl(self, port, count):
        told, before = [], resource.getrusage(resource.RUSAGE_CHILDREN)
        for index in range(count):
            body = os.path.join(self.folder, "body")
            with open(body, "wb") as file:
                file.write(signing.freeze(self.codes(1)))
            start = time.monotonic_ns()
            run = subprocess.run(
                ["curl", "--silent", "--cacert", self.authority, "--noproxy", "*", "-H",
                 "Content-Type: application/json", "--data-binary", "@" + body,
                 "https://127.0.0.1:%d/cpay/micro_freeze" % port], stdout=subprocess.PIPE)
            told.append((time.monotonic_ns() - start) // 1000)
            if run.returncode != 0 or not signing.is_frozen(run.stdout):
                sys.exit("curl: not frozen: %r" % run.stdout)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return {"told": told, "processor": int(spent * 1e6)}

    def journal(self):
        return self.output([chaos.product("wire-bench"), "journal", os.path.join(self.folder, "journal"), str(COUNT)])

    def round_trips(self, run, count):
        """Round trips for each freeze, without those of opening the connection that is kept, and the figures."""
        if run == self.curl:
            self.relay.take()
            figures = run(self.relay.port, count)
            return self.relay.take() / count, figures
        # One freeze and many: what differs is the freezes alone.
        self.relay.take()
        run(self.relay.port, 1, 0)
        once = self.relay.take()
        figures = run(self.relay.port, count + 1, 0)
        return (self.relay.take() - once) / count, figures


def p50(samples):
    return statistics.median(samples) / 1000


def p99(samples):
    return statistics.quantiles(samples, n=100)[98] / 1000


def table(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                        for column, (cell, width) in enumerate(zip(row, widths))).rstrip())


def row(name, unit, digits, *figures):
    """Figures, the others' with how many times the till's they are."""
    shown = ["-" if figure is None else "%.*f" % (digits, figure) for figure in figures]
    for index, figure in enumerate(figures[1:], 1):
        if figure is not None and figures[0]:
            shown[index] += " (%.1f x)" % (figure / figures[0])
    return [name + ", " + unit, *shown]


def main():
    need()
    with tempfile.TemporaryDirectory(prefix="wire-bench-", dir=os.path.join(ROOT, ".build")) as folder:
        authority, pem = certificate(folder)
        with chaos.Sandbox(os.path.join(folder, "sandbox")) as sandbox:
            front = Front(folder, sandbox.base.rsplit(":", 1)[1], pem)
            try:
                status = measure(Bench(folder, front.port, authority))
            finally:
                front.end()
    sys.exit(status)


def measure(bench):
    clients = [bench.till, bench.requests_with_journal, bench.requests]
    near = [client(bench.port, COUNT, PAUSE_MS) for client in clients] + [bench.curl(bench.port, CURL_COUNT)]
    journal = p50(bench.journal()["journal"])
    trips, far = zip(*[bench.round_trips(client, FAR_COUNT) for client in clients],
                     bench.round_trips(bench.curl, CURL_COUNT))
    # In turns, so that what else the machine does falls on all of them; the median of the turns.
    turns = [[client(bench.port, PROCESSOR_COUNT, 0)["processor"] / PROCESSOR_COUNT / 1000 for client in clients]
             for _ in range(PROCESSOR_TURNS)]
    spent = [statistics.median(column) for column in zip(*turns)] + [near[3]["processor"] / CURL_COUNT / 1000]
    sent = [p50(figures["sent"]) for figures in near[:3]]
    print("%d freezes one by one, %d ms apart; load %.1f on %d processors\n"
          % (COUNT, PAUSE_MS, os.getloadavg()[0], os.cpu_count()))
    table([
        ["", "postui", "requests+journal", "requests", "curl"],
        row("Enter to last byte in the kernel, p50", "ms", 2, *sent, None),
        row("the same, p99", "ms", 2, *[p99(figures["sent"]) for figures in near[:3]], None),
        row("of it one durable line of an intent, p50", "ms", 2, journal, None, None, None),
        row("Enter to outcome, p50", "ms", 2, *[p50(figures["told"]) for figures in near]),
        row("Enter to outcome, %d ms away, p50" % ROUND_TRIP_MS, "ms", 1, *[p50(figures["told"]) for figures in far]),
        row("round trips that a freeze waits for", "count", 2, *trips),
        row("processor time of a freeze, of %d" % PROCESSOR_COUNT, "ms", 3, *spent),
    ])
    broken = [text for text, holds in [
        ("last byte in the kernel within 1 ms", sent[0] <= 1),
        ("a durable intent within 1 ms", journal <= 1),
        ("exactly one round trip", trips[0] == 1),
        ("less processor time than Python with requests that keeps as much", spent[0] < spent[1]),
    ] if not holds]
    for text in broken:
        print("BROKEN: " + text)
    return 1 if broken else 0


if __name__ == "__main__":
    main()
