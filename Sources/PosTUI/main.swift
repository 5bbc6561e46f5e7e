import Glibc
import PayEngine

// Before anything opens a descriptor: a socket or the journal must not come to stand where words are written. What was
// closed is opened for reading only, so that a write to it fails and is told.
StandardStreams.fillClosed()
TLSLibrary.prepare()

#if !DEBUG
    ProcessHardening.apply()
#endif
// A reader that has gone is an error of write, not the end of a process that may be freezing a deposit.
signal(SIGPIPE, SIG_IGN)
// And so is a file that may not grow: the journal says that it cannot be written.
signal(SIGXFSZ, SIG_IGN)
ProcessExit.exit(await PostUICommand.runMain())
