/// What was measured.
struct Figures {
    /// From the scan's Enter to the request's last byte handed to the kernel.
    var sent: [Duration] = []
    /// From the scan's Enter to the durable outcome.
    var told: [Duration] = []
    /// One durable line of an intent.
    var journal: [Duration] = []
    var processor = Duration.zero

    /// One line of JSON, all in microseconds.
    var json: String {
        let lists = [("sent", sent), ("told", told), ("journal", journal)].map { name, list in
            "\"\(name)\":[\(list.map { String(Self.microseconds($0)) }.joined(separator: ","))]"
        }
        return "{\(lists.joined(separator: ",")),\"processor\":\(Self.microseconds(processor))}"
    }

    private static func microseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}
