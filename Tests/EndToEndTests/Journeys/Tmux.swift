import Glibc
import TestSupport

/// A tmux server of a test's own: its socket is a file in the test's folder, its configuration is empty.
struct Tmux: Sendable {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    private let path: String
    private let folder: TemporaryFolder

    init(folder: TemporaryFolder) throws {
        let candidates = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/bin/tmux"]
        guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else {
            throw Problem(description: "tmux is missing, in which the journeys run: make test installs it")
        }
        self.path = path
        self.folder = folder
    }

    /// Runs commands of tmux, which `;` parts, and returns what they print.
    @discardableResult
    func run(_ words: [String]) async throws -> String {
        let environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh"]
        let program = try Program(
            path, ["-u", "-S", folder.file("tmux"), "-f", "/dev/null"] + words, environment: environment)
        let end = try await program.end()
        guard end.status == 0 else { throw Problem(description: "tmux \(words.joined(separator: " ")): \(end.errors)") }
        return end.output
    }

    func end() async {
        _ = try? await run(["kill-server"])
    }
}
