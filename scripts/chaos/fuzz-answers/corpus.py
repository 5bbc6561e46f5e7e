"""Writes the fuzzer's first inputs into a folder: published answers and made-up ones, to each question."""
import json
import os
import sys

vectors, corpus = sys.argv[1:]
os.makedirs(corpus, exist_ok=True)
NUMBER, OWN = "sz010002cz1564384955000000000001", "sz010002cz1564384955000000000002"
TIMES = {"create_time": 1564386781, "last_update_time": 1564386783, "time_end": 0, "is_transforming": False}
SUMS = {"total_consume_fee": 400, "total_manual_unfreeze_fee": 0, "total_auto_unfreeze_fee": 0, "total_refund_fee": 400}


def freeze(platform, state):
    ext = ("wxpay", "alipay")[platform] + "_freeze_order_content_ext"
    return {"freeze_order_content": {
        "out_freeze_no": NUMBER, "freeze_id": "4200000384", "freeze_fee": 1250, "author_code": "134550264496882447",
        "body": "押金", ext: {"current_trade_state": state}, **SUMS, **TIMES},
        "pay_mch_key": {"pay_platform": platform + 1, "out_mch_id": "p", "out_sub_mch_id": "m", "out_shop_id": "s"}}


def release(platform, state):
    ext = ("wxpay", "alipay")[platform] + "_unfreeze_order_content_ext"
    return {"out_freeze_no": NUMBER, "out_unfreeze_no": OWN, "unfreeze_fee": 400, ext: {"current_trade_state": state},
            **TIMES}


def consume(platform, state):
    ext = ("wxpay", "alipay")[platform] + "_order_content_ext"
    return {"order_content": {
        "out_trade_no": OWN, "out_freeze_no": NUMBER, "transaction_id": "T1", "total_fee": 400,
        "manual_unfreeze_fee": 850, ext: {"current_trade_state": state}, **TIMES}}


inputs = {}
for platform in (0, 1):
    for state in range(1, 15):
        kinds = [
            ("micro_freeze", freeze(platform, state)), ("query_freeze_order", freeze(platform, state)),
            ("unfreeze", {"unfreeze_order_content": release(platform, state)}),
            ("query_unfreeze_order", {"unfreeze_order_content": [release(platform, state)], "order_client": [{"device_id": "1"}]}),
            ("deposit_consume", consume(platform, state)), ("query_order", consume(platform, state)),
            ("scan_code_freeze", {"code_url": "https://qr.example/1"}),
            ("query_unfreeze_order", {"unfreeze_order_content": [release(platform, state)]}),
        ]
        for kind, (name, members) in enumerate(kinds):
            content = {"status": 0, "internal_status": 0, "description": "操作成功。", "log_id": 3804805851, name: members}
            for sending in (0, 2):
                choice = platform | sending << 1 | kind << 3
                text = json.dumps(content, ensure_ascii=state % 2 == 0).encode()
                inputs[f"{name}-{platform}-{state}-{kind}-{sending}"] = bytes([choice]) + text
for status in (3, 101, 102, 103, 104):
    for kind in range(8):
        text = json.dumps({"status": status, "internal_status": 407 if kind % 2 else 400, "description": "no"}).encode()
        inputs[f"status-{status}-{kind}"] = bytes([kind << 3 | 4]) + text
for name in os.listdir(vectors):
    with open(os.path.join(vectors, name), "rb") as file:
        inputs[f"vector-{name}"] = b"\x00" + file.read()
inputs["body"] = b"\x80" + json.dumps(
    {"authen_info": {"a": {"authen_type": 1, "authen_code": "0" * 64}}, "response_content": "{\"status\":0}"}).encode()
for name, content in inputs.items():
    with open(os.path.join(corpus, name), "wb") as file:
        file.write(content)
