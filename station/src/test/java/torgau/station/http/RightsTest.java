package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import torgau.station.officers.Officer;
import torgau.station.officers.Role;

/// One table says which roles may call what; it has every address of `openapi.yaml`, and no other.
final class RightsTest {
    private static final Set<String> NOT_OF_OFFICERS = Set.of("GET /healthz", "GET /metrics");
    private final Rights rights = Rights.TABLE;

    private static Set<String> addresses() {
        var addresses = new TreeSet<String>();
        JsonNode paths = OpenApi.document().path("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String name = method.getKey().toUpperCase(java.util.Locale.ROOT);
                    if (Set.of("GET", "POST", "PUT", "DELETE").contains(name)) {
                        addresses.add(name + " " + path.getKey());
                    }
                }));
        addresses.removeAll(NOT_OF_OFFICERS);
        return addresses;
    }

    @Test
    void every_address_of_the_interface_is_in_the_table_once() {
        List<String> rows = rights.rows().stream()
                .map(row -> row.method() + " " + row.address())
                .sorted()
                .toList();
        assertThat(rows).containsExactlyElementsOf(addresses()).hasSizeGreaterThan(80);
    }

    private static Officer only(Role role) {
        return new Officer("o", 1, 0, "O", "first", EnumSet.of(role), Officer.State.ACTIVE, List.of(), null, false);
    }

    /// Each address as each role: the server's decision is the row's.
    @Test
    void each_role_is_let_in_where_its_row_says_so_and_refused_everywhere_else() {
        var refused = new ArrayList<String>();
        for (Rights.Row row : rights.rows()) {
            String path = ApiServer.API + row.address().replaceAll("\\{[a-z]+}", "RED-OPS-7");
            for (Role role : Role.values()) {
                if (row.roles().contains(role)) {
                    rights.admits(only(role), row.method(), path);
                } else {
                    assertThatThrownBy(() -> rights.admits(only(role), row.method(), path))
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refusal -> assertThat(refusal.code().code()).isEqualTo("TG-6144"));
                    refused.add(role + " " + path);
                }
            }
        }
        assertThat(refused).contains("AUDITOR /api/v1/entries", "ADMINISTRATOR /api/v1/releases/RED-OPS-7/sign");
    }

    @Test
    void an_address_that_the_table_does_not_have_is_nobodys() {
        assertThatThrownBy(() -> rights.admits(only(Role.ADMINISTRATOR), "GET", "/api/v1/new"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_page_of_the_manual_shows_the_table_as_it_is() throws IOException {
        String table = Files.readString(Path.of("src/main/resources/torgau/rights.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(Files.readString(Path.of("../docs/officers.md"))).contains(table);
    }
}
