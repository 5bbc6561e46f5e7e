/// Compares void bytes with what the successors' headers say of them.
enum VoidCheck {
    static func run(_ view: ReaderView, _ io: any JournalIO) -> [JournalProblem] {
        view.segments.segments.compactMap { segment in
            guard let declared = segment.declared else { return nil }
            let void = VoidBytes(io, after: DurablePosition(segment: segment.ordinal, length: declared.length))
            let agrees = void.count == declared.void && void.sha256 == declared.sha256
            return agrees ? nil : .changedVoid(segment: segment.ordinal)
        }
    }
}
