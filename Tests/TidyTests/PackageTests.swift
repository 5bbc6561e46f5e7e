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

    @Test func scriptsAreChecked() {
        let scripts = SourceTree.paths(under: "scripts").filter { $0.hasSuffix(".sh") } + [".ci/run"]
        let places = scripts.filter { !SourceTree.text($0).contains("\nset -euo pipefail\n") }
        expectNone(places, "A script begins with `set -euo pipefail`, so that it stops where something fails:")
    }
}
