import PayEngine
import Synchronization

/// Does the effects on a desk, each in a task of its own, and posts what comes of them to the mailbox.
final class EffectRunner: Sendable {
    private let desk: any Desk
    private let mailbox: Mailbox
    private let isStopped = Mutex(false)
    /// Of the releases and consumes that are under way.
    private let withdrawals = Mutex<[AttemptID: Withdrawal]>([:])

    init(desk: any Desk, mailbox: Mailbox) {
        self.desk = desk
        self.mailbox = mailbox
    }

    /// Begins nothing any more, since the loop has ended; what was begun goes on inside the desk.
    func stop() {
        isStopped.withLock { $0 = true }
    }

    func run(_ effect: Effect) {
        guard !isStopped.withLock({ $0 }) else { return }
        switch effect {
        case .release(let id, _), .consume(let id, _): withdrawals.withLock { $0[id] = Withdrawal() }
        // At once: what it is about may be made before a task of its own would begin.
        case .withdraw(let id): withdrawals.withLock { $0[id] }?.give()
        case .freeze, .lookUp, .approve, .close, .loadOpenQuestions, .checkHealth, .watchConnection, .listenToAnswers,
            .listenToNews, .loadStartNotices, .offerCode, .loadHeld, .find, .signIn, .noteSignIn, .quit:
            break
        }
        Task.detached { [self] in await carryOut(effect) }
    }

    private func spend(
        _ id: AttemptID, _ ask: (Withdrawal) async -> AsyncStream<OrderProgress>
    ) async {
        let withdrawal = withdrawals.withLock { $0[id] } ?? Withdrawal()
        for await progress in await ask(withdrawal) { mailbox.post(.order(id, progress)) }
        withdrawals.withLock { $0[id] = nil }
        mailbox.post(.orderEnded(id))
    }

    private func carryOut(_ effect: Effect) async {
        switch effect {
        case .freeze(let id, let request):
            for await progress in await desk.freeze(request) { mailbox.post(.freeze(id, progress)) }
            mailbox.post(.freezeEnded(id))
        case .release(let id, let request):
            await spend(id) { await desk.release(request, unless: $0) }
        case .consume(let id, let request):
            await spend(id) { await desk.consume(request, unless: $0) }
        case .approve(let id, let staffID, let pin, let clerkID):
            mailbox.post(.approved(id, await desk.approve(staffID: staffID, pin: pin, clerkID: clerkID)))
        case .offerCode(let id, let request):
            for await progress in await desk.offerCode(request) { mailbox.post(.freeze(id, progress)) }
            mailbox.post(.freezeEnded(id))
        case .loadHeld:
            mailbox.post(.gatewayTime(await desk.gatewayTime()))
            mailbox.post(.held(await desk.heldDeposits()))
        case .find(let id, let filter):
            mailbox.post(.found(id, await desk.find(filter, limit: FindScreen.limit)))
        case .signIn(let staffID, let pin):
            mailbox.post(.signedIn(staffID: staffID, await desk.approve(staffID: staffID, pin: pin, clerkID: nil)))
        case .noteSignIn(let staffID): await desk.noteSignIn(staffID: staffID)
        case .lookUp(let id, let number, let releaseNumber, let platform):
            let found = await desk.lookUp(number, releaseNumber: releaseNumber, platform: platform)
            mailbox.post(.lookedUp(id, found))
        case .close(let number, let staffID, let reason):
            do throws(ClosingRefusal) {
                let order = try await desk.close(number, staffID: staffID, reason: reason)
                mailbox.post(.closed(number, .success(order)))
            } catch {
                mailbox.post(.closed(number, .failure(error)))
            }
        case .loadOpenQuestions:
            mailbox.post(.openQuestions(await desk.openQuestions()))
        case .checkHealth:
            mailbox.post(.health(await desk.health()))
        case .watchConnection:
            for await _ in await desk.connectionLosses() { mailbox.post(.connectionLost) }
        case .listenToAnswers:
            for await base in await desk.answers() { mailbox.post(.orderAnswered(base: base)) }
        case .listenToNews:
            for await order in await desk.news() { mailbox.post(.news(order)) }
        case .loadStartNotices:
            mailbox.post(.startNotices(await desk.startNotices()))
        case .withdraw, .quit: break
        }
    }
}
