import Testing

/// The package names what is there.
@Suite struct PackageTests {
    @Test func resourceFoldersHoldSomething() {
        let package = SourceTree.text("Package.swift")
        var places: [String] = []
        for target in package.matches(of: /name: "([A-Za-z]+)"[^\n]*\n\s*resources: \[\.copy\("([^"]+)"\)\]/) {
            let folder = "Tests/\(target.1)/\(target.2)"
            if SourceTree.paths(under: folder).isEmpty { places.append(folder) }
        }
        expectNone(places, "A folder of resources is empty or absent. Fill it or take it out of Package.swift:")
        #expect(package.contains("resources: [.copy("))
    }

    /// What swift-format can check is checked by it, and not here.
    @Test func theLinterHasItsRules() {
        let settings = SourceTree.text(".swift-format")
        let rules = [
            "AllPublicDeclarationsHaveDocumentation", "BeginDocumentationCommentWithOneLineSummary",
            "NeverForceUnwrap", "NeverUseForceTry", "ValidateDocumentationComments",
        ]
        expectNone(
            rules.filter { !settings.contains("\"\($0)\": true") }, "A rule is not turned on in .swift-format:")
        let folders = ["Sources", "Tools", "Benchmarks", "Tests", "scripts", "Package.swift"]
        let command = "swift format lint --strict --recursive \(folders.joined(separator: " "))"
        #expect(SourceTree.text("Makefile").contains(command))
    }

    /// What `.editorconfig` says of files that swift-format does not see.
    @Test func filesKeepToTheEditorsSettings() {
        let folders = ["Sources", "Tools", "Benchmarks", "scripts", "docs", "examples", "themes"]
        let ends = [".py", ".sh", ".md", ".toml", ".h", ".c", ".modulemap", "pre-commit"]
        let pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "Package.swift", ".editorconfig"]
        let files = folders.flatMap(SourceTree.paths).filter { path in ends.contains { path.hasSuffix($0) } } + pages
        #expect(files.count > 40)
        let places = files.flatMap { path in
            let text = SourceTree.text(path)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .filter { $1.last?.isWhitespace == true || $1.contains("\t") || $1.contains("\r") }
                .map { "\(path):\($0.offset + 1)" }
            return lines + (text.hasSuffix("\n") ? [] : ["\(path): no line end at the end"])
        }
        expectNone(places, "A line has a tab, a carriage return or white space at its end:")
    }

    @Test func scriptsAreChecked() {
        let hooks = SourceTree.paths(under: "scripts/hooks")
        #expect(hooks == ["scripts/hooks/pre-commit"])
        let scripts = SourceTree.paths(under: "scripts").filter { $0.hasSuffix(".sh") } + hooks + [".ci/run"]
        let places = scripts.filter { !SourceTree.text($0).contains("\nset -euo pipefail\n") }
        expectNone(places, "A script begins with `set -euo pipefail`, so that it stops where something fails:")
    }
}
