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

    @Test func theDocumentationListsExactlyThisTable() throws {
        let text = try documentation()
        #expect(text.contains(AmountTable.markdown.joined(separator: "\n") + "\n\n"))
        #expect(text.contains(FaultFacts.markdown.joined(separator: "\n") + "\n\n"))
    }

    @Test func theDocumentationKnowsEveryFlag() throws {
        let text = try documentation()
        let flags = CommandLineTool.help.split(whereSeparator: { !$0.isLetter && $0 != "-" })
            .filter { $0.hasPrefix("--") && $0 != "--help" }
        #expect(flags.count > 15)
        for flag in Set(flags) { #expect(text.contains("`\(flag)"), "\(flag)") }
    }

    private func documentation() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return String(decoding: try Data(contentsOf: root.appending(path: "docs/sandbox.md")), as: UTF8.self)
    }
}
