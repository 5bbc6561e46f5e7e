/// The object of an answer to `scancode_freeze`.
struct ScanCodeReply: WireReadable {
    let url: String?

    /// What a till can draw and a phone reads.
    private static let longestURL = 512

    enum CodingKeys: String, CodingKey {
        case url = "code_url"
    }

    init(from object: WireObject) {
        let container = object.keyed(by: CodingKeys.self)
        // Drawn and never shown as text; all the same nothing that is no address.
        url = container.text(.url).flatMap { text in
            let isAddress = text.utf8.count <= Self.longestURL && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            return isAddress ? text : nil
        }
    }
}
