import FoundationEssentials
import TestSupport
import Testing

@testable import PayEngine
@testable import Persistence

/// A real journal in a folder of its own, with times as a test wants them.
///
/// Segments are small.
final class SampleJournal {
    private final class Stamps: StampSource {
        var milliseconds: Int64 = 0

        func stamp() -> Stamp { Stamp(milliseconds: milliseconds, monotonic: milliseconds, boot: "5e0f") }
        func generation() -> String { "8b1c6a0e-6f0e-4a53-9f0f-3c1d2b7a9e44" }
    }

    let path: String
    private let stamps = Stamps()
    private let journal: Journal

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "postui-journal-\(UUID())")
        path = folder.path
        stamps.milliseconds = 1_795_239_000_000
        journal = try Journal.open(
            DiskFolder.prepared(path), stamps: stamps, till: "824",
            lock: JournalLock.acquire(in: DiskFolder.prepared(path), waiting: .zero),
            limits: SegmentLimits(longest: 4096, step: 1024)
        ) { _ in }
    }

    deinit {
        journal.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Appends an event at a time in milliseconds since 1970; nil: a second after the line before.
    @discardableResult
    func append(_ event: DepositEvent, of number: OrderNumber, at time: Int64? = nil) throws -> JournalRecord {
        stamps.milliseconds = time ?? stamps.milliseconds + 1000
        return try journal.append(
            event: event.name, order: number.text, keys: DepositEventCodec.keys(of: event),
            fields: DepositEventCodec.encode(event))
    }

    /// An intent, and what was told of it then.
    @discardableResult
    func freeze(
        _ number: String, _ outcomes: Outcome..., fee: Int64 = 1250, staff: String? = nil, reference: String? = nil,
        at time: Int64? = nil
    ) throws -> OrderNumber {
        let number = try #require(OrderNumber(number))
        let intent = Order.Intent(
            fee: Fen(fee), platform: .wechat, base: "https://pay.example", staffID: staff,
            maskedCode: "13**************47", codeDigest: "d\(number)", body: "押金", remark: nil,
            reference: reference)
        try append(.intended(intent), of: number, at: time)
        for outcome in outcomes {
            var telling = OutcomeReport(outcome, Reason.unexplained(outcome))
            if outcome == .done { telling.platformNumber = "4200-\(number)" }
            try append(.told(telling), of: number)
        }
        return number
    }

    func text(_ segment: Int) throws -> String {
        String(decoding: try Data(contentsOf: url(segment)), as: UTF8.self)
    }

    /// Exchanges bytes in a segment's file.
    func change(_ segment: Int, _ old: String, _ new: String) throws {
        var text = try text(segment)
        text.replaceSubrange(try #require(text.firstRange(of: old)), with: new)
        try Data(text.utf8).write(to: url(segment))
    }

    private func url(_ segment: Int) -> URL { URL(filePath: "\(path)/\(SegmentName.make(segment))") }
}
