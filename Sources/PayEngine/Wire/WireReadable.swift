/// What is read from an object of an answer.
protocol WireReadable {
    /// Reads the value from an object of an answer.
    ///
    /// - Throws: when something that decides about money is there and can't be read.
    init(from object: WireObject) throws(InvalidAnswer)
}
