import PayEngine

/// What happened while the clerk was elsewhere, in a line below the title.
enum Banner {
    static func draw(_ till: TillContext, on frame: inout Frame, y: Int) {
        guard let item = till.weightiestNews else {
            frame.horizontalLine(x: 0, y: y, width: frame.size.width)
            return
        }
        let language = till.language
        frame.fill(Rect(x: 0, y: y, width: frame.size.width, height: 1), role: .banner)
        var words = Phrase.news(
            item.kind, headline: item.headline.text(in: language), amount: Phrase.money(item.amount).text(in: language),
            time: till.settings.zone.time(item.time(at: till.now))
        ).text(in: language)
        if till.news.count > 1 { words += "  " + Phrase.newsMore(till.news.count - 1).text(in: language) }
        let key = till.isSignedOut ? "" : Phrase.newsOpen.text(in: language)
        let end = frame.size.width - ScreenLayout.margin - CellWidth.of(key)
        frame.put("! " + words, x: ScreenLayout.margin, y: y, role: .banner, limit: end - 1)
        frame.put(key, x: end, y: y, role: .banner)
    }
}

extension News {
    /// What became of it, in the words of the screen that it opens.
    var headline: Phrase {
        switch self {
        case .order(let order):
            order.kind == .freeze && order.isLateSuccess ? .lateSuccessHeadline : .headline(order)
        case .freeze(_, let end): end.headline
        case .attempt(_, let end): end.headline
        }
    }
}
