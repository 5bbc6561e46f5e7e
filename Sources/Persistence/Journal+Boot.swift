extension Journal {
    /// The name of this boot (`b`) as its lines bear it: monotonic times of different boots can't be compared.
    public var boot: String { stamps.stamp().boot }
}
