package torgau.journal.merkle;

import java.util.ArrayList;
import java.util.List;
import torgau.journal.crypto.Sha256;

/// The tree of RFC 9162 §2.1: roots and proofs from the hashes of the leaves, in the order of the feed.
///
/// Leaves and inner nodes are hashed under different prefixes, so neither can be passed off as the other.
/// Whether a proof holds is [MerkleProofs]' to say.
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /// The hash of a leaf: SHA-256(0 ‖ leaf).
    public static byte[] leafHash(byte[] leaf) {
        return Sha256.of(LEAF, leaf);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /// The root over these leaf hashes; over none, the hash of nothing.
    public static byte[] root(List<byte[]> leafHashes) {
        return leafHashes.isEmpty() ? Sha256.of() : root(leafHashes, 0, leafHashes.size());
    }

    /// The proof that the leaf at `index` is under the root over `leafHashes`: siblings, from the leaf upwards.
    public static List<byte[]> inclusionProof(List<byte[]> leafHashes, int index) {
        if (index < 0 || index >= leafHashes.size()) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + leafHashes.size());
        }
        List<byte[]> proof = new ArrayList<>();
        addPath(proof, leafHashes, index, 0, leafHashes.size());
        return proof;
    }

    /// The proof that the first `size` of these leaves are what a root over them alone said: none if they are all.
    public static List<byte[]> consistencyProof(List<byte[]> leafHashes, int size) {
        if (size < 1 || size > leafHashes.size()) {
            throw new IllegalArgumentException("a tree of " + leafHashes.size() + " has no first " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        addSubproof(proof, leafHashes, size, 0, leafHashes.size());
        return proof;
    }

    private static byte[] root(List<byte[]> leaves, int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + split(to - from);
        return nodeHash(root(leaves, from, middle), root(leaves, middle, to));
    }

    private static void addPath(List<byte[]> proof, List<byte[]> leaves, int index, int from, int to) {
        if (to - from == 1) {
            return;
        }
        int middle = from + split(to - from);
        if (index < middle) {
            addPath(proof, leaves, index, from, middle);
            proof.add(root(leaves, middle, to));
        } else {
            addPath(proof, leaves, index, middle, to);
            proof.add(root(leaves, from, middle));
        }
    }

    /// SUBPROOF of RFC 9162 §2.1.4.1: the old tree ends at `end`, within `from` to `to`. A subtree that the old
    /// tree held whole is left out where the old root itself names it.
    private static void addSubproof(List<byte[]> proof, List<byte[]> leaves, int end, int from, int to) {
        if (end == to) {
            if (from != 0) {
                proof.add(root(leaves, from, to));
            }
            return;
        }
        int middle = from + split(to - from);
        if (end <= middle) {
            addSubproof(proof, leaves, end, from, middle);
            proof.add(root(leaves, middle, to));
        } else {
            addSubproof(proof, leaves, end, middle, to);
            proof.add(root(leaves, from, middle));
        }
    }

    /// The largest power of two below `size`, which is 2 or more.
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
