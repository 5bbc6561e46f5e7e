extension Phrase {
    static func qrNeedsWindow(_ size: Size) -> Phrase {
        Phrase(
            "窗口太小，放不下二维码：请放大到 \(size.width) 列 \(size.height) 行。",
            "The window is too small for the QR code: make it \(size.width) columns by \(size.height) lines.")
    }
    static let qrImpossible = Phrase("这段内容不能做成二维码。", "This cannot be made into a QR code.")
}
