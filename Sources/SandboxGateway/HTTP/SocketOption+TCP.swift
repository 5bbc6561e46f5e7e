import FlyingSocks
import Glibc

extension SocketOption where Self == BoolSocketOption {
    static var noDelay: Self { BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY) }
}
