import Dispatch
public import Logging

/// Says whether somebody is the staff member they claim to be. A till, its commands and several of them at a time count
/// wrong PINs together.
public struct StaffApproval: Sendable {
    /// So many wrong PINs in a row lock a staff ID,
    public static let tries = PinAttempts.limit
    /// for so long.
    public static let lockSeconds = Int(PinAttempts.lockMilliseconds / 1000)

    private static let queue = DispatchQueue(label: "postui.staff-approval")
    private let staff: [StaffMember]
    private let file: PinAttemptsFile
    private let clock: any TillClock
    private let log: Logger

    public init(configuration: TillConfiguration, clock: any TillClock = SystemClock(), log: Logger) {
        staff = configuration.staff
        file = PinAttemptsFile(besideJournal: configuration.journalDirectory)
        self.clock = clock
        self.log = log
    }

    /// Whether the configuration has a PIN for that member.
    public func needsPin(staffID: String) -> Bool {
        staff.contains { $0.id == staffID && $0.pinHash != nil }
    }

    /// Checks a PIN. Takes some 50 ms of a processor, on a thread of its own.
    public func check(staffID: String, pin: Pin) async -> PinAnswer {
        guard let member = staff.first(where: { $0.id == staffID }) else { return .unknownStaff }
        guard let hash = member.pinHash else { return .noPinNeeded }
        return await withCheckedContinuation { continuation in
            Self.queue.async { continuation.resume(returning: check(member.id, pin, hash)) }
        }
    }

    private func check(_ id: String, _ pin: Pin, _ hash: PinHash) -> PinAnswer {
        let left: Int
        do throws(PinAttemptsFile.Failure) {
            // Counted as wrong before it is looked at: neither pulling the plug while it is hashed nor trying in many
            // processes at a time gives another try.
            let verdict = try change { attempts -> Result<Int, Locked> in
                if let seconds = attempts.secondsLocked(id, now: clock.now) {
                    return .failure(Locked(seconds: seconds))
                }
                return .success(attempts.count(id, now: clock.now))
            }
            switch verdict {
            case .success(let tries): left = tries
            case .failure(let lock): return .locked(secondsLeft: lock.seconds)
            }
        } catch {
            log.error("wrong PINs can't be counted, so none is accepted", metadata: ["error": "\(error)"])
            return .impossible("\(error)")
        }
        do throws(Scrypt.Failure) {
            guard try hash.matches(pin) else {
                log.warning("wrong PIN", metadata: ["staff": "\(id)", "tries_left": "\(left)"])
                return .wrong(left: left)
            }
        } catch {
            return .impossible("scrypt: no memory")
        }
        do throws(PinAttemptsFile.Failure) {
            try change { $0.forget(id) }
        } catch {
            log.warning("a right PIN did not clear the count of wrong ones", metadata: ["error": "\(error)"])
        }
        return .accepted
    }

    private struct Locked: Error {
        let seconds: Int
    }

    private func change<Value>(
        _ body: (inout PinAttempts) -> Value
    ) throws(PinAttemptsFile.Failure) -> Value {
        try file.change(
            onDamage: {
                log.error("the count of wrong PINs is lost", metadata: ["file": "\(file.path)", "error": "\($0)"])
            },
            body)
    }
}
