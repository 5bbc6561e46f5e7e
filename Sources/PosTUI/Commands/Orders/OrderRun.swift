import Dispatch
import PayEngine

/// Follows one order for a command: to its end, or to the signal that interrupts it.
struct OrderRun {
    let session: EngineSession
    let json: Bool

    /// Asks the desk and returns the last that it reported.
    ///
    /// A signal meanwhile ends the process, after the order was told. `note` hears all that is told.
    func last(
        note: (OrderProgress) -> Void = { _ in }, _ ask: (PaymentDesk) async -> AsyncStream<OrderProgress>
    ) async throws -> OrderProgress? {
        let desk = try await session.commandDesk()
        let watch = OrderWatch()
        let earlier = Set(await desk.openQuestions().map(\.number))
        return await Interruption.handled {
            stop(watch, desk: desk, earlier: earlier)
        } during: {
            var last: OrderProgress?
            for await progress in await ask(desk) {
                watch.receive(progress)
                note(progress)
                last = progress
            }
            watch.finish()
            await desk.finish()
            return last
        }
    }

    /// Ends the process in the middle of an order, and says which one is concerned.
    ///
    /// Runs on the thread of the signals. `earlier` is what was open before.
    private func stop(_ watch: OrderWatch, desk: PaymentDesk, earlier: Set<OrderNumber>) {
        guard let interrupted = watch.interrupt() else { return }
        // The intent may be durable, and the request on its way, before that was heard here.
        guard let order = interrupted.order ?? newest(desk, earlier: earlier) else {
            ProcessExit.exit(session.refuse(.interruptedBeforeSending, .unreachable))
        }
        let printer = OrderPrinter(session: session, json: json)
        if !order.isSettled { StandardStreams.tell(printer.text(.interrupted(order))) }
        printer.print(made: order)
        ProcessExit.exit(ExitStatus(order))
    }

    /// Asks the desk; where it does not answer in time, nobody knows, and the process ends with that.
    private func newest(_ desk: PaymentDesk, earlier: Set<OrderNumber>) -> DepositOrder? {
        let asked = try? BlockingTask.run(within: .seconds(5)) { await desk.openQuestions() }
        guard let open = asked else { ProcessExit.exit(session.tellLost()) }
        return open.last { !earlier.contains($0.number) }
    }
}
