import PayEngine

/// A release or a consume that was not sent yet.
struct OrderDraft: Equatable, Sendable {
    enum Purpose: Equatable, Sendable {
        case release, consume
    }

    let purpose: Purpose
    var target: OrderTarget
    var amount: Fen
    /// For the platform's records; the clerk may leave it out.
    var remark: String?
    /// What becomes of the rest at a consume: it stays frozen.
    var keepsRest = false
    /// Of a release, once it was approved.
    var approval: ApprovalTicket?

    init(_ purpose: Purpose, of target: OrderTarget) {
        self.purpose = purpose
        self.target = target
        amount = target.left
    }

    /// Who approved it; nil where no staff is configured.
    var approver: StaffMember? { approval?.member }

    /// What has to be approved for a release.
    var approvedAction: ApprovedAction { .release(target.number, amount) }

    /// What neither goes back nor is consumed by this alone.
    var rest: Fen { max(.zero, Fen(target.left.value - amount.value)) }

    /// Whether there is a choice of what becomes of the rest.
    var offersChoice: Bool {
        switch (purpose, target.platform) {
        case (.consume, .alipay): true
        case (.consume, .wechat), (.release, _): false
        }
    }
}
