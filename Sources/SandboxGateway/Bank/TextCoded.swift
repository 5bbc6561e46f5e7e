/// What is kept in the state file as one text.
protocol TextCoded: Codable {
    init?(_ text: String)
    var text: String { get }
}

extension TextCoded {
    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let read = Self(text) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "nothing is called \(text)"))
        }
        self = read
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
