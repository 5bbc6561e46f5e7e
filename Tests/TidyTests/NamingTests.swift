import Testing

/// A folder's first reading is its file list.
@Suite struct NamingTests {
    /// Named for what they are about, though they extend a type.
    private static let exceptions = ["main.swift", "Rule.swift", "PlaceholderTests.swift"]

    @Test func filesAreNamedAfterTheirTypes() {
        let files = SourceTree.swiftFiles.filter { file in
            !Self.exceptions.contains(file.name)
        }
        let places = files.compactMap { file in
            let name = String(file.name.dropLast(".swift".count))
            let type = String(name.prefix { $0 != "+" })
            let functions = Declarations.functions(in: file).filter(\.isTopLevel)
                .map { $0.name.prefix(1).uppercased() + $0.name.dropFirst() }
            let declared = Declarations.types(in: file).filter(\.isTopLevel).map(\.name) + functions
            // `Outer.Inner` is found under `Inner+Topic` and under `Outer+Topic`, too.
            let extended = Declarations.extensions(in: file).map(\.name)
                .flatMap { name in [name] + name.split(separator: ".").map(String.init) }
            let isRight = name.contains("+") ? extended.contains(type) : declared.contains(type)
            return isRight ? nil : "\(file.path): \((declared + extended).joined(separator: ", "))"
        }
        expectNone(
            places,
            "X.swift declares X (or the function x) first, and X+Topic.swift extends X. Rename the file or part it:")
    }

    @Test func testsAreNamedAfterWhatTheyTest() {
        let places = SourceTree.swiftFiles.filter { $0.path.hasPrefix("Tests/") }.filter { file in
            let stem = file.name.prefix { $0 != "+" && $0 != "." }
            return file.code.contains { $0.contains("@Test") } && !stem.hasSuffix("Tests")
        }.map(\.path)
        expectNone(places, "A file with tests is called XTests.swift:")
    }

    @Test func aTestIsNamedByItsFunction() {
        let places = SourceTree.swiftFiles.filter { $0.path.hasPrefix("Tests/") }.flatMap { file in
            SourceTree.text(file.path).matches(of: /@(?:Test|Suite)\(\s*"([^"\n]*)/).map { "\(file.path): \($0.1)" }
        }
        expectNone(places, "A test's name is its function's, a sentence in camel case. Take the text away:")
    }
}
