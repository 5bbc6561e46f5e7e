import PayEngine

/// Prints what a look-up found: lines of words for people, or JSON.
struct LookUpPrinter {
    let session: EngineSession
    let json: Bool
    let showsReleases: Bool

    func print(_ lookUp: LookUp) {
        if let problem = lookUp.orderProblem { StandardStreams.tell(text(.problem(problem))) }
        if showsReleases, lookUp.orderProblem == nil, let problem = lookUp.releasesProblem {
            StandardStreams.tell(text(.problem(problem)))
        }
        for difference in lookUp.differences { StandardStreams.tell(text(.difference(difference))) }
        guard !json else {
            var report = OrderReport(lookUp)
            if showsReleases, lookUp.releasesProblem == nil {
                report.releases = lookUp.releases.map(ReleaseReport.init)
            }
            let problem = lookUp.orderProblem ?? (showsReleases ? lookUp.releasesProblem : nil)
            if let problem, case .gatewayDown = problem { report.error = text(.problem(problem)) }
            StandardStreams.print(report.json)
            return
        }
        printOrder(lookUp)
        guard showsReleases else { return }
        for release in lookUp.releases { printRelease(release) }
    }

    private func text(_ phrase: Phrase) -> String {
        phrase.text(in: session.language)
    }

    private func printOrder(_ lookUp: LookUp) {
        guard lookUp.order != nil || lookUp.local != nil else { return }
        let fee = lookUp.order?.fee ?? lookUp.local?.fee
        let platform = lookUp.order?.platform ?? lookUp.local?.platform
        let time = lookUp.order?.createTime ?? lookUp.local?.startTime
        let number = lookUp.order?.number ?? lookUp.local?.number.text ?? lookUp.number
        var parts: [String] = [
            number, lookUp.outcome.map { text(.headline($0)) } ?? "-", fee?.yuan ?? "-",
            platform.map { text(.platform($0)) } ?? "-", time.map { LocalTime.local.dayAndTime($0) } ?? "-",
        ]
        if let totals = lookUp.totals { parts.append(text(.totals(totals))) }
        if lookUp.source == .journal { parts.append(text(.fromJournal)) }
        StandardStreams.print(parts.joined(separator: "\t"))
    }

    private func printRelease(_ release: Release) {
        let parts = [
            release.number, text(.release(release.outcome)), release.fee?.yuan ?? "-",
            release.createTime.map { LocalTime.local.dayAndTime($0) } ?? "-",
            [release.staffID, release.deviceID].compactMap { $0 }.joined(separator: "@"), release.remark ?? "",
        ]
        StandardStreams.print(parts.joined(separator: "\t"))
    }
}
