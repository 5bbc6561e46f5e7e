import PayEngine
import Testing

@testable import SandboxGateway

/// Freezes, releases, consumes, faults, restarts and questions in any order: never two effects, never a word that is
/// not so, and in the end the same books on both sides.
struct DeskWalkTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6, UInt64.random(in: 7...UInt64.max)])
    func anyOrderOfThings(seed: UInt64) async throws {
        let options = TestTill.Options(saysAbsenceByState: true, scanTurn: .seconds(1_000_000))
        try await TestTill.run(options) { till in
            var walk = try DeskWalk(till: till, seed: seed)
            try await walk.walk(steps: 80)
            #expect(walk.complaints == [], "seed \(seed): \(walk.story.joined(separator: "\n"))")
        }
    }
}
