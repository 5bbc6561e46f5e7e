import PayEngine

/// Till, clerk, gateway, open questions and the time, on every screen.
enum StatusBar {
    /// From so many seconds on the clocks differ enough to be told.
    static let clockTolerance: Int64 = 30

    static func draw(_ state: State, on frame: inout Frame, y: Int) {
        frame.fill(Rect(x: 0, y: y, width: frame.size.width, height: 1), role: .status)
        let time = state.settings.zone.time(state.now.wall)
        frame.put(time, endingAt: frame.size.width - 2, y: y, role: .status)
        var x = 2
        for span in parts(state) {
            // An alert brings its own margins.
            let margin = span.role == .statusAlert ? 1 : 0
            x = frame.put(span.text, x: x - margin, y: y, role: span.role, limit: frame.size.width - 12) + 2 - margin
        }
    }

    private static func parts(_ state: State) -> [Line.Span] {
        let language = state.language
        var parts: [Line.Span] = []
        let till = Phrase.till.text(in: language) + " " + state.settings.deviceID.printable.cut(columns: 12)
        parts.append(.init(text: till, role: .status))
        if let clerk = state.settings.clerk {
            let name = "\(clerk.name.printable) (\(clerk.id.printable))".cut(columns: 20)
            parts.append(.init(text: name, role: .status))
        } else if state.isSignedOut {
            parts.append(.init(text: Phrase.nobody.text(in: language), role: .status))
        }
        parts.append(gateway(state))
        if let skew = clockSkew(state.health) {
            parts.append(.init(text: " \(Phrase.clockSkew(skew).text(in: language)) ", role: .statusAlert))
        }
        let count = state.openQuestions.count
        let open = Phrase.openCount.text(in: language) + " \(count)"
        parts.append(.init(text: count > 0 ? " \(open) " : open, role: count > 0 ? .statusAlert : .status))
        if state.backgroundCount > 0 {
            parts.append(.init(text: Phrase.background(state.backgroundCount).text(in: language), role: .status))
        }
        return parts
    }

    private static func gateway(_ state: State) -> Line.Span {
        let name = Phrase.gateway.text(in: state.language) + " "
        switch state.health {
        case .unasked: return .init(text: name + Phrase.gatewayUnasked.text(in: state.language), role: .status)
        case .up: return .init(text: name + Phrase.gatewayUp.text(in: state.language), role: .status)
        case .slow(_, let milliseconds, _):
            let words = Phrase.gatewaySlow(milliseconds).text(in: state.language)
            return .init(text: " \(name)\(words) ", role: .statusAlert)
        case .down:
            return .init(text: " \(name)\(Phrase.gatewayDown.text(in: state.language)) ", role: .statusAlert)
        }
    }

    private static func clockSkew(_ health: GatewayHealth) -> Int64? {
        guard let offset = health.clockOffset, offset.magnitude > clockTolerance.magnitude else { return nil }
        return offset
    }
}
