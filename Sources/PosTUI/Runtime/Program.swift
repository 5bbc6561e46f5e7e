import Glibc
import PayEngine

/// The only loop of the till.
///
/// It lives on one thread, blocks in `poll` on the terminal and the mailbox, and never waits for anything else.
final class Program {
    private let terminal: Terminal
    private let mailbox: Mailbox
    private let runner: EffectRunner
    private let clock: any TillClock
    private var decoder: InputDecoder
    private var state: State
    private var ending: Ending?
    private var lastSecond: Int64

    init(state: State, terminal: Terminal, mailbox: Mailbox, runner: EffectRunner, clock: any TillClock) {
        self.state = state
        self.terminal = terminal
        self.mailbox = mailbox
        self.runner = runner
        self.clock = clock
        // A scan that began before there was a screen is not cut: the rest of it is dropped, too.
        decoder = InputDecoder(
            sequences: terminal.keySequences, at: clock.boottime.milliseconds, isMidway: terminal.dropInput())
        lastSecond = clock.now.seconds
    }

    func run() -> Ending {
        handle(.started)
        while ending == nil {
            terminal.draw(view(state))
            let ready = wait()
            takeSignals()
            if ready.input { takeInput() } else { takeSilence() }
            if ready.hangup { ending = ending ?? .signal(SIGHUP) }
            for content in mailbox.takeAll() { handle(content) }
            tickIfDue()
        }
        runner.stop()
        return ending ?? .quit
    }

    private func handle(_ content: Event.Content, at time: Moment? = nil) {
        for effect in update(&state, Event(content, at: time ?? moment)) {
            if effect == .quit {
                ending = .quit
            } else {
                runner.run(effect)
            }
        }
    }

    private var moment: Moment { Moment(clock) }

    private func wait() -> (input: Bool, hangup: Bool) {
        var descriptors = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&descriptors, nfds_t(descriptors.count), timeout)
        guard count > 0 else { return (false, false) }
        let found = Int32(descriptors[0].revents)
        return (found & POLLIN != 0, found & (POLLHUP | POLLERR | POLLNVAL) != 0)
    }

    /// Milliseconds until the next full second, or until the state or something unfinished wants to be woken.
    private var timeout: Int32 {
        let now = moment
        let untilSecond = 1000 - now.wall.milliseconds % 1000
        let wakes = [state.wakeTime, decoder.deadline].compactMap { $0 }.map { max(0, $0 - now.uptime) }
        return Int32(clamping: wakes.reduce(untilSecond, min))
    }

    private func tickIfDue() {
        let now = moment
        let isWoken = state.wakeTime.map { now.uptime >= $0 } ?? false
        guard isWoken || now.wall.seconds != lastSecond else { return }
        lastSecond = now.wall.seconds
        handle(.tick)
    }

    private func takeInput() {
        let reading = terminal.readInput { bytes in
            let time = moment
            for byte in bytes { handle(decoder.decode(byte, at: time.uptime), at: time) }
            tellLoss(at: time)
        }
        switch reading {
        case .bytes, .nothing: break
        case .gone: ending = ending ?? .signal(SIGHUP)
        }
    }

    /// Takes in that nothing was there to be read: what waits for more may be over.
    private func takeSilence() {
        let time = moment
        handle(decoder.pass(to: time.uptime), at: time)
        tellLoss(at: time)
    }

    private func handle(_ inputs: [InputDecoder.Input], at time: Moment) {
        for input in inputs {
            switch input {
            // The screen may be spoilt whatever the clerk is doing, so no screen handles this.
            case .key(.control("l")): terminal.redraw()
            case .key(let key): handle(.key(key), at: time)
            case .paste(let text): handle(.paste(text), at: time)
            }
        }
    }

    private func tellLoss(at time: Moment) {
        if decoder.takeLoss() { handle(.inputLost, at: time) }
    }

    private func takeSignals() {
        for number in Signals.takePending() {
            switch number {
            case SIGWINCH:
                terminal.resize()
                handle(.resized(terminal.size))
            case SIGCONT: terminal.resume()
            default: ending = ending ?? .signal(number)
            }
        }
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
