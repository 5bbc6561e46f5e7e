import FoundationEssentials
import Testing

@testable import SandboxGateway

struct AmountTableTests {
    @Test func everyAmountStandsOnceAndInOrder() {
        let amounts = AmountTable.rules.map(\.fen)
        #expect(amounts == Array(Set(amounts)).sorted())
        #expect(amounts.allSatisfy { (11...79).contains($0) })
        #expect(Set(AmountTable.rules.map(\.fault)).count == amounts.count)
    }

    @Test func everyAmountStrikes() throws {
        for amount in AmountTable.rules {
            var bank = try TestBank()
            let answer = bank.ask(.microFreeze, Sample.freeze(amount.fen))
            #expect(answer.reply.note.faults == [amount.fault])
        }
    }

    @Test func theAmountsOfMovementsAreNoneOfFreezes() throws {
        let amounts = AmountTable.movementRules.map(\.fen)
        #expect(amounts == Array(Set(amounts)).sorted())
        #expect(amounts.allSatisfy { (81...98).contains($0) })
        for fen in amounts {
            var bank = try TestBank()
            #expect(bank.ask(.microFreeze, Sample.freeze(fen)).reply.note.faults == [])
        }
    }

    @Test(arguments: [BankInterface.unfreeze, .depositConsume])
    func everyAmountOfMovementsStrikesOnce(_ interface: BankInterface) throws {
        for amount in AmountTable.movementRules where amount.fault.allowed.contains(interface) {
            var bank = try TestBank()
            #expect(bank.ask(.microFreeze, Sample.freeze(amount.fen)).state() == 2)
            let content = interface == .unfreeze ? Sample.unfreeze(amount.fen) : Sample.consume(amount.fen)
            #expect(bank.ask(interface, content).reply.note.faults == [amount.fault])
            let again = bank.ask(interface, content).reply.note.faults
            #expect(again == (amount.isRepeated ? [amount.fault] : []))
        }
    }

    @Test func theDocumentationListsExactlyThisTable() throws {
        let text = try documentation()
        for table in AmountTable.markdown { #expect(text.contains(table.joined(separator: "\n") + "\n\n")) }
        #expect(text.contains(FaultFacts.markdown.joined(separator: "\n") + "\n\n"))
    }

    @Test func theDocumentationListsTheForms() throws {
        #expect(try documentation().contains(AnswerForm.markdown.joined(separator: "\n") + "\n\n"))
    }

    @Test func theDocumentationKnowsEveryFlag() throws {
        let text = try documentation()
        let flags = CommandLineTool.help.split(whereSeparator: { !$0.isLetter && $0 != "-" })
            .filter { $0.hasPrefix("--") && $0 != "--help" }
        #expect(flags.count > 15)
        for flag in Set(flags) { #expect(text.contains("`\(flag)"), "\(flag)") }
    }

    private func documentation() throws -> String {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/sandbox.md").standardizedFileURL
        return String(decoding: try Data(contentsOf: page), as: UTF8.self)
    }
}
