"""What the clients other than the till need of cpay's wire: a signed freeze, and an answer that is checked."""
import hashlib
import hmac
import json
import os
import time

KEY = b"654502BB0F57EC8737B4CF12117575B8"


def code_of(content):
    return hmac.new(KEY, content.encode(), hashlib.sha256).hexdigest().upper()


def freeze(index):
    """The body of a freeze of 12.50 by the payment code of this running number."""
    number = "sz010002cz%010d%012d" % (time.time(), int.from_bytes(os.urandom(4), "big"))
    content = json.dumps(
        {
            "freeze_content": {
                "out_freeze_no": number,
                "author_code": "13%016d" % index,
                "freeze_fee": 1250,
                "fee_type": "CNY",
                "body": "押金",
            },
            "pay_mch_key": {
                "pay_platform": 1,
                "out_mch_id": "sz01lXKA6DKGjNzr2l4B",
                "out_sub_mch_id": "sz01KzuCUOmw8yjtPite",
                "out_shop_id": "sz011biKxOguirmBqiFR",
            },
            "order_client": {
                "device_id": "824",
                "machine_no": "00-05-9a-3c-7a-00",
                "terminal_type": 4,
                "sdk_version": "1.0",
                "spbill_create_ip": "127.0.0.1",
            },
            "nonce_str": os.urandom(16).hex(),
        },
        ensure_ascii=False,
    )
    envelope = {"authen_info": {"a": {"authen_type": 1, "authen_code": code_of(content)}}, "request_content": content}
    return json.dumps(envelope, ensure_ascii=False).encode()


def is_frozen(answer):
    """Whether a signed answer says that the deposit is frozen."""
    envelope = json.loads(answer)
    content = envelope["response_content"]
    if not hmac.compare_digest(envelope["authen_info"]["a"]["authen_code"], code_of(content)):
        return False
    order = json.loads(content).get("micro_freeze", {}).get("freeze_order_content", {})
    return order.get("wxpay_freeze_order_content_ext", {}).get("current_trade_state") == 2
