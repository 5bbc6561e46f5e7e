import Testing

/// Fails with a sentence that says what to do, and every place where it is to be done.
func expectNone(
    _ places: [String], _ advice: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(
        places.isEmpty, "\(advice)\n\(places.map { "  \($0)" }.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
}
