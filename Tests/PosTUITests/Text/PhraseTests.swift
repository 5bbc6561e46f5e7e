import Testing

@testable import PayEngine
@testable import PosTUI

/// A phrase cannot be made without its languages; these see that they are the right ones.
struct PhraseTests {
    @Test func whatKeepsTheScreensAwayIsSaidInChinese() {
        let themes: [ThemeError] = [
            .unreadable(file: "t", reason: "r"), .notTOML(file: "t", reason: "r"),
            .wrongKey(file: "t", key: "k", found: "f", wanted: "w"), .missing(file: "t"),
        ]
        let terminals: [TerminalError] = [.notATerminal, .unknownTerminal("x"), .noDescriptor(errorNumber: 24)]
        for phrase in (themes as [any Error] + terminals).map(Phrase.cannotShow) {
            #expect(phrase.chinese.contains { $0 >= "\u{4E00}" } && !phrase.english.contains { $0 >= "\u{4E00}" })
        }
        #expect(!Phrase.cannotShow(ThemeError.missing(file: "a\u{1B}b")).chinese.contains("\u{1B}"))
    }

    private static let verdict = GatewayVerdict(status: 104, internalStatus: 407, text: "desc")
    private static let reasons: [Reason] = [
        .inProgress, .customerTyping, .customerStopped, .paymentError, .closedUnpaid, .refusedByGateway(verdict),
        .callerWrong(verdict), .newNumberNeeded(verdict), .neverArrived, .notThereYet, .refundedOrClosed,
        .noConnection("x"),
        .noAnswer("x"), .unbelievable(.wrongSignature), .numberUsedBefore(verdict), .gatewayUndecided(verdict),
        .beingMade, .unrecognisedState(9), .unrecognisedState(nil), .journalFailed("x"), .journalMoved(.folder),
        .releasedOrConsumed,
    ]

    private static var phrases: [Phrase] {
        var phrases: [Phrase] = reasons.map { Phrase.reason($0) }
        for outcome in Outcome.allCases {
            phrases += [Phrase.headline(outcome), Phrase.next(outcome), Phrase.shortState(outcome)]
        }
        phrases += Release.Outcome.allCases.map { Phrase.release($0) }
        phrases += PayPlatform.allCases.map { Phrase.platform($0) }
        for table in SampleKeys.all {
            phrases.append(table.name)
            for line in table.lines {
                phrases.append(line.help)
                if let hint = line.hint { phrases.append(hint) }
            }
        }
        for binding in QuitDialog.keys.bindings { phrases += [binding.help] + [binding.hint].compactMap { $0 } }
        let others: [Phrase] = [
            .scanIgnored, .lateSuccess(Sample.deposit(.done)), .seenBefore, .nextAfterRejection, .terminalTooSmall,
            .amountFirst,
            .qrImpossible, .qrNeedsWindow(Size(width: 81, height: 34)), .pinQuestion("1"), .newPinQuestion,
            .newPinAgain, .pinsDiffer, .pinForm, .pinTerminalNeeded, .pinOnCommandLine, .pinWrong(left: 4),
            .offerTitle, .offerInstead, .offerScan, .offerLeft(seconds: 9), .offerOver, .offerHint, .offerTypingHint,
            .offerGivenUp,
            .headline(Sample.offered()), .shortState(Sample.offered()), .notice(.expiring(1)), .notice(.expiring(2)),
            .heldTitle, .heldHint, .heldNone, .heldLoading, .lastDigits, .left, .daysLeft, .days(1), .days(0),
            .heldPerhapsReleased, .noQuickAmount(4), .heldTotal(1, Fen(1)), .findTitle, .findHint, .findText, .findDay,
            .wrongDay("x"),
            .searching, .nothingFound, .found(1), .foundMore(1), .searchDoubt(.unreadable("x"), found: 0), .signInTitle,
            .signInHint,
            .staffID, .needsPin, .pinChecking, .pinWasScanned, .codeIsNoStaff, .unknownStaff("x"), .signInFirst,
            .nobody, .noStaff, .role(.clerk), .role(.supervisor), .referenceTooLong(limit: 1, wide: 2),
            .pinWrongAndLocked(seconds: 60), .wrongPinsBefore(3, since: "11-27 09:00"), .pinLocked(seconds: 60),
            .pinImpossible("x"), .pinNoMemory, .descriptorsTaken, .pinGoesThere, .approvalLapsed, .mayNotApprove,
        ]
        return phrases + others + ofOrders + ofApprovals
    }

    private static let refusals: [ApprovalRefusal] = [
        .supervisorNeeded, .unknownStaff("7"), .pinNeeded, .lapsed, .otherAction, .otherOrder, .otherAmount,
    ]

    private static var ofApprovals: [Phrase] {
        ApprovedAction.Kind.allCases.flatMap { kind in refusals.map { Phrase.refusal($0, of: kind) } }
    }

    @Test func everyRefusalOfAnApprovalHasASentenceOfItsOwnWhichSaysWhatWasNotDone() {
        for kind in ApprovedAction.Kind.allCases {
            let phrases = Self.refusals.map { Phrase.refusal($0, of: kind) }
            #expect(Set(phrases.map(\.chinese)).count == Self.refusals.count)
            #expect(Set(phrases.map(\.english)).count == Self.refusals.count)
        }
        for refusal in Self.refusals.dropFirst(2) {
            #expect(Phrase.rejection(.approval(refusal)).english.hasPrefix("Nothing was sent: "))
            #expect(Phrase.rejection(.approval(refusal)).chinese.hasPrefix("没有发送："))
            #expect(Phrase.closingRefusal(.approval(refusal)).english.hasPrefix("Not closed: "))
            #expect(Phrase.closingRefusal(.approval(refusal)).chinese.hasPrefix("没有关闭："))
        }
    }

    private static var ofOrders: [Phrase] {
        var phrases: [Phrase] = [
            .nothingHeld, .otherIsOpen, .scanIsNoPin, .noSupervisor, .nextUnknown,
            .lateOrder(Sample.order(Sample.deposit(.done), Sample.laterOrder(of: Sample.deposit(.done)))),
            .nextAtDifference,
            .nextAtOpenQuestion, .nextAtHeld(Fen(1)), .differencesTitle,
        ]
        let deposit = Sample.deposit(.done, fee: 10000, platform: .alipay)
        for kind in [Order.Kind.release, .consume(keepsRest: true)] {
            for outcome in Outcome.allCases {
                let order = Sample.order(deposit, Sample.laterOrder(kind, outcome, .beingMade, of: deposit))
                phrases += [.headline(order), .shortState(order), .next(order)]
                phrases.append(.difference(.release(order.order, gateway: .notThere)))
                phrases.append(.difference(.consume(order.order, isDoneAtGateway: true)))
            }
        }
        for platform in PayPlatform.allCases {
            guard let target = OrderTarget(Sample.deposit(.done, fee: 100, platform: platform)) else { continue }
            for purpose in [OrderDraft.Purpose.release, .consume] {
                var draft = OrderDraft(purpose, of: target)
                draft.amount = Fen(40)
                phrases += Phrase.consequences(draft).map(\.0) + [.rule(draft, allowsPart: true)]
                phrases += [.orderFormTitle(purpose), .orderFormPrompt(purpose), .orderFormConfirm(purpose)]
            }
        }
        return phrases
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

    @Test func chineseSentencesAreChineseEnglishOnesHaveNoChineseCharacter() {
        for phrase in Self.phrases {
            #expect(phrase.chinese.unicodeScalars.contains(where: Self.isHan), "\(phrase)")
            #expect(!phrase.english.isEmpty)
            #expect(!phrase.english.unicodeScalars.contains(where: Self.isHan), "\(phrase)")
        }
    }

    @Test func noSentenceHasCharactersWhoseWidthTerminalsDisagreeAbout() {
        for phrase in Self.phrases {
            for text in [phrase.chinese, phrase.english] {
                #expect(!text.contains { "…—·×→°±“”‘’①¥".contains($0) }, "\(text)")
            }
        }
    }

    @Test func everyReasonHasASentenceOfItsOwnBeforeTheGatewaysWords() {
        #expect(Set(Self.reasons.map { Phrase.reason($0).english }).count == Self.reasons.count)
        #expect(Phrase.reason(.refusedByGateway(Self.verdict)).english.hasSuffix("[104/407 desc]"))
        let hostile = GatewayVerdict(status: 104, text: "\u{1B}[2J\u{202E}x")
        #expect(Phrase.reason(.refusedByGateway(hostile)).chinese.hasSuffix("[104 [2Jx]"))
    }

    @Test func theAcceptanceRulesOwnWording() {
        #expect(Phrase.headline(.waiting).chinese == "等待用户输入密码中")
        #expect(Phrase.next(.unknown).chinese.contains("通过订单查询确认支付结果或手机端商户管理系统确认支付结果"))
        #expect(Phrase.headline(.unknown) != Phrase.headline(.refused))
    }

    /// What was typed is repeated in many sentences, and may be a payment code at the wrong place.
    @Test func noSentenceRepeatsAPaymentCode() {
        for code in [Sample.weChatCode, "13800138000" + Sample.weChatCode] {
            let phrases: [Phrase] = [
                .rejection(.unknownStaff(code)), .unknownStaff(code),
                .closingRefusal(.approval(.unknownStaff(code))), .acceptedLossRefusal(.approval(.unknownStaff(code))),
                .wrongDetail(.unreadable(code: 2), file: code), .wrongDetail(.unknown(member: code), file: "f"),
                .wrongDate(code), .wrongState(code), .wrongRecord(code), .wrongOrderNumber("房 " + code),
                .unknownCommand(code, nearest: nil), .pinQuestion(code),
            ]
            for phrase in phrases {
                #expect(!phrase.chinese.contains(Sample.weChatCode), "\(phrase.chinese)")
                #expect(!phrase.english.contains(Sample.weChatCode), "\(phrase.english)")
            }
        }
    }
}
