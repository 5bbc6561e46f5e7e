import PayEngine

/// Releasing or consuming a deposit, up to the sending: how much, who approves it, and what it will do.
struct FollowUpScreen: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        case amount
        case approval(Approval)
        /// Since when, in milliseconds of uptime.
        case confirmation(since: Int64)
    }

    var stage = Stage.amount
    var draft: FollowUpDraft
    var field = TextField(masking: .amount)
    /// The field still holds all that is left; what is typed takes its place.
    var isDefault = false
    var remark = TextField(masking: .words)
    /// The remark is being typed, not the amount.
    var isAtRemark = false
    var problem: Phrase?

    init(_ draft: FollowUpDraft, problem: Phrase? = nil) {
        self.draft = draft
        self.problem = problem
        reset()
    }

    var context: KeyContext {
        switch stage {
        case .amount: .followUpAmount
        case .approval(let approval): approval.context
        case .confirmation: .followUpConfirmation
        }
    }

    /// As it was before anything was typed: all that is left for a release, nothing for a consume.
    mutating func reset() {
        switch draft.purpose {
        case .release:
            field.set(draft.target.left.yuan)
            isDefault = true
        case .consume: field.clear()
        }
    }

    /// The amount in the field, or what is wrong with it.
    func amount(_ settings: Settings) -> Result<Fen, Problem> {
        let left = draft.target.left
        do throws(Fen.ParsingError) {
            let amount = try Fen(yuan: field.text)
            guard amount <= left else { return .failure(Problem(.aboveLeft(left))) }
            guard amount == left || settings.allowsPart(draft) else { return .failure(Problem(.onlyWhole(left))) }
            return .success(amount)
        } catch {
            return .failure(Problem(.wrongAmount(error, maximum: left)))
        }
    }

    struct Problem: Error {
        let phrase: Phrase

        init(_ phrase: Phrase) {
            self.phrase = phrase
        }
    }

    /// Puts amount and remark into the draft, unless something is wrong with one of them.
    mutating func submit(_ settings: Settings) -> Bool {
        switch amount(settings) {
        case .success(let amount): draft.amount = amount
        case .failure(let found):
            problem = found.phrase
            isAtRemark = false
            return false
        }
        let text = remark.text.printable.withoutTrailingSpaces
        guard !ScannedText.containsPaymentCode(text) else {
            remark.clear()
            problem = .codeIsNoReason
            isAtRemark = true
            return false
        }
        draft.remark = text.isEmpty ? nil : text
        problem = nil
        return true
    }

    // MARK: - Typing

    /// An amount that is put there whole.
    mutating func put(_ text: String, _ settings: Settings) {
        isDefault = false
        field.set(text)
        check(settings)
    }

    mutating func type(_ character: Character, _ settings: Settings) {
        switch stage {
        case .amount where isAtRemark: remark.type(character)
        case .amount:
            if isDefault { field.clear() }
            isDefault = false
            field.type(character)
            check(settings)
        case .approval(var approval):
            approval.type(character)
            stage = .approval(approval)
        case .confirmation: break
        }
    }

    mutating func deleteLast(_ settings: Settings) {
        switch stage {
        case .amount where isAtRemark: remark.deleteLast()
        case .amount:
            if isDefault { field.clear() }
            isDefault = false
            field.deleteLast()
            check(settings)
        case .approval(var approval):
            approval.deleteLast()
            stage = .approval(approval)
        case .confirmation: break
        }
    }

    /// While it is typed: only what typing on cannot make right.
    private mutating func check(_ settings: Settings) {
        problem = nil
        guard let typed = try? Fen(yuan: field.text), typed > draft.target.left else { return }
        problem = .aboveLeft(draft.target.left)
    }

    /// A PIN must not wait in its field for somebody to come back.
    mutating func forgetPin() {
        guard case .approval(var approval) = stage else { return }
        approval.forgetPin()
        stage = .approval(approval)
    }
}

extension Settings {
    /// WeChat Pay gives a deposit back whole, unless its configuration for this merchant is another.
    fileprivate func allowsPart(_ draft: FollowUpDraft) -> Bool {
        switch (draft.purpose, draft.target.platform) {
        case (.release, .wechat): wechatPartialRelease
        case (.release, .alipay), (.consume, _): true
        }
    }
}
