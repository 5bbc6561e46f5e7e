import Glibc
import PayEngine

/// The only loop of the till. It lives on one thread, blocks in `poll` on the terminal and the mailbox, and never waits
/// for anything else.
final class Program {
    private let terminal: Terminal
    private let mailbox: Mailbox
    private let runner: EffectRunner
    private let clock: any TillClock
    private var state: State
    private var ending: Ending?
    private var emptyReads = 0
    private var lastSecond: Int64

    init(state: State, terminal: Terminal, mailbox: Mailbox, runner: EffectRunner, clock: any TillClock) {
        self.state = state
        self.terminal = terminal
        self.mailbox = mailbox
        self.runner = runner
        self.clock = clock
        lastSecond = clock.now.seconds
    }

    func run() -> Ending {
        handle(.started)
        while ending == nil {
            terminal.draw(view(state))
            let ready = wait()
            takeSignals()
            if ready.input { takeInput() }
            if ready.hangup { ending = ending ?? .signal(SIGHUP) }
            for content in mailbox.takeAll() { handle(content) }
            tickIfDue()
        }
        runner.stop()
        return ending ?? .quit
    }

    private func handle(_ content: Event.Content) {
        for effect in update(&state, Event(content, at: moment)) {
            if effect == .quit {
                ending = .quit
            } else {
                runner.run(effect)
            }
        }
    }

    private var moment: Moment {
        Moment(wall: clock.now, uptime: clock.boottime.milliseconds)
    }

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

    /// Milliseconds until the next full second, or until the state wants to be woken.
    private var timeout: Int32 {
        let now = moment
        let untilSecond = 1000 - now.wall.milliseconds % 1000
        guard let wake = state.wakeTime else { return Int32(clamping: untilSecond) }
        return Int32(clamping: min(untilSecond, max(0, wake - now.uptime)))
    }

    private func tickIfDue() {
        let now = moment
        let isWoken = state.wakeTime.map { now.uptime >= $0 } ?? false
        guard isWoken || now.wall.seconds != lastSecond else { return }
        lastSecond = now.wall.seconds
        handle(.tick)
    }

    private func takeInput() {
        let inputs = terminal.readInput()
        // Readable, and nothing to read, again and again: the terminal is gone.
        emptyReads = inputs.isEmpty ? emptyReads + 1 : 0
        if emptyReads > 100 { ending = .signal(SIGHUP) }
        for input in inputs {
            switch input {
            case .key(let key): handle(.key(key))
            case .paste(let text): handle(.paste(text))
            }
        }
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
