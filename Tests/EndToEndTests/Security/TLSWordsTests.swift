import PayEngine
import Testing

@testable import PosTUI

/// What people are told when a gateway is not believed, in their language.
struct TLSWordsTests {
    @Test(arguments: [
        (TestAuthority.Certificate.expired, ConnectionFault.certificateExpired),
        (.notYetValid, .certificateNotYetValid),
        (.otherHost, .certificateOfAnotherHost), (.otherAuthority, .certificateUntrusted),
        (.selfSigned, .certificateUntrusted),
    ])
    func eachHasItsSentence(certificate: TestAuthority.Certificate, fault: ConnectionFault) async throws {
        try await CommandTill.run { till in
            let authority = try await TestAuthority()
            try await TLSFront.run(before: till.port, certificate: authority.serverFile(certificate)) { front in
                for language in TillConfiguration.Language.allCases {
                    try till.configure { file in
                        file.bases = [front.base]
                        file.authorityFile = authority.authorityFile
                        file.language = language.rawValue
                    }
                    let end = try await till.postui("query", "sz010002cz1795239487123456789012", "--platform", "wechat")
                    #expect(end.status == 4)
                    #expect(end.errors.contains(Phrase.connection(fault.rawValue).text(in: language)), "\(end.errors)")
                }
            }
        }
    }

    @Test func aRefusedConnectionAndAnUnknownName() async throws {
        try await CommandTill.run { till in
            for (base, fault) in [
                ("http://127.0.0.1:\(try ClosedPort().number)", ConnectionFault.refused),
                ("https://nowhere.invalid", .unresolved),
            ] {
                try till.configure { file in
                    file.bases = [base]
                    file.language = "zh-Hans"
                }
                let end = try await till.postui("query", "sz010002cz1795239487123456789012", "--platform", "wechat")
                #expect(end.status == 4)
                #expect(end.errors.contains(Phrase.connection(fault.rawValue).chinese), "\(end.errors)")
            }
        }
    }
}
