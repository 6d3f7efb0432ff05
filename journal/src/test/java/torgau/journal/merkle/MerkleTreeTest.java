package torgau.journal.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import torgau.journal.vectors.Vectors;

/// Roots are those of RFC 9162; every honest proof holds, and none that was changed.
class MerkleTreeTest {
    private static final int LARGEST = 35;

    private final List<byte[]> leaves = IntStream.range(0, LARGEST)
            .mapToObj(i -> MerkleTree.leafHash(new byte[] {(byte) i}))
            .toList();

    @Test
    void roots_over_the_well_known_leaves_come_out() {
        List<byte[]> known = Stream.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .map(hex -> MerkleTree.leafHash(HexFormat.of().parseHex(hex)))
                .toList();
        assertThat(rootOf(known.subList(0, 0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(rootOf(known.subList(0, 1)))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(rootOf(known)).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void every_leaf_of_every_tree_is_proved_and_no_other() {
        for (int size = 1; size <= LARGEST; size++) {
            List<byte[]> tree = leaves.subList(0, size);
            byte[] root = MerkleTree.root(tree);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = MerkleTree.inclusionProof(tree, index);
                byte[] leaf = tree.get(index);
                assertThat(MerkleProofs.includes(root, size, index, leaf, proof))
                        .isTrue();
                int other = (index + 1) % LARGEST;
                assertThat(MerkleProofs.includes(root, size, index, leaves.get(other), proof))
                        .isFalse();
                int wrong = index;
                assertThat(changed(proof)).noneMatch(p -> MerkleProofs.includes(root, tree.size(), wrong, leaf, p));
            }
        }
    }

    @Test
    void every_tree_continues_every_smaller_one_and_nothing_else() {
        for (int size = 1; size <= LARGEST; size++) {
            List<byte[]> tree = leaves.subList(0, size);
            byte[] root = MerkleTree.root(tree);
            for (int old = 1; old <= size; old++) {
                int first = old;
                byte[] oldRoot = MerkleTree.root(tree.subList(0, old));
                List<byte[]> proof = MerkleTree.consistencyProof(tree, old);
                Predicate<List<byte[]>> holds = p -> MerkleProofs.continues(oldRoot, first, root, tree.size(), p);
                assertThat(holds.test(proof)).isTrue();
                assertThat(changed(proof)).noneMatch(holds);
                assertThat(MerkleProofs.continues(MerkleTree.leafHash(root), old, root, size, proof))
                        .isFalse();
                assertThat(MerkleProofs.continues(oldRoot, old, MerkleTree.leafHash(root), size, proof))
                        .isFalse();
            }
        }
    }

    @Test
    void what_is_not_there_has_no_proof() {
        assertThatThrownBy(() -> MerkleTree.inclusionProof(leaves, LARGEST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(leaves, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(leaves, LARGEST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @TestFactory
    Stream<DynamicTest> published_inclusion_proofs() throws IOException {
        return published(
                "inclusion",
                each -> MerkleProofs.includes(
                        bytes(each.path("root")),
                        each.path("treeSize").asLong(),
                        each.path("leafIdx").asLong(),
                        bytes(each.path("leafHash")),
                        proof(each)));
    }

    @TestFactory
    Stream<DynamicTest> published_consistency_proofs() throws IOException {
        return published(
                "consistency",
                each -> MerkleProofs.continues(
                        bytes(each.path("root1")),
                        each.path("size1").asLong(),
                        bytes(each.path("root2")),
                        each.path("size2").asLong(),
                        proof(each)));
    }

    @Test
    void published_subtree_proofs() {
        String reason = "skipped: proofs over subtrees are not of RFC 9162 and not used";
        System.out.println(reason);
        Assumptions.abort(reason);
    }

    private static Stream<DynamicTest> published(String kind, Predicate<JsonNode> holds) throws IOException {
        Path folder = Vectors.published("merkle/testdata/" + kind);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream().map(file -> {
                JsonNode each = Vectors.json(file);
                return DynamicTest.dynamicTest(
                        folder.relativize(file).toString(),
                        () -> assertThat(holds.test(each))
                                .isNotEqualTo(each.path("wantErr").asBoolean()));
            });
        }
    }

    /// The proof with one hash changed, left out or doubled, in every place, and with one more at the end.
    private static List<List<byte[]>> changed(List<byte[]> proof) {
        List<List<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> flipped = new ArrayList<>(proof);
            flipped.set(i, MerkleTree.leafHash(proof.get(i)));
            List<byte[]> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            List<byte[]> longer = new ArrayList<>(proof);
            longer.add(i, proof.get(i));
            all.addAll(List.of(flipped, shorter, longer));
        }
        List<byte[]> trailing = new ArrayList<>(proof);
        trailing.add(new byte[32]);
        all.add(trailing);
        return all;
    }

    private static String rootOf(List<byte[]> tree) {
        return HexFormat.of().formatHex(MerkleTree.root(tree));
    }

    private static List<byte[]> proof(JsonNode each) {
        return each.path("proof").valueStream().map(MerkleTreeTest::bytes).toList();
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }
}
