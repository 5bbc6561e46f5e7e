import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import PosTUI

/// A reader of QR codes that is not ours: zbarimg.
struct CodeReader {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What it reads in a picture; nil when there is no code in it.
    func read(_ image: FrameImage) async throws -> String? {
        let file = folder.file("screen.pgm")
        try Data(image.file).write(to: URL(filePath: file))
        let path = "/usr/bin/zbarimg"
        try #require(access(path, X_OK) == 0, "zbarimg is missing: make test installs it")
        let reader = try Program(
            path, ["--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", file],
            environment: ["LC_ALL": "C.UTF-8"])
        let end = try await reader.end()
        guard end.status == 0 else { return nil }
        return end.output.hasSuffix("\n") ? String(end.output.dropLast()) : end.output
    }
}
