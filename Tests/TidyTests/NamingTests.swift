import Testing

/// A folder's first reading is its file list.
@Suite struct NamingTests {
    /// Named for what they are about, though they extend a type.
    private static let exceptions = ["main.swift", "Rule.swift", "PlaceholderTests.swift"]

    @Test func filesAreNamedAfterTheirTypes() {
        let files = SourceTree.swiftFiles.filter { file in
            // A screen is named in its file's name; what is in it extends the state or the frame.
            !Self.exceptions.contains(file.name) && !file.path.hasPrefix("Sources/PosTUI/Screens/")
        }
        let places = files.compactMap { file in
            let name = String(file.name.dropLast(".swift".count))
            let type = String(name.prefix { $0 != "+" })
            let functions = Declarations.functions(in: file).filter(\.isTopLevel)
                .map { $0.name.prefix(1).uppercased() + $0.name.dropFirst() }
            let declared = Declarations.types(in: file).filter(\.isTopLevel).map(\.name) + functions
            // `Outer.Inner` is found under `Inner+Topic`, too.
            let extended = Declarations.extensions(in: file).map(\.name)
                .flatMap { [$0, $0.split(separator: ".").last.map(String.init) ?? $0] }
            let isRight = name.contains("+") ? extended.contains(type) : declared.contains(type)
            return isRight ? nil : "\(file.path): \((declared + extended).joined(separator: ", "))"
        }
        expectNone(
            places, "X.swift declares X (or the function x), and X+Topic.swift extends X. Rename the file or part it:")
    }

    @Test func aFileIsOneType() {
        let places = SourceTree.swiftFiles.compactMap { file in
            let types = Declarations.types(in: file).filter { declaration in
                let isHidden =
                    declaration.modifiers.contains("private") || declaration.modifiers.contains("fileprivate")
                return declaration.isTopLevel && !isHidden
            }
            return types.count > 1 ? "\(file.path): \(types.map(\.name).joined(separator: ", "))" : nil
        }
        expectNone(places, "A file is one type. Give each a file of its own, or nest it where it belongs:")
    }

    @Test func testsAreNamedAfterWhatTheyTest() {
        let places = SourceTree.swiftFiles.filter { $0.path.hasPrefix("Tests/") }.filter { file in
            let stem = file.name.prefix { $0 != "+" && $0 != "." }
            return file.code.contains { $0.contains("@Test") } && !stem.hasSuffix("Tests")
        }.map(\.path)
        expectNone(places, "A file with tests is called XTests.swift:")
    }
}
