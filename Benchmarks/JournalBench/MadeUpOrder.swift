/// Names of a made-up order: the same ones for the same place in the journal.
struct MadeUpOrder {
    let number: Int

    /// The deposit's number, 30 characters.
    var order: String { "sz010002cz" + padded(1_795_238_741 + number / 4, 10) + padded(mixed(1) % 10_000_000_000, 10) }
    /// The platform's number.
    var transaction: String { "42000003" + padded(mixed(2) % 100_000_000_000_000_000, 20) }
    /// The number of its release.
    var release: String {
        "sz010002cz" + padded(1_795_240_000 + number / 4, 10) + padded(mixed(3) % 10_000_000_000, 10)
    }

    /// The lines that bear a name of the order, in the order in which they are written.
    func events() -> [(event: String, keys: [String], fields: String)] {
        let fee = 1000 + mixed(4) % 90_000
        return [
            (
                "freeze.intent", [],
                "{\"fee\":\(fee),\"platform\":1,\"base\":\"https://pay.qcloud.com\",\"staff\":\"1206\","
                    + "\"code\":\"13**************6789\",\"body\":\"押金\",\"reference\":\"\(number % 900)\"}"
            ),
            ("freeze.waiting", [], "{\(answer),\"state\":1,\"log_id\":\(mixed(5) % 4_000_000_000)}"),
            (
                "freeze.frozen", [transaction],
                "{\(answer),\"fee\":\(fee),\"state\":2,\"log_id\":\(mixed(6) % 4_000_000_000)}"
            ),
            ("unfreeze.released", [release], "{\(answer),\"fee\":\(fee),\"state\":3,\"staff\":\"1206\"}"),
        ]
    }

    private var answer: String { #""status":0,"internal":0,"description":"ok","base":"https://pay.qcloud.com""# }

    private func mixed(_ salt: UInt64) -> UInt64 {
        var value = UInt64(number) &* 0x9e37_79b9_7f4a_7c15 &+ salt &* 0xd1b5_4a32_d192_ed03
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }

    private func padded(_ value: some BinaryInteger, _ digits: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
