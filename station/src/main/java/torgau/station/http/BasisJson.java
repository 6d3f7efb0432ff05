package torgau.station.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import torgau.catalogue.Basis;
import torgau.catalogue.Common;
import torgau.catalogue.Procedure;

/// Under what something is awaited, with which force, and whether this line is the channel of record.
record BasisJson(NotificationJson words, Common common) {
    /// @param procedure that names the basis; one that it does not name is a courtesy
    void put(ObjectNode json, Optional<Procedure> procedure, String code) {
        ObjectNode basis = json.putObject("basis").put("code", code);
        Optional.ofNullable(common.bases().getOrDefault(code, null))
                .ifPresent(title -> basis.set("title", words.words(title)));
        Optional<Basis> agreed = procedure.stream()
                .flatMap(each -> each.bases().stream())
                .filter(each -> each.code().equals(code))
                .findFirst();
        basis.put(
                "force",
                agreed.map(Basis::force).orElse(Basis.Force.COURTESY).name().toLowerCase(Locale.ROOT));
        basis.put("of_record", agreed.map(Basis::ofRecord).orElse(true));
    }
}
