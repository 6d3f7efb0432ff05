package torgau.catalogue.yaml;

import java.util.ArrayList;
import java.util.List;
import torgau.journal.Digest;
import torgau.journal.cbor.CborWriter;

/// By what a catalogue is agreed on: the hash of each of its parts, and of all of them together. What is
/// hashed is what the files say, not how they are laid out: comments, quotes and blank lines count for
/// nothing, the order of fields and formats does.
///
/// @param parts ascending by code
public record Identity(List<Part> parts) {
    private static final int MOST_EDITION = 9_999;

    public Identity {
        parts = parts.stream().sorted().toList();
    }

    /// A procedure, or one of the parts that all share.
    ///
    /// @param code of the procedure; `COMMON`, `SIGNALS` and so on for what all share
    /// @param hash SHA-256 of its values in deterministic CBOR
    public record Part(String code, int edition, Digest hash) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            return code.compareTo(other.code);
        }
    }

    /// The identity of a catalogue that was read.
    public static Identity of(CatalogueReader.Read read) {
        var parts = new ArrayList<Part>();
        read.trees()
                .forEach((file, tree) -> parts.add(new Part(
                        code(file), tree.maybe("edition").integer(1, MOST_EDITION, 1), Digest.over(tree.encoded()))));
        return new Identity(parts);
    }

    private static String code(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
        return name.toUpperCase(java.util.Locale.ROOT);
    }

    /// The hash that an agreement names: SHA-256 of `[* [code, edition, hash]]`, ascending by code.
    public Digest hash() {
        var out = new CborWriter().array(parts.size());
        parts.forEach(part -> out.array(3)
                .text(part.code())
                .integer(part.edition())
                .bytes(part.hash().bytes()));
        return Digest.over(out.toByteArray());
    }
}
