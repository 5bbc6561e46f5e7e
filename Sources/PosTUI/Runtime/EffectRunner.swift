import PayEngine
import Synchronization

/// Does the effects on a desk, each in a task of its own, and posts what comes of them to the mailbox.
final class EffectRunner: Sendable {
    private let desk: any Desk
    private let mailbox: Mailbox
    private let tasks: OwnedTasks
    private let isStopped = Mutex(false)
    /// Of the releases and consumes that are under way.
    private let withdrawals = Mutex<[AttemptID: Withdrawal]>([:])
    private let approvals = ApprovalStore()

    /// `tasks` are the effects under way; their owner waits for their end.
    init(desk: any Desk, mailbox: Mailbox, tasks: OwnedTasks = OwnedTasks()) {
        self.desk = desk
        self.mailbox = mailbox
        self.tasks = tasks
    }

    /// Begins nothing any more, since the loop has ended; what was begun goes on inside the desk.
    func stop() {
        isStopped.withLock { $0 = true }
        approvals.dropAll()
        tasks.cancel()
    }

    func run(_ effect: Effect) {
        guard !isStopped.withLock({ $0 }) else { return }
        // At once, and in order: what these are about may be made, or gone, before a task of its own would begin.
        var approval: KeptApproval?
        switch effect {
        case .release(let id, _, let approvalID):
            withdrawals.withLock { $0[id] = Withdrawal() }
            approval = approvals.claim(approvalID)
        case .consume(let id, _): withdrawals.withLock { $0[id] = Withdrawal() }
        case .withdraw(let id): withdrawals.withLock { $0[id] }?.give()
        case .close(_, _, let approvalID): approval = approvals.claim(approvalID)
        case .approve(let id, _, _, _, _): approvals.expect(id)
        case .approveWithoutPin(let id, let action, let staffID): approve(action, staffID: staffID, as: id)
        case .dropApproval(let id): approvals.drop(id)
        case .freeze, .lookUp, .loadOpenQuestions, .checkHealth, .watchConnection, .listenToAnswers, .listenToNews,
            .loadStartNotices, .offerCode, .loadHeld, .find, .signIn, .noteSignIn, .quit:
            break
        }
        tasks.begin { leave in
            Task.detached { [self, approval] in
                await carryOut(effect, approval)
                leave()
            }
        }
    }

    /// Keeps an approval by somebody without a PIN; where it is refused there is none, which is told once it is wanted.
    private func approve(_ action: ApprovedAction, staffID: String?, as id: ApprovalID) {
        do throws(ApprovalRefusal) {
            approvals.expect(id)
            approvals.keep(try desk.approveWithoutPin(action, staffID: staffID), as: id)
        } catch {
            approvals.drop(id)
        }
    }

    private func ask(
        _ id: ApprovalID, _ action: ApprovedAction, staffID: String, _ pin: Pin, clerkID: String?
    ) async {
        let asked = await desk.approve(action, staffID: staffID, pin: pin, clerkID: clerkID)
        switch consume asked {
        case .given(let approval, let answer):
            approvals.keep(approval, as: id)
            mailbox.post(.approved(id, answer))
        case .refused(let answer):
            approvals.drop(id)
            mailbox.post(.approved(id, answer))
        }
    }

    private func spend(
        _ id: AttemptID, _ ask: (Withdrawal) async -> AsyncStream<OrderProgress>
    ) async {
        let withdrawal = withdrawals.withLock { $0[id] } ?? Withdrawal()
        for await progress in await ask(withdrawal) { mailbox.post(.order(id, progress)) }
        withdrawals.withLock { $0[id] = nil }
        mailbox.post(.orderEnded(id))
    }

    /// Does what an effect says.
    ///
    /// - Parameters:
    ///   - effect: what is to be done.
    ///   - approval: what a release or a closing uses up; nil: it is gone.
    private func carryOut(_ effect: Effect, _ approval: KeptApproval?) async {
        switch effect {
        case .freeze(let id, let request):
            for await progress in await desk.freeze(request) { mailbox.post(.freeze(id, progress)) }
            mailbox.post(.freezeEnded(id))
        case .release(let id, let request, _):
            await spend(id) { await desk.release(request, unless: $0, approvedBy: approval) }
        case .consume(let id, let request):
            await spend(id) { await desk.consume(request, unless: $0) }
        case .approve(let id, let action, let staffID, let pin, let clerkID):
            await ask(id, action, staffID: staffID, pin, clerkID: clerkID)
        case .offerCode(let id, let request):
            for await progress in await desk.offerCode(request) { mailbox.post(.freeze(id, progress)) }
            mailbox.post(.freezeEnded(id))
        case .loadHeld:
            mailbox.post(.gatewayTime(await desk.gatewayTime()))
            mailbox.post(.held(await desk.heldDeposits()))
        case .find(let id, let filter):
            mailbox.post(.found(id, await desk.find(filter, limit: FindScreen.limit)))
        case .signIn(let staffID, let pin):
            mailbox.post(.signedIn(staffID: staffID, await desk.checkPin(staffID: staffID, pin: pin)))
        case .noteSignIn(let staffID): await desk.noteSignIn(staffID: staffID)
        case .lookUp(let id, let number, let releaseNumber, let platform):
            let found = await desk.lookUp(number, releaseNumber: releaseNumber, platform: platform)
            mailbox.post(.lookedUp(id, found))
        case .close(let number, let reason, _):
            do throws(ClosingRefusal) {
                let order = try await desk.close(number, reason: reason, approvedBy: approval)
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
        case .withdraw, .approveWithoutPin, .dropApproval, .quit: break
        }
    }
}
