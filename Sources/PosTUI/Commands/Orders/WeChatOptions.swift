public import ArgumentParser
public import PayEngine

/// What only WeChat Pay takes with an order.
struct WeChatOptions: ParsableArguments {
    @Option(help: "For WeChat Pay: comes back in the merchant's notices and bills; else the configured text.")
    var attach: String?
    @Option(help: ArgumentHelp("For WeChat Pay: which of its promotions apply.", valueName: "tag"))
    var goodsTag: String?
    @Option(help: "For WeChat Pay: no_credit refuses credit cards.")
    var limitPay: LimitPay?
}

extension LimitPay: ExpressibleByArgument {}
