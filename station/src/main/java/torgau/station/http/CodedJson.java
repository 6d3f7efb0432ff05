package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import torgau.catalogue.Common;
import torgau.catalogue.Procedure;

/// Items of code lists, with their words.
record CodedJson(NotificationJson words, Common common) {
    ObjectNode of(Optional<Procedure> procedure, String list, String code) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("code", code);
        procedure
                .flatMap(known -> known.list(list, common))
                .flatMap(known -> known.item(code))
                .ifPresent(item -> json.set("words", words.words(item)));
        return json;
    }
}
