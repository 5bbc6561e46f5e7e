import PayEngine

/// The lines that name an order: number, time, code, reference, record.
enum OrderFacts {
    static func lines(_ deposit: Deposit, _ settings: Settings) -> [Line] {
        let language = settings.language
        var lines = [
            Line.fact(
                Phrase.orderNumber.text(in: language), grouped(deposit.number.text, by: 4), role: .strong),
            Line.fact(Phrase.time.text(in: language), settings.zone.dayAndTime(deposit.startTime)),
        ]
        // The till's own code has no digits to tell.
        if !deposit.maskedCode.isEmpty {
            lines.append(Line.fact(Phrase.code.text(in: language), deposit.maskedCode.printable))
        }
        if let reference = deposit.reference {
            lines.append(Line.fact(Phrase.reference.text(in: language), reference.printable))
        }
        if let record = deposit.record {
            lines.append(Line.fact(Phrase.record.text(in: language), grouped(record.printable, by: 4)))
        }
        return lines
    }

    /// Returns what of a number people compare: its last eight characters, in groups.
    static func tail(of number: OrderNumber) -> String {
        let end = number.text.suffix(8)
        return end.count < 8 ? String(end) : end.prefix(4) + " " + end.suffix(4)
    }

    /// Spells a number as `sz01 0002 cz17`: numbers are read out and compared in groups.
    ///
    /// Short ones, and those with groups of their own, stay as they are.
    static func grouped(_ text: String, by count: Int) -> String {
        guard text.count >= 16, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return text }
        var result = ""
        for (index, character) in text.enumerated() {
            if index > 0, index % count == 0 { result.append(" ") }
            result.append(character)
        }
        return result
    }
}
