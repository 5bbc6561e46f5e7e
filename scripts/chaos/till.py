"""What the chaos scripts share: a sandbox, a till in a folder of its own, and a reader of its journal."""
import hashlib
import json
import os
import re
import subprocess
import time
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KEY = "654502BB0F57EC8737B4CF12117575B8"
LINE = re.compile(rb'\{"n":([1-9][0-9]*),.*,"h":"([0-9a-f]{32})","c":"[0-9a-f]{8}"\}', re.S)


def product(name):
    """The path of a built program."""
    return os.path.join(ROOT, os.environ.get("BUILT", ".build/debug"), name)


class Sandbox:
    """A cpay-sandbox on a port of its own. Ended with its `with` block."""

    def __init__(self, folder, faults=()):
        self.folder, self.faults = folder, faults

    def __enter__(self):
        os.makedirs(self.folder, exist_ok=True)
        key, port = os.path.join(self.folder, "authen.key"), os.path.join(self.folder, "port")
        with open(os.open(key, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
            file.write(KEY + "\n")
        command = [product("cpay-sandbox"), "--key-file", key, "--port-file", port, "--quiet", "--exit-with-parent",
                   # Releases are in flight all the time: none waits until WeChat Pay would take it.
                   "--form", "time-end-back=60"]
        for fault in self.faults:
            command += ["--fault", fault]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        end = time.monotonic() + 30
        while not os.path.exists(port):
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit("the sandbox does not start")
            time.sleep(0.01)
        with open(port) as file:
            self.base = "http://127.0.0.1:" + file.read().strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def get(self, name):
        with urllib.request.urlopen(f"{self.base}/sandbox/{name}") as answer:
            return json.load(answer)

    def orders(self):
        """Every order that was made, by its number."""
        return {order["number"]: order for order in self.get("orders")}

    def sent(self):
        """The numbers of all freezes, releases and consumes that arrived, once for each time."""
        making = ("micro_freeze", "unfreeze", "deposit_consume")
        return [seen["number"] for seen in self.get("requests") if seen.get("interface") in making]


class Till:
    """A till's folder: its configuration, and the journal in it."""

    def __init__(self, folder, base, journal=None):
        self.folder = folder
        self.journal = journal or os.path.join(folder, "journal")
        self.config = os.path.join(folder, "till.toml")
        os.makedirs(folder, exist_ok=True)
        with open(os.open(os.path.join(folder, "authen.key"), os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
            file.write(KEY + "\n")
        with open(self.config, "w") as file:
            file.write(
                f'[till]\ndevice_id = "824"\nmachine_no = "00-05-9a-3c-7a-00"\norder_prefix = "sz010002cz"\n'
                f'language = "en"\nip = "192.0.2.7"\n[merchant]\nout_mch_id = "sz01lXKA6DKGjNzr2l4B"\n'
                f'out_sub_mch_id = "sz01KzuCUOmw8yjtPite"\nout_shop_id = "sz011biKxOguirmBqiFR"\n'
                f'authen_key_file = "authen.key"\n[gateway]\nbases = ["{base}"]\n'
                f'[journal]\ndirectory = "{self.journal}"\n[log]\nfile = "postui.log"\nlevel = "warning"\n')

    def command(self, *arguments):
        return [product("postui"), *arguments, "--config", self.config]

    def run(self, *arguments, under=()):
        """Runs postui to its end: its status, and the JSON objects that it printed."""
        done = subprocess.run(
            [*under, *self.command(*arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=120)
        found = []
        for line in done.stdout.splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                pass
        return done.returncode, found, done.stderr.decode(errors="replace")

    def freeze(self, code, under=()):
        status, found, words = self.run("freeze", "--amount", "12.50", "--code", code, "--json", under=under)
        return status, found[0] if found else {}, words

    def lines(self):
        return journal_lines(self.journal)


def journal_lines(folder):
    """The journal's lines as objects, headers left out. Follows docs/journal.md: segments by their headers, lines by
    `n` and by the SHA-256 in `h`. Also says how many bytes behind them count as torn."""
    names = sorted(n for n in (os.listdir(folder) if os.path.isdir(folder) else []) if n.endswith(".jsonl"))
    data = {}
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            data[int(name[8:-6])] = file.read()
    # From the newest back, as each header names the one before.
    chain, limit, wanted = [], None, None
    for ordinal in sorted(data, reverse=True):
        if wanted is not None and ordinal != wanted:
            continue
        header = parsed(data[ordinal].split(b"\n", 1)[0])
        if not header or header.get("e") != "segment" or header["segment"] != ordinal:
            continue
        chain.append(data[ordinal][:limit])
        if header["prev"] is None:
            break
        wanted, limit = header["prev"]["segment"], header["prev"]["length"]
    found, number, digest, torn = [], 0, bytes(16), 0
    for part in reversed(chain):
        torn, offset = 0, 0
        for line in part.split(b"\n"):
            if not line:
                offset += 1
                continue
            match = LINE.fullmatch(line)
            body = line[:-55]  # up to ,"h":
            right = hashlib.sha256(digest + body).digest()[:16]
            if not match or int(match[1]) != number + 1 or match[2].decode() != right.hex():
                torn = len(part.rstrip(b"\n")) - offset
                break
            number, digest = number + 1, right
            offset += len(line) + 1
            value = json.loads(line)
            if value["e"] != "segment":
                found.append(value)
    return found, torn


def parsed(line):
    try:
        return json.loads(line)
    except ValueError:
        return None


class Story:
    """What the journal says of each order: a freeze, or a release or consume by its own number."""

    DONE = {"unfreeze.released", "consume.consumed"}
    SETTLED = DONE | {
        "freeze.frozen", "freeze.refused", "freeze.not_sent", "freeze.over", "unfreeze.refused", "unfreeze.not_sent",
        "consume.refused", "consume.not_sent", "closed"}

    def __init__(self, lines):
        self.intents, self.last, self.records, self.twice = {}, {}, {}, []
        # Of each deposit: what its last release or consume left of it.
        self.left = {}
        for line in lines:
            number = line.get("number") or line.get("o")
            if line["e"] in self.DONE:
                self.left[line["o"]] = line["left"]
            if line["e"].endswith(".intent"):
                if number in self.intents:
                    self.twice.append(number)
                self.intents[number] = line
            self.last[number] = line["e"]
            self.records.setdefault(number, []).append(line["h"][:16])

    def open(self):
        """Orders without an end."""
        return {number for number in self.intents if self.last[number] not in self.SETTLED}
