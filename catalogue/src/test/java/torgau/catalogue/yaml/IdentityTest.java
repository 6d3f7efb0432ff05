package torgau.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.journal.Digest;

class IdentityTest {
    private static Digest hash(String procedure) {
        var texts = new TreeMap<String, String>();
        texts.put("common.yaml", "catalogue: common\nedition: 1\n");
        texts.put("procedures/UA.yaml", procedure);
        return Identity.of(CatalogueReader.read(texts)).hash();
    }

    @Test
    void the_layout_of_a_file_counts_for_nothing() {
        assertThat(hash("procedure: UA\nedition: 1\ntitle: {en: One, ru: Два}\n"))
                .isEqualTo(
                        hash(
                                "# a remark\n\nprocedure: \"UA\"\nedition: '1'\ntitle:\n  en: One\n  ru: Два # and one more\n"));
    }

    @Test
    void every_value_the_edition_and_the_order_count() {
        Digest hash = hash("procedure: UA\nedition: 1\ntitle: {en: One, ru: Two}\n");

        assertThat(hash("procedure: UA\nedition: 2\ntitle: {en: One, ru: Two}\n"))
                .isNotEqualTo(hash);
        assertThat(hash("procedure: UA\nedition: 1\ntitle: {en: One, ru: Three}\n"))
                .isNotEqualTo(hash);
        assertThat(hash("procedure: UA\nedition: 1\ntitle: {ru: Two, en: One}\n"))
                .isNotEqualTo(hash);
        assertThat(hash("procedure: UA\nedition: 1\ntitle: [en, One, ru, Two]\n"))
                .isNotEqualTo(hash);
        assertThat(hash("procedure: UA\nedition: 1\ntitle: {en: One}\nru: Two\n"))
                .isNotEqualTo(hash);
    }

    @Test
    void a_catalogue_that_says_hardly_anything_is_read_all_the_same_and_found_wanting() {
        var texts = new TreeMap<String, String>();
        texts.put("common.yaml", "languages: []");
        texts.put("procedures/UA.yaml", "[]");

        assertThat(CatalogueReader.read(texts).findings().sorted()).hasSizeGreaterThan(5);
        assertThat(CatalogueReader.read(new TreeMap<>()).findings().sorted()).isNotEmpty();
    }

    @Test
    void the_hash_is_that_of_its_parts_by_code() {
        var texts = new TreeMap<String, String>();
        texts.put("procedures/UA.yaml", "edition: 3");
        texts.put("common.yaml", "edition: 1");
        Identity identity = Identity.of(CatalogueReader.read(texts));

        assertThat(identity.parts().stream().map(Identity.Part::code)).containsExactly("COMMON", "UA");
        assertThat(identity.parts().getLast().edition()).isEqualTo(3);
    }
}
