import FlyingSocks
import Glibc

/// SO_LINGER with no time: closing the socket then sends a reset instead of an end.
struct ResetOnClose: SocketOption {
    let name = SO_LINGER

    func makeValue(from socketValue: linger) -> Bool { socketValue.l_onoff != 0 }
    func makeSocketValue(from value: Bool) -> linger { linger(l_onoff: value ? 1 : 0, l_linger: 0) }
}
