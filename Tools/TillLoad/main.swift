import Dispatch
import Glibc
import Logging
import PayEngine

// A till under load, for the crash scripts: several freezes are in flight at any time, some are given back or kept
// afterwards, and each is told on standard output as soon as the desk has told it. Ends when it is killed. With an
// errand it takes that one order to its end and exits.
//
//   till-load CONFIG CODES-FROM FLIGHTS
//   till-load CONFIG freeze CODE FEN
//   till-load CONFIG release|consume NUMBER FEN

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 3 || arguments.count == 4 else {
    Told.say("till-load CONFIG CODES-FROM FLIGHTS | CONFIG freeze CODE FEN | CONFIG release|consume NUMBER FEN")
    exit(2)
}
do {
    let configuration = try TillConfiguration.load(path: arguments[0], environment: [:])
    let log = LogFile.logger("load", configuration: configuration)
    let desk = try PaymentDesk.open(
        configuration: configuration, transport: CurlTransport(gateway: configuration.gateway), log: log)
    Told.say("ready")
    let words = Array(arguments.dropFirst())
    if let errand = SingleOrder(words, codes: configuration.codes) {
        Task {
            await errand.run(desk)
            exit(0)
        }
    } else if let first = Int(words[0]), let flights = Int(words[1]), words.count == 2 {
        for flight in 0..<flights {
            Task {
                await SimulatedClerk(desk: desk, configuration: configuration).run(from: first + flight, by: flights)
            }
        }
    } else {
        Told.say("failed \(words)")
        exit(2)
    }
    dispatchMain()
} catch {
    Told.say("failed \(error)")
    exit(5)
}
