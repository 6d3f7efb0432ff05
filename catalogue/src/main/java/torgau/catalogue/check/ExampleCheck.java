package torgau.catalogue.check;

import torgau.catalogue.Format;
import torgau.catalogue.value.Fault;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.yaml.Tree;
import torgau.journal.Code;

/// Every format has an example that could be filed as it stands.
final class ExampleCheck {
    private final Desk desk;

    ExampleCheck(Desk desk) {
        this.desk = desk;
    }

    void run() {
        Tree examples = desk.tree().at("examples");
        for (Format format : desk.procedure().formats().values()) {
            if (desk.tree().at("formats").has(format.code())) {
                example(format, examples.maybe(format.code()));
            }
        }
    }

    private void example(Format format, Tree tree) {
        if (!(tree.raw() instanceof Raw.Pairs written)) {
            desk.note(Code.CATALOGUE_KEY_MISSING, "`" + format.code() + "` has no example", "write one", "examples");
            return;
        }
        for (Fault fault : FilingReader.read(format.fields(), written, desk::list, MadeUpNumbers.ANY)
                .faults()) {
            desk.note(
                    Code.CATALOGUE_EXAMPLE_REFUSED,
                    "in the example of `" + format.code() + "`, `" + fault.field() + "` is `" + fault.written() + "`: "
                            + fault.rule() + (fault.limits().isEmpty() ? "" : " " + fault.limits()),
                    "write it as docs/catalogue.md shows",
                    "examples",
                    format.code(),
                    fault.field());
        }
    }
}
