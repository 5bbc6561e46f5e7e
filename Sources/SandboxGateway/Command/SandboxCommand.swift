import ArgumentParser
import PayEngine

/// `cpay-sandbox`.
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cpay-sandbox",
        abstract: "A stand-in for the cpay gateway, on 127.0.0.1 only.",
        discussion: "Amounts from 0.11 to 0.98 yuan make faults: see --list-amounts and --list-faults.")

    @Option(help: "The port; 0 takes any free one.")
    var port: UInt16 = 0

    @Option(help: "A file with the authentication key: one line of 32 characters.")
    var keyFile: String?

    @Option(help: "Where the port is written once the sandbox listens.")
    var portFile: String?

    @Option(help: "What every order number must start with.")
    var prefix = "sz010002cz"

    @Option(name: .customLong("out-mch-id"), help: "The service provider.")
    var outMchID = BankMerchant().outMchID

    @Option(name: .customLong("out-sub-mch-id"), help: "The merchant.")
    var outSubMchID = BankMerchant().outSubMchID

    @Option(name: .customLong("out-shop-id"), help: "The shop.")
    var outShopID = BankMerchant().outShopID

    @Option(help: "Where orders are kept, so that they survive a restart.")
    var stateFile: String?

    @Option(help: "A fault, NAME[=VALUE][@INTERFACE][:COUNT]; may be given again.")
    var fault: [String] = []

    @Option(help: "A form of answers, NAME[=VALUE], see the documentation; may be given again.")
    var form: [String] = []

    @Option(help: "A file of faults, one a line, each of which strikes once unless it has a count.")
    var script: String?

    @Option(help: "Seconds by which ping's clock is ahead.")
    var skew = 0

    @Option(help: "Seconds that a customer takes to type a password.")
    var passwordSeconds = 8

    @Option(help: "Queries that a customer takes to type a password, instead of seconds.")
    var passwordQueries: Int?

    @Option(help: "Seconds that a customer takes to scan the till's code.")
    var scanSeconds = 8

    @Option(help: "Queries that a customer takes to scan the till's code, instead of seconds.")
    var scanQueries: Int?

    @Option(name: .customLong("code-url-bytes"), help: "How long a code_url is: 40 to 200.")
    var codeURLBytes = BankRules.usualCodeURLBytes

    @Option(help: "Close connections that are idle for so many seconds.")
    var idleSeconds: Int?

    @Flag(help: "End every content in a newline, which is signed with it.")
    var trailingNewline = false

    @Flag(help: "Answer queries for unknown numbers by the state \"no such order\" instead of 104.")
    var absentAsState = false

    @Flag(help: "An order is created before its code is scanned, instead of not there.")
    var unscannedAsCreated = false

    @Flag(name: .customLong("wechat-partial"), help: "WeChat Pay deposits can be released in parts.")
    var wechatPartial = false

    @Flag(help: "Log no requests.")
    var quiet = false

    @Flag(help: "Exit when the parent process is gone.")
    var exitWithParent = false

    @Flag(help: "Print the amounts that make faults, and exit.")
    var listAmounts = false

    @Flag(help: "Print the faults, and exit.")
    var listFaults = false

    @Flag(help: "With --list-amounts or --list-faults: as JSON.")
    var json = false

    func run() async throws {
        if listAmounts { return print(json ? AmountTable.json.written : AmountTable.text) }
        if listFaults { return print(json ? FaultFacts.json.written : FaultFacts.text) }
        try await SandboxProcess(self).run()
    }
}
