import PayEngine

/// Till, clerk, gateway, open questions and the time, on every screen.
enum StatusBar {
    /// The seconds from which on the clocks differ enough to be told.
    static let clockTolerance: Int64 = 30

    static func draw(_ till: TillContext, backgroundCount: Int, on frame: inout Frame, y: Int) {
        frame.fill(Rect(x: 0, y: y, width: frame.size.width, height: 1), role: .status)
        let time = till.settings.zone.time(till.now.wall)
        frame.put(time, endingAt: frame.size.width - 2, y: y, role: .status)
        var x = 2
        for span in parts(till, backgroundCount) {
            // An alert brings its own margins.
            let margin = span.role == .statusAlert ? 1 : 0
            x = frame.put(span.text, x: x - margin, y: y, role: span.role, limit: frame.size.width - 12) + 2 - margin
        }
    }

    private static func parts(_ till: TillContext, _ backgroundCount: Int) -> [Line.Span] {
        let language = till.language
        var parts: [Line.Span] = []
        let name = Phrase.till.text(in: language) + " " + till.settings.deviceID.printable.cut(columns: 12)
        parts.append(.init(text: name, role: .status))
        if let clerk = till.settings.clerk {
            let name = "\(clerk.name.printable) (\(clerk.id.printable))".cut(columns: 20)
            parts.append(.init(text: name, role: .status))
        } else if till.isSignedOut {
            parts.append(.init(text: Phrase.nobody.text(in: language), role: .status))
        }
        parts.append(gateway(till))
        if let skew = clockSkew(till.health) {
            parts.append(.init(text: " \(Phrase.clockSkew(skew).text(in: language)) ", role: .statusAlert))
        }
        let count = till.openQuestions.count
        let open = Phrase.openCount.text(in: language) + " \(count)"
        parts.append(.init(text: count > 0 ? " \(open) " : open, role: count > 0 ? .statusAlert : .status))
        if backgroundCount > 0 {
            parts.append(.init(text: Phrase.background(backgroundCount).text(in: language), role: .status))
        }
        return parts
    }

    private static func gateway(_ till: TillContext) -> Line.Span {
        let name = Phrase.gateway.text(in: till.language) + " "
        switch till.health {
        case .unasked: return .init(text: name + Phrase.gatewayUnasked.text(in: till.language), role: .status)
        case .up: return .init(text: name + Phrase.gatewayUp.text(in: till.language), role: .status)
        case .slow(_, let milliseconds, _):
            let words = Phrase.gatewaySlow(milliseconds).text(in: till.language)
            return .init(text: " \(name)\(words) ", role: .statusAlert)
        case .down:
            return .init(text: " \(name)\(Phrase.gatewayDown.text(in: till.language)) ", role: .statusAlert)
        }
    }

    private static func clockSkew(_ health: GatewayHealth) -> Int64? {
        guard let offset = health.clockOffset, offset.magnitude > clockTolerance.magnitude else { return nil }
        return offset
    }
}
