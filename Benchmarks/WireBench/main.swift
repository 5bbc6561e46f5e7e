import Dispatch
import Glibc
import Logging
import PayEngine

// Measures the till's way to the wire, for Benchmarks/wire/bench.py: the real desk, journal and transport in this
// process. Prints one line of JSON.
//
//   wire-bench freeze CONFIG COUNT FIRST-CODE PAUSE-MS
//   wire-bench journal DIRECTORY COUNT

let arguments = Array(CommandLine.arguments.dropFirst())

func fail(_ problem: any Error) -> Never {
    Told.say("wire-bench: \(problem)")
    exit(5)
}

let numbers = arguments.dropFirst(2).compactMap { Int($0) }
switch (arguments.first, numbers.count) {
case ("freeze", 3):
    Task {
        do {
            let configuration = try TillConfiguration.load(path: arguments[1], environment: [:])
            let watch = LastByteProbe()
            let transport = try CurlTransport(gateway: configuration.gateway) { watch.noteSent() }
            let desk = try PaymentDesk.open(
                configuration: configuration, transport: transport,
                log: LogFile.logger("bench", configuration: configuration))
            let run = FreezeRun(desk: desk, configuration: configuration, watch: watch)
            Told.say(try await run.run(count: numbers[0], first: numbers[1], pause: .milliseconds(numbers[2])).json)
            exit(0)
        } catch {
            fail(error)
        }
    }
    dispatchMain()
case ("journal", 1):
    do {
        Told.say(try JournalRun.run(count: numbers[0], directory: arguments[1]).json)
    } catch {
        fail(error)
    }
default:
    Told.say("wire-bench freeze CONFIG COUNT FIRST-CODE PAUSE-MS | wire-bench journal DIRECTORY COUNT")
    exit(2)
}
