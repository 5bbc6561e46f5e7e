extension DiskFolder {
    /// Returns what of the journal is not where a writer opened it, or not as it left it; nil when all is.
    func displacement(lock: DurableFile?, segment: ActiveSegment?) -> JournalDisplacement? {
        guard isInItsPlace else { return .folder(path: path) }
        if let lock, size(of: lock, named: JournalLock.name) == nil { return .lock }
        if let segment, let file = segment.file as? DurableFile {
            guard let size = size(of: file, named: SegmentName.make(segment.ordinal)) else {
                return .segment(segment.ordinal)
            }
            guard segment.witness.agrees(with: file, size: size) else { return .changedSegment(segment.ordinal) }
        }
        return nil
    }
}
