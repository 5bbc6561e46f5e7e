import FoundationEssentials
import TestSupport

@testable import PayEngine

/// Writes `till.toml` with its key into a folder, for the engine in this process and for the real program alike.
struct TillFile {
    var bases: [String]
    var language = "en"
    var timeout = "60"
    var connectTimeout = "60"
    var authorityFile: String?
    var journal = "journal"
    var prefix = "sz010002cz"
    var key = TestMerchant.keyText
    var staff: [StaffMember] = []
    /// The configuration's own where nil.
    var theme: String?
    /// Further lines of `[gateway]`.
    var gateway = ""
    /// Further lines of `[deposit]`.
    var deposit = ""
    /// Further lines of `[polling]`.
    var polling = ""
    /// Further lines of `[journal]`.
    var journalLines = ""

    /// The path of the file.
    func write(into folder: TemporaryFolder) throws -> String {
        try folder.write(key + "\n", to: "authen.key")
        let people = staff.map { member in
            """
            [[staff]]
            id = "\(member.id)"
            name = "\(member.name)"
            role = "\(member.role.rawValue)"
            \(member.pinHash.map { "pin = \"\($0.text)\"" } ?? "")

            """
        }
        return try folder.write(
            """
            [till]
            device_id = "824"
            machine_no = "00-05-9a-3c-7a-00"
            order_prefix = "\(prefix)"
            language = "\(language)"
            \(theme.map { "theme = \"\($0)\"" } ?? "")
            [merchant]
            out_mch_id = "sz01lXKA6DKGjNzr2l4B"
            out_sub_mch_id = "sz01KzuCUOmw8yjtPite"
            out_shop_id = "sz011biKxOguirmBqiFR"
            authen_key_file = "authen.key"
            [gateway]
            bases = [\(bases.map { "\"\($0)\"" }.joined(separator: ", "))]
            connect_timeout_seconds = \(connectTimeout)
            timeout_seconds = \(timeout)
            \(authorityFile.map { "ca_file = \"\($0)\"" } ?? "")
            \(gateway)
            [deposit]
            \(deposit)
            [polling]
            \(polling)
            [journal]
            directory = "\(journal)"
            \(journalLines)
            [log]
            file = "postui.log"
            level = "trace"

            """ + people.joined(), to: "till.toml")
    }

    /// As after a ping that said what our own clock says: then no release asks for it.
    static func knowGatewayClock(in journal: String, clock: any TillClock) throws {
        try FileManager.default.createDirectory(atPath: journal, withIntermediateDirectories: true)
        guard let told = GatewayClock(seconds: clock.now.seconds, at: clock) else { return }
        _ = GatewayClockFile(journalDirectory: journal).write(told)
    }
}
