/// How the window is divided.
enum ScreenLayout {
    /// Lines longer than this are hard to read; a wider terminal leaves margins.
    private static let widest = 108
    /// Columns at the left and the right.
    static let margin = 2

    /// Returns where the screens draw.
    static func body(_ size: Size) -> Rect {
        let width = min(size.width - 2 * margin, widest)
        return Rect(x: (size.width - width) / 2, y: 2, width: width, height: size.height - 5)
    }
}
