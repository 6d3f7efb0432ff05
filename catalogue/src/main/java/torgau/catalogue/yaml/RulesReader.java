package torgau.catalogue.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.FieldOf;
import torgau.catalogue.Numbered;
import torgau.catalogue.Quota;
import torgau.catalogue.Role;

/// Reads what a procedure says of its rows, its quotas, and of roles that a field decides.
final class RulesReader {
    private static final FieldOf NONE = new FieldOf("", "");

    private final FieldReader fields;

    RulesReader(FieldReader fields) {
        this.fields = fields;
    }

    List<Numbered> rows(Tree tree) {
        var rows = new ArrayList<Numbered>();
        tree.entries().forEach((name, rule) -> {
            rule.only("of", "besides");
            rows.add(new Numbered(
                    FieldOf.of(name).orElseGet(() -> refused(rule, name)),
                    all(rule.maybe("of")),
                    all(rule.maybe("besides"))));
        });
        return rows;
    }

    List<Quota> quotas(Tree tree) {
        var quotas = new ArrayList<Quota>();
        tree.entries().forEach((name, quota) -> {
            quota.only("title", "most", "taken", "where", "until", "ended", "effective");
            Map<String, Tree> where = quota.at("where").entries();
            String column = where.isEmpty() ? "" : where.keySet().iterator().next();
            FieldOf taken = one(quota.at("taken"));
            quotas.add(new Quota(
                    name,
                    fields.words(quota.at("title")),
                    all(quota.at("most")),
                    taken,
                    column,
                    column.isEmpty() ? List.of() : quota.at("where").at(column).texts(),
                    of(quota.maybe("until"), taken.format()),
                    quota.maybe("ended").given() ? one(quota.at("ended")) : null,
                    quota.maybe("ended").given()
                            ? of(
                                    quota.maybe("effective"),
                                    one(quota.at("ended")).format())
                            : null));
        });
        return quotas;
    }

    private static @Nullable String of(Tree tree, String format) {
        return tree.given() ? ClockReader.fieldOf(tree, tree.text(), format) : null;
    }

    Role role(String name, Tree role) {
        role.only("is", "label", "by", "means");
        Role.Is is = role.at("is").oneOf(Role.Is.values(), Role.Is.EITHER);
        boolean named = is == Role.Is.NAMED;
        return new Role(name, is, fields.words(role.at("label")), named ? decided(role) : null);
    }

    private static Role.Decided decided(Tree role) {
        var means = new LinkedHashMap<String, Role.Is>();
        role.at("means").entries().forEach((item, is) -> means.put(item, is.oneOf(Role.Is.values(), Role.Is.EITHER)));
        return new Role.Decided(all(role.at("by")), means);
    }

    private static List<FieldOf> all(Tree tree) {
        var all = new ArrayList<FieldOf>();
        for (String name : tree.texts()) {
            all.add(FieldOf.of(name).orElseGet(() -> refused(tree, name)));
        }
        return all;
    }

    private static FieldOf one(Tree tree) {
        return FieldOf.of(tree.text()).orElseGet(() -> refused(tree, tree.text()));
    }

    private static FieldOf refused(Tree tree, String name) {
        if (!name.isEmpty()) {
            tree.refuse("is `" + name + "`", "name a field as FORMAT.field");
        }
        return NONE;
    }
}
