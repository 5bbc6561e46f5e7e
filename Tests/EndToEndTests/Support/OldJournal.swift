import PayEngine
import TestSupport

@testable import Persistence
@testable import SandboxGateway

/// A journal that an earlier boot of the machine left behind, with one order whose outcome is open.
enum OldJournal {
    private struct EarlierBoot: StampSource {
        var days: Int64 = 1

        func stamp() -> Stamp {
            var stamp = SystemStamps().stamp()
            stamp.milliseconds -= days * 86_400_000
            stamp.boot = "00000000"
            return stamp
        }

        func generation() throws(JournalError) -> String { try SystemStamps().generation() }
    }

    static func write(to directory: String, order: String, fee: Int, base: String) throws {
        let journal = try Journal.open(DiskFolder.prepared(directory), stamps: EarlierBoot(), till: "824") { _ in }
        let intent = #"{"fee":\#(fee),"platform":"wechat","base":"\#(base)","code":"13************2447","body":"押金"}"#
        try journal.append(event: "freeze.intent", order: order, fields: Array(intent.utf8))
        journal.close()
    }

    /// The same with a deposit that is frozen and a release of it that is open.
    static func write(to directory: String, order: String, release: String, fee: Int, base: String) throws {
        try write(to: directory, order: order, fee: fee, base: base)
        let journal = try Journal.open(DiskFolder.prepared(directory), stamps: EarlierBoot(), till: "824") { _ in }
        try journal.append(event: "freeze.frozen", order: order, fields: Array(#"{"why":"held"}"#.utf8))
        let intent = """
            {"number":"\(release)","fee":\(fee),"platform":"wechat","base":"\(base)","approver":"1","frozen":\(fee)}
            """
        try journal.append(event: "unfreeze.intent", order: order, keys: [release], fields: Array(intent.utf8))
        journal.close()
    }

    /// Writes one deposit that was frozen so many days ago; the gateway knows nothing of it.
    static func writeFrozen(
        to directory: String, order: String, fee: Int, daysAgo: Int, reference: String, base: String
    ) throws {
        let stamps = EarlierBoot(days: Int64(daysAgo))
        let journal = try Journal.open(DiskFolder.prepared(directory), stamps: stamps, till: "824") { _ in }
        let intent =
            #"{"fee":\#(fee),"platform":"wechat","base":"\#(base)","code":"13************2447","body":"押金","#
            + #""reference":"\#(reference)"}"#
        try journal.append(event: "freeze.intent", order: order, fields: Array(intent.utf8))
        let told = #"{"base":"\#(base)","why":"held","state":2}"#
        try journal.append(event: "freeze.frozen", order: order, fields: Array(told.utf8))
        journal.close()
    }

    /// Makes the order at the sandbox, as the till did before its boot.
    static func makeOrder(_ number: String, fee: Int, at server: SandboxServer, base: String) async throws {
        let content = """
            {"freeze_content":{"out_freeze_no":"\(number)","author_code":"\(TestMerchant.code())","freeze_fee":\(fee),\
            "fee_type":"CNY","body":"x"},"pay_mch_key":{"pay_platform":1,"out_mch_id":"sz01lXKA6DKGjNzr2l4B",\
            "out_sub_mch_id":"sz01KzuCUOmw8yjtPite","out_shop_id":"sz011biKxOguirmBqiFR"},"order_client":\
            {"device_id":"824","terminal_type":4,"machine_no":"1","sdk_version":"1","spbill_create_ip":"127.0.0.1"},\
            "nonce_str":"\(String(repeating: "a", count: 32))"}
            """
        let code = AuthenCode(content: Array(content.utf8), key: try TestMerchant.key()).hex
        let escaped = content.replacing("\"", with: "\\\"")
        let body =
            #"{"authen_info":{"a":{"authen_type":1,"authen_code":"\#(code)"}},"request_content":"\#(escaped)"}"#
        let folder = try TemporaryFolder()
        let configuration = try TillConfiguration.load(
            path: TillFile(bases: [base]).write(into: folder), environment: [:])
        let transport = try CurlTransport(gateway: configuration.gateway)
        _ = await transport.post(
            Array(body.utf8), to: "/cpay/micro_freeze", at: configuration.gateway.bases[0])
    }
}
