@testable import PayEngine

/// What a gateway answers about releases and consumes, as a whole, signed content.
enum SampleMovement {
    /// Answers `unfreeze` with the request's own number and amount, or a query about it.
    ///
    /// `number` is taken where the request names none.
    static func release(
        _ call: SampleDesk.Call, state: Int?, fee: Int, platform: PayPlatform = .wechat, number: String? = nil
    ) -> SampleDesk.Reply {
        let named = call.content["unfreeze_content"]?["out_unfreeze_no"]?.text ?? call.content["out_unfreeze_no"]?.text
        let own = named ?? number
        let ext = platform == .wechat ? "wxpay_unfreeze_order_content_ext" : "alipay_unfreeze_order_content_ext"
        let order = """
            {"out_freeze_no":"\(call.number)","out_unfreeze_no":"\(own ?? "")","unfreeze_fee":\(fee),\
            "trade_state":4,"\(ext)":{"current_trade_state":\(state.map(String.init) ?? "null")}}
            """
        let isList = call.interface == .queryUnfreezeOrder
        return signed(call.interface, "\"unfreeze_order_content\":\(isList ? "[\(order)]" : order)")
    }

    /// No release of that number.
    static func noRelease(_ call: SampleDesk.Call) -> SampleDesk.Reply { signed(call.interface, "\"nonce_str\":\"n\"") }

    /// To `deposit_consume` or `query_order`.
    static func consume(_ call: SampleDesk.Call, state: Int, fee: Int, platform: PayPlatform = .wechat)
        -> SampleDesk.Reply
    {
        let own = call.content["pay_content"]?["out_trade_no"]?.text ?? call.content["out_trade_no"]?.text
        let ext = platform == .wechat ? "wxpay_order_content_ext" : "alipay_order_content_ext"
        return signed(
            call.interface,
            """
            "order_content":{"out_trade_no":"\(own ?? "")","transaction_id":"T1","total_fee":\(fee),\
            "\(ext)":{"current_trade_state":\(state)}}
            """)
    }

    static func refusal(_ status: Int, internalStatus: Int = 1) -> SampleDesk.Reply {
        result("{\"status\":\(status),\"internal_status\":\(internalStatus),\"log_id\":7}", status)
    }

    private static func signed(_ interface: Interface, _ members: String) -> SampleDesk.Reply {
        result("{\"status\":0,\"internal_status\":0,\"log_id\":7,\"\(interface.objectName)\":{\(members)}}", 0)
    }

    private static func result(_ content: String, _ status: Int) -> SampleDesk.Reply {
        let body = SampleEnvelope.body(Array(content.utf8), isSigned: status != 3 && status != 101)
        return .result(.answered(status: 200, body: body, localAddress: nil))
    }
}
