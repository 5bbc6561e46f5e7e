import Dispatch
import FoundationEssentials
public import Logging
import Synchronization

/// Says whether somebody is the staff member they claim to be, and takes their word where they may give it.
///
/// The word is an ``Approval``. A till, its commands and several of them at a time count wrong PINs together. Lives as
/// long as the till or the command: a count that is gone meanwhile was taken away by somebody.
public final class StaffApproval: Sendable {
    private static let queue = DispatchQueue(label: "postui.staff-approval")
    let configuration: TillConfiguration
    private let file: PinAttemptsFile
    let clock: any TillClock
    private let log: Logger
    /// Whether everybody was locked once since the start because the count had gone.
    private let hasPaid = Mutex(false)

    private var staff: [StaffMember] { configuration.staff }

    /// The start of a till or a command: a count that is not there is made, and locks nobody.
    public init(configuration: TillConfiguration, clock: any TillClock = SystemClock(), log: Logger) {
        self.configuration = configuration
        file = PinAttemptsFile(configuration)
        self.clock = clock
        self.log = log
        guard configuration.staff.contains(where: { $0.pinHash != nil }) else { return }
        do throws(PinAttemptsFile.Failure) {
            try file.change(
                onDamage: { damage, _ in
                    if damage != .missing || Self.holdsJournal(configuration.journalDirectory) { tellLoss(damage) }
                }, { _ in })
        } catch {
            log.error("wrong PINs can't be counted", metadata: ["error": "\(error)"])
        }
    }

    private static func holdsJournal(_ directory: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.contains { $0.hasPrefix("segment-") }
    }

    /// By what the count knows a member: nothing printable is between the parts, so that no two are alike.
    private func key(_ id: String) -> String {
        [configuration.merchant.merchantID, configuration.till.deviceID, id].joined(separator: "\u{1F}")
    }

    private func tellLoss(_ damage: PinAttemptsFile.Damage) {
        let words =
            switch damage {
            case .missing: "there is no file"
            case .unreadable(let text): text
            }
        log.error("the count of wrong PINs is lost", metadata: ["file": "\(file.path)", "error": "\(words)"])
    }

    /// Whether the configuration has a PIN for that member.
    public func needsPin(staffID: String) -> Bool {
        staff.contains { $0.id == staffID && $0.pinHash != nil }
    }

    /// Checks a PIN.
    ///
    /// Takes some 50 ms of a processor, on a thread of its own.
    ///
    /// - Parameters:
    ///   - staffID: who they claim to be.
    ///   - pin: what they typed.
    ///   - clerkID: who works at the till meanwhile, for the log; nil: nobody.
    /// - Returns: whether they are, or why that can't be said.
    public func check(staffID: String, pin: Pin, clerkID: String? = nil) async -> PinAnswer {
        guard let member = staff.first(where: { $0.id == staffID }) else { return .unknownStaff }
        guard let hash = member.pinHash else { return .noPinNeeded }
        return await withCheckedContinuation { continuation in
            Self.queue.async { continuation.resume(returning: self.check(member.id, pin, hash, clerkID)) }
        }
    }

    private func check(_ id: String, _ pin: Pin, _ hash: PinHash, _ clerkID: String?) -> PinAnswer {
        let key = key(id)
        let counted: (left: Int, lock: Int?, tries: PinAttempts.Tries?)
        do throws(PinAttemptsFile.Failure) {
            // Counted as wrong before it is looked at: neither pulling the plug while it is hashed nor trying in many
            // processes at a time gives another try.
            let verdict = try change { attempts -> Result<(Int, Int?, PinAttempts.Tries?), Locked> in
                let now = PinAttempts.Moment(clock)
                if let seconds = attempts.secondsLocked(key, at: now) { return .failure(Locked(seconds: seconds)) }
                let before = attempts.staff[key]
                let left = attempts.count(key, at: now)
                return .success((left, attempts.secondsOfLock(key), before))
            }
            switch verdict {
            case .success(let tries): counted = tries
            case .failure(let lock): return .locked(secondsLeft: lock.seconds)
            }
        } catch {
            log.error("wrong PINs can't be counted, so none is accepted", metadata: ["error": "\(error)"])
            return .impossible("\(error)")
        }
        do throws(Scrypt.Failure) {
            guard try hash.matches(pin) else {
                log.warning(
                    "wrong PIN",
                    metadata: ["staff": "\(id)", "tries_left": "\(counted.left)", "signed_in": "\(clerkID ?? "-")"])
                return counted.lock.map { .wrongAndLocked(seconds: $0) } ?? .wrong(left: counted.left)
            }
        } catch {
            return .impossible("scrypt: no memory")
        }
        do throws(PinAttemptsFile.Failure) {
            try change { $0.forget(key) }
        } catch {
            log.warning("a right PIN did not clear the count of wrong ones", metadata: ["error": "\(error)"])
        }
        return counted.tries.map {
            .acceptedAfter(wrong: $0.wrong, since: Timestamp(milliseconds: $0.since))
        } ?? .accepted
    }

    private struct Locked: Error {
        let seconds: Int
    }

    /// What is lost while this runs locks everybody for a minute, but only once: who can take the file away must not be
    /// able to keep a shop out of its till.
    private func change<Value>(
        _ body: (inout PinAttempts) -> Value
    ) throws(PinAttemptsFile.Failure) -> Value {
        try file.change(
            onDamage: { damage, attempts in
                tellLoss(damage)
                let isFirst = hasPaid.withLock { hasPaid in
                    defer { hasPaid = true }
                    return !hasPaid
                }
                if isFirst { attempts.lose(at: PinAttempts.Moment(clock)) }
            },
            body)
    }
}
