#!/usr/bin/env python3
"""The same freeze by Python with requests: one session, signed and checked.

    requests_client.py BASE CA-FILE JOURNAL COUNT FIRST-CODE PAUSE-MS

With a JOURNAL each freeze is a synced line there before it is sent, and another one before its outcome is told; with
`-` nothing is kept.

Prints what `wire-bench freeze` prints.
"""
import http.client
import json
import os
import resource
import sys
import time

import requests
import signing

SENT = [0]
send = http.client.HTTPConnection.send


def noting_send(connection, data):
    send(connection, data)
    # The last call of a request hands its last byte to the kernel.
    SENT[0] = time.monotonic_ns()


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def keep(journal, **fields):
    if journal is not None:
        os.write(journal, (json.dumps(fields) + "\n").encode())
        os.fdatasync(journal)


def main():
    base, authority, path, count, first, pause = *sys.argv[1:4], *map(int, sys.argv[4:])
    journal = None if path == "-" else os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    if journal is not None:
        os.posix_fallocate(journal, 0, 1 << 20)
    http.client.HTTPConnection.send = noting_send
    session = requests.Session()
    session.verify = authority
    session.trust_env = False
    session.post(base + "/cpay/ping", data=b"").raise_for_status()
    sent, told = [], []
    before = processor()
    for index in range(first, first + count):
        time.sleep(pause / 1000)
        start = time.monotonic_ns()
        body = signing.freeze(index)
        keep(journal, event="intent", code="13************%04d" % (index % 10000), fee=1250, platform="wechat")
        answer = session.post(
            base + "/cpay/micro_freeze", data=body, headers={"Content-Type": "application/json"})
        if answer.status_code != 200 or not signing.is_frozen(answer.content):
            sys.exit("not frozen: %r" % answer.content)
        keep(journal, event="frozen", code="13************%04d" % (index % 10000), fee=1250, platform="wechat")
        sent.append((SENT[0] - start) // 1000)
        told.append((time.monotonic_ns() - start) // 1000)
    print(json.dumps({"sent": sent, "told": told, "processor": int((processor() - before) * 1e6)}))


main()
