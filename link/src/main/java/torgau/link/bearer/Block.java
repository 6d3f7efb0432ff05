package torgau.link.bearer;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// The addresses that one holder has at least: one of IPv4, 2⁶⁴ of IPv6 (RFC 6177: no site is given less than a /64).
///
/// @param prefix in hex
record Block(String prefix) {
    private static final int IPV6_PREFIX_BYTES = 8;

    static Block of(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] prefix = address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes;
        return new Block(HexFormat.of().formatHex(prefix));
    }
}
