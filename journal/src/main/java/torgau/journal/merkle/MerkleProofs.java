package torgau.journal.merkle;

import java.util.Arrays;
import java.util.List;
import torgau.journal.crypto.Sha256;

/// Whether a proof holds: RFC 9162 §2.1.3.2 and §2.1.4.2. Anything from outside may be passed in; what does not
/// fit is a proof that does not hold.
public final class MerkleProofs {
    /// The deepest tree of 2^63 leaves: a longer proof holds for none.
    private static final int MAX_STEPS = 63;

    private MerkleProofs() {}

    /// Whether the leaf with `leafHash` is the one at `index` under `root`, the root over `size` leaves.
    public static boolean includes(byte[] root, long size, long index, byte[] leafHash, List<byte[]> proof) {
        if (index < 0 || index >= size || !isHash(leafHash) || !wellFormed(proof)) {
            return false;
        }
        Climb climb = new Climb(index, size - 1);
        byte[] hash = leafHash;
        for (byte[] sibling : proof) {
            if (climb.atTop()) {
                return false;
            }
            hash = climb.siblingIsLeft() ? MerkleTree.nodeHash(sibling, hash) : MerkleTree.nodeHash(hash, sibling);
            climb.up();
        }
        return climb.atTop() && Arrays.equals(hash, root);
    }

    /// Whether the tree of `newSize` leaves under `newRoot` begins with the tree of `oldSize` leaves under
    /// `oldRoot`. An empty old tree proves nothing, so it is no.
    public static boolean continues(byte[] oldRoot, long oldSize, byte[] newRoot, long newSize, List<byte[]> proof) {
        if (oldSize < 1 || oldSize > newSize || !wellFormed(proof)) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        boolean whole = Long.bitCount(oldSize) == 1;
        if (whole ? !isHash(oldRoot) : proof.isEmpty()) {
            return false;
        }
        byte[] start = whole ? oldRoot : proof.getFirst();
        return climbs(oldRoot, oldSize, newRoot, newSize, start, whole ? proof : proof.subList(1, proof.size()));
    }

    private static boolean climbs(
            byte[] oldRoot, long oldSize, byte[] newRoot, long newSize, byte[] start, List<byte[]> path) {
        int level = Long.numberOfTrailingZeros(oldSize);
        Climb climb = new Climb((oldSize - 1) >>> level, (newSize - 1) >>> level);
        byte[] older = start;
        byte[] newer = start;
        for (byte[] sibling : path) {
            if (climb.atTop()) {
                return false;
            }
            if (climb.siblingIsLeft()) {
                older = MerkleTree.nodeHash(sibling, older);
                newer = MerkleTree.nodeHash(sibling, newer);
            } else {
                newer = MerkleTree.nodeHash(newer, sibling);
            }
            climb.up();
        }
        return climb.atTop() && Arrays.equals(older, oldRoot) && Arrays.equals(newer, newRoot);
    }

    private static boolean wellFormed(List<byte[]> proof) {
        return proof.size() <= MAX_STEPS && proof.stream().allMatch(MerkleProofs::isHash);
    }

    private static boolean isHash(byte[] bytes) {
        return bytes.length == Sha256.LENGTH;
    }

    /// The way from a node to the root: its place in its level, and the place of the last node there.
    private static final class Climb {
        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean atTop() {
            return last == 0;
        }

        /// The sibling that the next step joins: on the left of an odd node, and of a last node that has none of its
        /// own level.
        boolean siblingIsLeft() {
            return (node & 1) == 1 || node == last;
        }

        /// To the parent that this sibling makes; a last node without a sibling passes through levels unhashed.
        void up() {
            if (node == last && (node & 1) == 0) {
                int unhashed = Long.numberOfTrailingZeros(node);
                node >>>= unhashed;
                last >>>= unhashed;
            }
            node >>>= 1;
            last >>>= 1;
        }
    }
}
