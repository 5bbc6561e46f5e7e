import PayEngine
import Testing

@testable import PosTUI

struct LanguageChoiceTests {
    private func choose(
        _ configured: TillConfiguration.Language?, _ environment: [String: String], canDraw: Bool = true
    ) -> TillConfiguration.Language {
        LanguageChoice.language(configured: configured, environment: environment, canDrawChinese: canDraw)
    }

    @Test func theConfigurationComesBeforeTheEnvironment() {
        #expect(choose(nil, ["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(choose(nil, ["LANG": "de_DE.UTF-8"]) == .english)
        #expect(choose(nil, [:]) == .english)
        #expect(choose(.chinese, ["LANG": "C", "TERM": "xterm"]) == .chinese)
        #expect(choose(.english, ["LANG": "zh_CN.UTF-8"]) == .english)
        #expect(choose(nil, ["LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"]) == .english)
        #expect(choose(nil, ["LANG": "zh_CN.UTF-8", "LC_ALL": ""]) == .chinese)
        #expect(choose(.chinese, ["TERM": "linux"]) == .english)
        #expect(choose(.chinese, ["TERM": "xterm"], canDraw: false) == .english)
    }
}
