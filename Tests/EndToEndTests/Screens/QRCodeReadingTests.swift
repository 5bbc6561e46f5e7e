import FoundationEssentials
import PayEngine
import Testing

@testable import PosTUI

/// What a screen shows is what a reader reads: codes are drawn on a frame, the frame is painted, and zbar looks at it.
struct QRCodeReadingTests {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    /// Where the screens draw on a terminal of 80 by 24.
    private static let window = Size(width: 80, height: 24)

    private static func themes() throws -> [Theme] {
        let folder = root + "/themes"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".toml") }
        let themes = try files.map { file in
            try ThemeFile.theme(
                named: file, text: String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8), file: file)
        }
        try #require(themes.count >= 2)
        return themes + [.builtInMono]
    }

    /// As platforms make them: a host, then letters and digits that no mode packs.
    static func address(bytes: Int) -> String {
        var address = "https://qr.alipay.com/"
        var state: UInt32 = 7
        let letters = Array("abcdefghijkmnpqrstuvwxyz0123456789")
        while address.utf8.count < bytes {
            state = state &* 1_664_525 &+ 1_013_904_223
            address.append(letters[Int(state >> 16) % letters.count])
        }
        return String(address.prefix(bytes))
    }

    /// The screen with words round the code, as it is in use.
    private func frame(_ code: QRCode, _ window: Size, in rect: Rect? = nil) -> (frame: Frame, isDrawn: Bool) {
        var frame = Frame(size: window)
        for y in 0..<window.height { frame.put(String(repeating: "x", count: window.width), x: 0, y: y) }
        let isDrawn = code.draw(in: rect ?? ScreenLayout.body(window), language: .english, on: &frame)
        return (frame, isDrawn)
    }

    @Test(arguments: [20, 50, 100, 200])
    func upTo200BytesOn80By24InEveryTheme(bytes: Int) async throws {
        let reader = try CodeReader()
        let text = Self.address(bytes: bytes)
        let (frame, isDrawn) = frame(QRCode(text: text, glyphs: [.halfBlocks, .sextants]), Self.window)
        try #require(isDrawn)
        for theme in try Self.themes() {
            for screen in [FrameImage.Screen.lightOnDark, .darkOnLight] {
                let image = FrameImage(frame, theme: theme, screen: screen)
                #expect(try await reader.read(image) == text, "\(theme.name) \(screen)")
            }
        }
    }

    /// Whatever it is drawn with, also where there are no colours but only reversing.
    @Test(arguments: QRGlyphs.allCases, [20, 200])
    func aReaderReadsItWhateverItIsDrawnWith(glyphs: QRGlyphs, bytes: Int) async throws {
        let reader = try CodeReader()
        let text = Self.address(bytes: bytes)
        let window = Size(width: 140, height: 70)
        let whole = Rect(x: 0, y: 0, width: window.width, height: window.height)
        let (frame, isDrawn) = frame(QRCode(text: text, glyphs: [glyphs]), window, in: whole)
        try #require(isDrawn)
        for screen in FrameImage.Screen.allCases {
            let image = FrameImage(frame, theme: .builtInMono, screen: screen)
            #expect(try await reader.read(image) == text, "\(screen)")
        }
    }

    @Test func otherScriptsAndModes() async throws {
        let reader = try CodeReader()
        for text in ["押金 12.50 元", "0123456789012345678901234567890123456789", "HTTPS://A.B/C?D=1", "a"] {
            let (frame, isDrawn) = frame(QRCode(text: text, glyphs: [.sextants]), Self.window)
            try #require(isDrawn)
            #expect(try await reader.read(FrameImage(frame, theme: .builtInMono, screen: .lightOnDark)) == text)
        }
    }

    /// What commands print on a terminal.
    @Test(arguments: QRGlyphs.allCases, [20, 200])
    func printedOnATerminal(glyphs: QRGlyphs, bytes: Int) async throws {
        let reader = try CodeReader()
        let text = Self.address(bytes: bytes)
        let lines = try #require(QRCode(text: text, glyphs: [glyphs]).terminalLines(in: Self.window))
        var frame = Frame(size: Size(width: 140, height: lines.count + 2))
        for (y, line) in lines.enumerated() { frame.showPrinted(line, y: y + 1) }
        for screen in FrameImage.Screen.allCases {
            let image = FrameImage(frame, theme: .builtInMono, screen: screen)
            #expect(try await reader.read(image) == text, "\(screen)")
        }
    }

    /// What they write elsewhere: ink on paper.
    @Test(arguments: [20, 200])
    func printedOnPaper(bytes: Int) async throws {
        let reader = try CodeReader()
        let text = Self.address(bytes: bytes)
        let lines = try #require(QRCode(text: text, glyphs: []).plainLines)
        #expect(lines.allSatisfy { $0.utf8.count == lines.count * 2 && $0.allSatisfy { " #".contains($0) } })
        var frame = Frame(size: Size(width: lines.count * 2, height: lines.count))
        for (y, line) in lines.enumerated() {
            for (x, character) in line.enumerated() where character == "#" {
                frame.fill(Rect(x: x, y: y, width: 1, height: 1), role: .text, with: "█")
            }
        }
        #expect(try await reader.read(FrameImage(frame, theme: .builtInMono, screen: .darkOnLight)) == text)
    }

    /// The reader is no yes-man: it reads nothing where the code is covered.
    @Test func whatIsNoCodeIsNotRead() async throws {
        let reader = try CodeReader()
        let code = QRCode(text: Self.address(bytes: 200), glyphs: [.sextants])
        var (frame, isDrawn) = frame(code, Self.window)
        try #require(isDrawn)
        let covered = ScreenLayout.body(Self.window)
        frame.fill(Rect(x: 0, y: covered.y, width: 80, height: 8), role: .text, with: "x")
        #expect(try await reader.read(FrameImage(frame, theme: .builtInMono, screen: .lightOnDark)) == nil)
    }
}

extension Frame {
    /// As a terminal shows a line with sequences: reversed is the look of a light ground, else it is dark.
    fileprivate mutating func showPrinted(_ line: String, y: Int) {
        var x = 0
        for part in line.split(separator: "\u{1B}[") {
            let mark = part.firstIndex(of: "m") ?? part.startIndex
            let isReversed = part[..<mark].split(separator: ";").contains("7")
            for character in part[part.index(after: mark)...] {
                fill(Rect(x: x, y: y, width: 1, height: 1), role: isReversed ? .qrLight : .qrDark, with: character)
                x += 1
            }
        }
    }
}
