import Testing

/// Small enough to be read.
@Suite struct SizeTests {
    @Test func noFileIsLong() {
        let places = SourceTree.swiftFiles.filter { $0.lineCount > 400 }.map { "\($0.path): \($0.lineCount) lines" }
        expectNone(places, "A file has at most 400 lines. Give a type or a topic a file of its own:")
    }

    @Test func mostFilesAreShort() {
        let counts = SourceTree.swiftFiles.map(\.lineCount).sorted()
        let median = counts.isEmpty ? 0 : counts[counts.count / 2]
        #expect(
            median < 120, "The median file has \(median) lines, and 119 are wanted. Part some files by type or topic")
    }

    @Test func noFunctionIsLong() {
        let places = SourceTree.swiftFiles.flatMap { file in
            Declarations.bodies(in: file).compactMap { declaration in
                let count = Declarations.length(of: declaration, in: file)
                return count > 70 ? "\(file.path):\(declaration.line + 1): \(count) lines" : nil
            }
        }
        expectNone(places, "A function has at most 70 lines. Name its steps and make them functions:")
    }

    @Test func noLineIsWide() {
        let places = SourceTree.swiftFiles.flatMap { file in
            file.lines.enumerated().filter { $1.count > 120 }.map { "\(file.path):\($0 + 1): \($1.count) columns" }
        }
        expectNone(places, "A line has at most 120 columns. Break it:")
    }
}
