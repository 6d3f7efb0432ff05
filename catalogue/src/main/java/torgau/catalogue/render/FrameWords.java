package torgau.catalogue.render;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import torgau.catalogue.Basis;
import torgau.catalogue.Common;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Words;
import torgau.journal.Act;
import torgau.journal.Label;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;

/// The words of one language around the fields: labels of lines, and what a procedure says of itself.
///
/// @param language one of the catalogue's
public record FrameWords(Common common, String language) {
    public String label(Line line) {
        return label("text", line.code());
    }

    /// Letter and word, for instance `O IMMEDIATE`.
    public String precedence(Precedence precedence) {
        return precedence.letter() + " " + label("precedence", precedence.name());
    }

    public String trafficClass(TrafficClass trafficClass) {
        return label("class", trafficClass.name());
    }

    public String label(Label label) {
        return label("label", label.name());
    }

    /// What begins and ends a text in which nothing is meant; empty if all of it is.
    public String banner(TrafficClass trafficClass) {
        return switch (trafficClass) {
            case TEST -> phrase("test");
            case EXERCISE -> phrase("exercise");
            case SERVICE, FORMAL, PRINCIPAL -> "";
        };
    }

    /// The legal effect in a word, and the sentence that says what follows from it; that of a format
    /// that is known.
    public String effect(Optional<Known> known) {
        return known.map(each -> effect(each.procedure(), each.format())).orElse(noneGiven());
    }

    private String effect(Procedure procedure, Format format) {
        String effect = lower(format.defaults().effect());
        String authority = procedure.bases().stream()
                .filter(basis -> basis.force() == Basis.Force.BINDING)
                .map(this::title)
                .collect(Collectors.joining("; "));
        return label("legal_effect", effect) + ". "
                + phrase("effect_" + effect).replace("{authority}", authority.isEmpty() ? noneGiven() : authority);
    }

    /// Every basis with its force, and where its channel of record is.
    public String bases(Optional<Known> known) {
        return known.map(each -> bases(each.procedure())).orElse(noneGiven());
    }

    private String bases(Procedure procedure) {
        return procedure.bases().stream()
                .map(basis -> title(basis) + " (" + label("force", lower(basis.force())) + "; "
                        + label("of_record", basis.ofRecord() ? "here" : "elsewhere") + ")")
                .collect(Collectors.joining("; "));
    }

    private String title(Basis basis) {
        return in(Optional.ofNullable(common.bases().get(basis.code())), basis.code());
    }

    /// Its code, after that of its procedure if it has another, and its title if it is known.
    public String format(Act.Form form, Optional<Known> known) {
        return form
                + known.map(each -> ", " + in(Optional.of(each.format().title()), ""))
                        .orElse("");
    }

    /// The clause that goes with every place.
    public String names() {
        return phrase("names");
    }

    public String noneGiven() {
        return phrase("none_given");
    }

    /// That a format is not known here and is shown as it came.
    public String unknown(Act.Form form) {
        return phrase("unknown_format")
                .replace("{format}", form.toString())
                .replace("{edition}", String.valueOf(form.edition()));
    }

    public String phrase(String name) {
        return in(common.phrase(name), name);
    }

    public String label(String group, String name) {
        return in(common.label(group, name), name);
    }

    public String in(Optional<Words> words, String otherwise) {
        return words.flatMap(each -> each.in(language)).orElse(otherwise);
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
