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
        let folders = ["Sources", "Tools", "Benchmarks", "Tests", "Package.swift"]
        let command = "swift format lint --strict --recursive \(folders.joined(separator: " "))"
        #expect(SourceTree.text("Makefile").contains(command))
    }

    @Test func scriptsAreChecked() {
        let scripts = SourceTree.paths(under: "scripts").filter { $0.hasSuffix(".sh") } + [".ci/run"]
        let places = scripts.filter { !SourceTree.text($0).contains("\nset -euo pipefail\n") }
        expectNone(places, "A script begins with `set -euo pipefail`, so that it stops where something fails:")
    }
}
