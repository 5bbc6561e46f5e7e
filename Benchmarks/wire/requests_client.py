#!/usr/bin/env python3
"""The same freeze by Python with requests: one session, signed and checked, without a journal.

    requests_client.py BASE CA-FILE COUNT FIRST-CODE PAUSE-MS

Prints what `wire-bench freeze` prints.
"""
import http.client
import json
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


def main():
    base, authority, count, first, pause = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])
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
        answer = session.post(
            base + "/cpay/micro_freeze", data=signing.freeze(index), headers={"Content-Type": "application/json"})
        if answer.status_code != 200 or not signing.is_frozen(answer.content):
            sys.exit("not frozen: %r" % answer.content)
        sent.append((SENT[0] - start) // 1000)
        told.append((time.monotonic_ns() - start) // 1000)
    print(json.dumps({"sent": sent, "told": told, "processor": int((processor() - before) * 1e6)}))


main()
