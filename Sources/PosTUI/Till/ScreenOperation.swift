/// Something that can be done with every screen.
protocol ScreenOperation {
    associatedtype Outcome

    func apply(to screen: inout some TillScreen, in till: inout TillContext) -> Outcome
}

/// Does what a key asks the screen for; nil: nothing.
struct PressKey: ScreenOperation {
    let key: Key

    func apply(to screen: inout some TillScreen, in till: inout TillContext) -> Step? {
        guard case .screen(let action)? = screen.keys.request(for: key) else { return nil }
        return screen.perform(action, in: &till)
    }
}

struct TypeInput: ScreenOperation {
    let input: TextInput

    func apply(to screen: inout some TillScreen, in till: inout TillContext) -> Step {
        screen.type(input, in: &till)
    }
}

struct ReceiveScan: ScreenOperation {
    let scan: Scan

    func apply(to screen: inout some TillScreen, in till: inout TillContext) -> Step {
        screen.receive(scan, in: &till)
    }
}

struct ReceiveNews: ScreenOperation {
    let news: TillNews

    func apply(to screen: inout some TillScreen, in till: inout TillContext) -> Step {
        screen.receive(news, in: &till)
    }
}
