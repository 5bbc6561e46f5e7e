import FlyingSocks
import Glibc

extension Socket {
    /// Keeps the socket from child processes.
    ///
    /// One that kept a copy would keep the connection open when it is closed here: answers would hang that are to be
    /// lost.
    func keepFromChildren() {
        _ = fcntl(file.rawValue, F_SETFD, FD_CLOEXEC)
    }
}
