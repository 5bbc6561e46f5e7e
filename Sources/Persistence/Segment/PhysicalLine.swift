/// The bytes between two LFs, whatever they are.
struct PhysicalLine {
    /// Where they begin in the file.
    let start: Int64
    /// The bytes without their LF.
    ///
    /// Valid until the window moves.
    let bytes: UnsafeRawBufferPointer
    /// Whether a LF ends them.
    ///
    /// Without it they are no line.
    let isTerminated: Bool

    /// Where the bytes end.
    var end: Int64 { start + Int64(bytes.count) }
    /// Where the next line is looked for.
    var next: Int64 { isTerminated ? end + 1 : end }
}
