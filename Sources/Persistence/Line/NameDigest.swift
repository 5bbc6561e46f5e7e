/// The 64 bits that an index knows a name by: FNV-1a of its UTF-8, then mixed.
///
/// The index looks at the upper bits first. Not for secrets; two names may share one.
package enum NameDigest {
    @inline(__always)
    static func of(_ name: UnsafeRawBufferPointer) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
        value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return value ^ value >> 33
    }

    package static func of(_ name: RawSpan) -> UInt64 { name.withUnsafeBytes { of($0) } }

    static func of(_ name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { of(UnsafeRawBufferPointer($0)) }
    }
}
