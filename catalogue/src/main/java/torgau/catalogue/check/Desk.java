package torgau.catalogue.check;

import java.util.Optional;
import torgau.catalogue.CodeList;
import torgau.catalogue.Common;
import torgau.catalogue.FieldType;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.yaml.Findings;
import torgau.catalogue.yaml.Tree;
import torgau.journal.Code;

/// One procedure under examination.
record Desk(Procedure procedure, Common common, Tree tree, Findings findings) {
    /// A code list of the procedure, or one that all share.
    Optional<CodeList> list(String name) {
        return procedure.list(name, common);
    }

    /// Whether a format has a code field that can say this.
    boolean says(Format format, String name, String item) {
        return format.field(name)
                .flatMap(field -> field.type() instanceof FieldType.OneCode(String list)
                        ? list(list).flatMap(known -> known.item(item))
                        : Optional.empty())
                .isPresent();
    }

    /// Notes something at the place that this way leads to.
    void note(Code code, String what, String wayOut, String... way) {
        findings.add(tree.find(way), code, what, wayOut);
    }
}
