extension Journal {
    /// The name of this boot (`b`) as its lines bear it: monotonic times of different boots can't be compared.
    public var boot: String { stamps.stamp().boot }

    /// The kernel's name for this run of the machine, without a journal; empty where there is none.
    package static var bootOfMachine: String { SystemStamps().stamp().boot }
}
