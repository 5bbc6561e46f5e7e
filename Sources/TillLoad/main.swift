import Dispatch
import Glibc
import Logging
import PayEngine

// A till under load, for the crash scripts: several freezes are in flight at any time, and each is told on standard
// output as soon as the desk has told it. Ends when it is killed.
//
//   till-load CONFIG CODES-FROM FLIGHTS

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 3, let first = Int(arguments[1]), let flights = Int(arguments[2]) else {
    Told.say("till-load CONFIG CODES-FROM FLIGHTS")
    exit(2)
}
do {
    let configuration = try TillConfiguration.load(path: arguments[0], environment: [:])
    let log = LogFile.logger("load", configuration: configuration)
    let desk = try PaymentDesk.open(
        configuration: configuration, transport: CurlTransport(gateway: configuration.gateway), log: log)
    Told.say("ready")
    for flight in 0..<flights {
        Task { await Flight(desk: desk, configuration: configuration).run(from: first + flight, by: flights) }
    }
    dispatchMain()
} catch {
    Told.say("failed \(error)")
    exit(5)
}
