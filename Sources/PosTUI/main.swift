import Glibc
import PayEngine

TLSLibrary.prepare()
#if !DEBUG
    ProcessHardening.apply()
#endif
// A reader that has gone is an error of write, not the end of a process that may be freezing a deposit.
signal(SIGPIPE, SIG_IGN)
exit(PostUICommand.runMain().code)
