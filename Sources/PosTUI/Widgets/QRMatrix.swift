import CQRencode

/// The modules of a QR code: which of its squares are dark.
struct QRMatrix: Equatable, Sendable {
    /// How much of a code may be damaged: 7 or 15 per cent.
    enum Correction: Sendable {
        case low, medium
    }

    /// Modules in a row, without the quiet zone: 21 to 177.
    let side: Int
    private let modules: [Bool]

    /// Makes the smallest code for a text.
    ///
    /// Runs of digits and capitals are packed, all else goes as bytes of UTF-8.
    ///
    /// - Returns: nil for an empty text, one with a zero byte and one that no code can hold (2,953 bytes).
    init?(_ text: String, correction: Correction) {
        let level =
            switch correction {
            case .low: QR_ECLEVEL_L
            case .medium: QR_ECLEVEL_M
            }
        guard !text.isEmpty, !text.utf8.contains(0),
            let code = QRcode_encodeString(text, 0, level, QR_MODE_8, 1)
        else { return nil }
        defer { QRcode_free(code) }
        guard let data = code.pointee.data else { return nil }
        let side = Int(code.pointee.width)
        self.side = side
        modules = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// Whether a module is dark; all that is outside is light.
    func isDark(x: Int, y: Int) -> Bool {
        (0..<side).contains(x) && (0..<side).contains(y) && modules[y * side + x]
    }
}
