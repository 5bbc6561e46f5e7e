import Testing

/// Pages say what is so.
@Suite struct DocumentationTests {
    private static let pages =
        ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
        + SourceTree.paths(under: "docs").filter { $0.hasSuffix(".md") }

    @Test func pagesNameOnlyTargetsThatThereAre() {
        let targets = Set(
            SourceTree.text("Makefile").split(separator: "\n")
                .filter { $0.first?.isLetter == true && $0.contains(":") && !$0.contains("=") }
                .map { String($0.prefix { $0 != ":" }) })
        let places = Self.pages.flatMap { page in
            SourceTree.text(page).matches(of: /[`\n] *make ([a-z][a-z-]*)/)
                .filter { !targets.contains(String($0.1)) }.map { "\(page): make \($0.1)" }
        }
        expectNone(places, "A page names a make target that is not in the Makefile:")
        #expect(targets.isSuperset(of: ["help", "build", "test", "demo", "lint", "clean"]))
    }

    /// `make help` prints what stands behind the targets.
    @Test func theReadmeListsWhatMakeDoes() {
        let makefile = SourceTree.text("Makefile").replacing("\\\n", with: "")
        let told = makefile.matches(of: /\n([a-z-]+):.*?## ([^\n]*)/).map { "\($0.1): \($0.2)" }
        let listed = SourceTree.text("README.md").matches(of: /\n\| `make ([a-z-]+)` \| ([^\n]*) \|/)
            .map { "\($0.1): \($0.2)" }
        #expect(told == listed, "README's table and `make help` say different things")
        let targets =
            makefile.firstMatch(of: /\.PHONY: ([^\n]*)/).map { $0.1.split(whereSeparator: \.isWhitespace) } ?? []
        #expect(targets.count > 20)
        expectNone(
            targets.filter { target in !told.contains { $0.hasPrefix("\(target): ") } }.map(String.init),
            "A target has no ## text for `make help`:")
    }

    /// What has no version yet is listed above the versions.
    @Test func theChangelogKnowsTheVersion() {
        let version = SourceTree.text("Sources/PayEngine/Basics/Version.swift").firstMatch(of: /text = "([0-9.]+)"/)
        let headings = SourceTree.text("CHANGELOG.md").matches(of: /\n## \[([^\]\n]+)\]( - \d{4}-\d\d-\d\d)?\n/)
        #expect(headings.first?.1 == "Unreleased" && headings.first?.2 == nil)
        #expect(headings.dropFirst().first?.1 == version?.1)
        #expect(headings.dropFirst().allSatisfy { $0.2 != nil }, "a version is dated")
    }

    @Test func pagesPointToFilesThatThereAre() {
        let places = Self.pages.flatMap { page in
            let folder = page.split(separator: "/").dropLast().map { "\($0)/" }.joined()
            return SourceTree.text(page).matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/)
                .filter { !SourceTree.exists(folder + $0.1) }.map { "\(page): \($0.1)" }
        }
        expectNone(places, "A page points to a file that is not there:")
    }

    /// Files by the end of their paths, suites by their names, and a path that begins with a plus by the file that was
    /// named before.
    @Test func theArchitectureNamesWhatThereIs() {
        let text = SourceTree.text("docs/ARCHITECTURE.md")
        let paths = SourceTree.swiftFiles.map(\.path)
        let names = text.matches(of: /`([A-Za-z\/+]+\.swift)`/).map { String($0.1) }.filter { !$0.hasPrefix("+") }
        #expect(names.count > 20)
        expectNone(
            names.filter { name in !paths.contains { $0 == name || $0.hasSuffix("/" + name) } },
            "docs/ARCHITECTURE.md names a file that is not there:")
        let suites = text.matches(of: /`([A-Za-z]+Tests)`/).map { String($0.1) }
        #expect(suites.count > 15)
        expectNone(
            suites.filter { suite in !paths.contains { $0.hasSuffix("/\(suite).swift") } },
            "docs/ARCHITECTURE.md names a suite that is not there:")
    }

    /// Each block of an article stands, line by line and evenly indented, in the test that runs it.
    @Test func theCodeOfArticlesRuns() {
        let tests = SourceTree.swiftFiles.filter { $0.name == "ArticleTests.swift" }.map { SourceTree.text($0.path) }
        let pages = SourceTree.paths(under: "Sources").filter { $0.contains(".docc/") && $0.hasSuffix(".md") }
        let blocks = pages.flatMap { page in
            SourceTree.text(page).matches(of: /```swift\n(?<code>(?s:.*?))```/).map { (page, $0.code) }
        }
        let places = blocks.filter { _, code in
            !(1...4).contains { level in
                let lines = code.split(separator: "\n").map { String(repeating: " ", count: 4 * level) + $0 + "\n" }
                return tests.contains { $0.contains("\n" + lines.joined()) }
            }
        }.map { page, code in "\(page): \(code.prefix { $0 != "\n" })" }
        expectNone(places, "The code of an article is not that of an ArticleTests.swift. Change both alike:")
        #expect(Set(blocks.map(\.0)).count == 2 && blocks.count >= 6)
    }

    @Test func theManualExplainsEveryConfigurationKey() {
        let manual = SourceTree.text("docs/manual.md")
        let keys = SourceTree.text("examples/till.toml").matches(of: /\n#? ?([a-z_]+) =/).map { String($0.1) }
        let places = keys.filter { !manual.contains("`\($0)`") && !manual.contains(".\($0)`") }
        expectNone(places, "A key of examples/till.toml is not in docs/manual.md:")
        #expect(keys.count > 30)
    }
}
