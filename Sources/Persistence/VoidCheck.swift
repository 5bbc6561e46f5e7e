/// Compares void bytes with what the successors' headers say of them.
enum VoidCheck {
    static func run(_ directory: String) throws(JournalError) -> [JournalProblem] {
        guard let io = try DiskFolder.existing(directory) else { return [] }
        let view = try ReaderView(directory, io)
        return view.segments.segments.compactMap { segment in
            guard let declared = segment.declared else { return nil }
            let void = VoidBytes(io, after: DurablePosition(segment: segment.ordinal, length: declared.length))
            let agrees = void.count == declared.void && void.sha256 == declared.sha256
            return agrees ? nil : .changedVoid(segment: segment.ordinal)
        }
    }
}
