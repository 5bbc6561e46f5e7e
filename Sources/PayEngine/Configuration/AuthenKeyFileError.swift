/// Why a file does not give the authentication key.
///
/// None of these holds anything of its content.
public enum AuthenKeyFileError: Error, Equatable, Sendable {
    /// It can't be opened or read; `errno` as the kernel gave it.
    case unreadable(code: Int32)
    case symbolicLink
    case notRegularFile
    /// It belongs neither to the user of this process nor to root.
    case foreignOwner(user: UInt32)
    /// Group or others may do something with it; the permission bits.
    case openToOthers(mode: UInt32)
    /// Something other than one line of 32 printable ASCII characters. A sealed key is that, too.
    case notAKey
}
