import FlyingSocks
import Glibc

extension SocketOption where Self == BoolSocketOption {
    static var noDelay: Self { BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY) }

    /// Holds for the next bytes only: Linux takes it back by itself.
    static var quickAcknowledgement: Self { BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_QUICKACK) }
}
