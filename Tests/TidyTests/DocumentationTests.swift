import Testing

/// What others build on is explained where it is declared.
@Suite struct DocumentationTests {
    /// Functions that the protocols of other modules ask for.
    private static let wellKnown: Set<String> = ["hash", "encode", "next", "makeIterator", "makeAsyncIterator", "log"]

    @Test(arguments: ["PayEngine", "Persistence"]) func publicTypesAndFunctionsAreDocumented(module: String) {
        let files = SourceTree.sources(of: module)
        // A function that a protocol of the module asks for is explained there, once.
        let explained = Set(
            files.flatMap { file in
                Declarations.functions(in: file).filter { Self.isDocumented($0, in: file) }.map(\.name)
            }
        ).union(Self.wellKnown)
        let places = files.flatMap { file in
            let types = Declarations.types(in: file).filter(\.isTopLevel)
            let functions = Declarations.functions(in: file).filter { declaration in
                let isOperator = declaration.name.first.map { !($0.isLetter || $0 == "_") } ?? true
                return !isOperator && !explained.contains(declaration.name)
            }
            return (types + functions).filter { $0.modifiers.contains("public") && !Self.isDocumented($0, in: file) }
                .map { "\(file.path):\($0.line + 1): \($0.name)" }
        }
        expectNone(
            places,
            "A public type or function has a /// comment: what it is for, units, errors, the protocol's names:")
    }

    /// Whether a `///` line stands right above it; attributes may stand between.
    private static func isDocumented(_ declaration: Declarations.Named, in file: SourceFile) -> Bool {
        var line = declaration.line - 1
        while line >= 0, file.lines[line].drop(while: { $0 == " " }).hasPrefix("@") { line -= 1 }
        return line >= 0 && file.lines[line].drop { $0 == " " }.hasPrefix("///")
    }

    @Test func pagesNameOnlyTargetsThatThereAre() {
        let targets = Set(
            SourceTree.text("Makefile").split(separator: "\n")
                .filter { $0.first?.isLetter == true && $0.contains(":") && !$0.contains("=") }
                .map { String($0.prefix { $0 != ":" }) })
        let pages = ["README.md", "CONTRIBUTING.md"] + SourceTree.paths(under: "docs").filter { $0.hasSuffix(".md") }
        let places = pages.flatMap { page in
            SourceTree.text(page).matches(of: /[`\n] *make ([a-z][a-z-]*)/)
                .filter { !targets.contains(String($0.1)) }.map { "\(page): make \($0.1)" }
        }
        expectNone(places, "A page names a make target that is not in the Makefile:")
        #expect(targets.isSuperset(of: ["help", "build", "test", "demo", "lint", "clean"]))
    }

    @Test func pagesPointToFilesThatThereAre() {
        let pages = ["README.md", "CONTRIBUTING.md"] + SourceTree.paths(under: "docs").filter { $0.hasSuffix(".md") }
        let places = pages.flatMap { page in
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

    @Test func theManualExplainsEveryConfigurationKey() {
        let manual = SourceTree.text("docs/manual.md")
        let keys = SourceTree.text("examples/till.toml").matches(of: /\n#? ?([a-z_]+) =/).map { String($0.1) }
        let places = keys.filter { !manual.contains("`\($0)`") && !manual.contains(".\($0)`") }
        expectNone(places, "A key of examples/till.toml is not in docs/manual.md:")
        #expect(keys.count > 30)
    }
}
