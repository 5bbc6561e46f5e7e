"""Writes the fuzzer's first inputs into a folder: what terminals and scanners send, whole and cut by pauses."""
import os
import sys

corpus = sys.argv[1]
os.makedirs(corpus, exist_ok=True)
KEYS = ["[A", "[11~", "[15~", "[20~", "[[A", "[3~", "[1;2A", "[15;5~", "[3$", "OQ", "Ou", "O ", "5", "\x1b[15~", "\x1b5"]
REPORTS = ["[I", "[24;80R", "[?62;1;6c", "]10;rgb:ffff/ffff/ffff\x1b\\", "]0;1203\x07", "P1$r0m\x1b\\", "[<0;12;34M",
           "[32;12;34M", "[M !!", "[M123", "[97;5u", "[12\x18"]
TEXTS = ["12．50", "张三1203", "\x02134550264496882447\x03\r", "134550264496882447\r\n", "\x13\x11\x03\x1a\x7f",
         "\x1b[200~12.50\x1b[201~", "\x1b[200~\x1b[20~\x1b[201~", "\x1b[200~12", "\x9b200~7\x9b201~",
         "".join("\x1b" + digit for digit in "134550264496882447") + "\r"]
for number, text in enumerate(["\x1b" + end for end in KEYS + REPORTS] + TEXTS):
    content = text.encode()
    for pause in (0, 3, 9, 50, 130):
        for cut in range(len(content) if pause else 1):
            gap = bytes([0xFF, pause]) if pause else b""
            with open(os.path.join(corpus, f"{number}-{pause}-{cut}"), "wb") as file:
                file.write(content[:cut] + gap + content[cut:] + b"200\r")
