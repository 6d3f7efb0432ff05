package torgau.link.bearer;

import java.util.HashMap;
import java.util.Map;

/// How many accepted connections stand there without having shown who they are, in all and by address.
final class Standing {
    private final int maxPerAddress;
    private final int maxInAll;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int inAll;

    Standing(TcpLimits limits) {
        this.maxPerAddress = limits.unauthenticatedPerAddress();
        this.maxInAll = limits.unauthenticatedInAll();
    }

    /// Takes one place, if there is one.
    synchronized boolean enter(String address) {
        int here = byAddress.getOrDefault(address, 0);
        if (here >= maxPerAddress || inAll >= maxInAll) {
            return false;
        }
        byAddress.put(address, here + 1);
        inAll++;
        return true;
    }

    /// Gives a place back.
    synchronized void leave(String address) {
        byAddress.computeIfPresent(address, (_, here) -> here > 1 ? here - 1 : null);
        inAll--;
    }
}
