import Glibc
import PayEngine

/// Where the demo keeps its made-up key, its configuration, its journal and the sandbox's orders, so that an order of
/// yesterday's demo can still be looked up.
struct DemoFolder {
    static let key = "DEMO0KEY0OF0NO0VALUE0FOR0POSTUI0"

    let path: String
    private let language: TillConfiguration.Language

    var keyFile: String { path + "/authen.key" }
    var stateFile: String { path + "/sandbox.json" }
    var portFile: String { path + "/sandbox.port" }
    var sandboxLog: String { path + "/sandbox.log" }

    init(environment: [String: String], language: TillConfiguration.Language) throws(DemoFailure) {
        guard let state = StandardFolders(environment: environment).state else { throw .noHome }
        path = state + "/demo"
        self.language = language
        try Self.makeFolder(path)
        try write(Self.key + "\n", to: keyFile)
    }

    /// The port of the last demo: open orders remember the address they were sent to.
    var lastPort: UInt16? {
        let descriptor = open(portFile, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return UInt16(String(decoding: bytes[..<count].prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }

    /// Writes `till.toml` and returns its path; other commands can be tried on it, too.
    func writeConfiguration(port: UInt16) throws(DemoFailure) -> String {
        let file = path + "/till.toml"
        try write("\(port)\n", to: portFile)
        try write(
            """
            # Made by `postui demo`, anew at each start. The merchant is made up and the gateway is a sandbox.
            [till]
            device_id = "824"
            machine_no = "00-05-9a-3c-7a-00"
            order_prefix = "sz010002cz"
            language = "\(language.rawValue)"
            [merchant]
            out_mch_id = "sz01lXKA6DKGjNzr2l4B"
            out_sub_mch_id = "sz01KzuCUOmw8yjtPite"
            out_shop_id = "sz011biKxOguirmBqiFR"
            authen_key_file = "authen.key"
            [gateway]
            bases = ["http://127.0.0.1:\(port)"]
            [deposit]
            quick_amounts = ["100", "200", "500"]
            [journal]
            directory = "journal"
            [log]
            file = "postui.log"
            [[staff]]
            id = "1206"
            name = "\(language == .chinese ? "小李" : "Li")"
            role = "supervisor"

            """, to: file)
        return file
    }

    private func write(_ text: String, to file: String) throws(DemoFailure) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .folder(path: file, errno: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw .folder(path: file, errno: errno)
        }
    }

    private static func makeFolder(_ path: String) throws(DemoFailure) {
        var prefix = ""
        for part in path.split(separator: "/") {
            prefix += "/" + part
            guard mkdir(prefix, 0o700) == 0 || errno == EEXIST else { throw .folder(path: prefix, errno: errno) }
        }
    }
}
