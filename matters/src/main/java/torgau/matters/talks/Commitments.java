package torgau.matters.talks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;
import torgau.matters.Matter;
import torgau.matters.Turn;

/// Everything that was undertaken, and what stands in records without being followed.
///
/// @param all those that are open first, of these the earliest date first
public record Commitments(List<Commitment> all) {
    private static final Comparator<Commitment> ORDER = Comparator.comparing((Commitment each) -> !each.open())
            .thenComparingLong(each -> latest(each))
            .thenComparing(Commitment::by)
            .thenComparingInt(Commitments::row)
            .thenComparingInt(Commitment::party);

    public Commitments {
        all = List.copyOf(all);
    }

    /// A row of a record for a party: what a commitment may follow.
    private record Row(Reference record, int number, int party) implements Comparable<Row> {
        private static final Comparator<Row> ORDER =
                Comparator.comparing(Row::record).thenComparingInt(Row::number).thenComparingInt(Row::party);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    /// What stands in these matters.
    ///
    /// @param followed matters of CM
    /// @param records matters of MT, CL and AR
    public static Commitments of(List<Matter> followed, List<Matter> records) {
        var all = new ArrayList<Commitment>();
        var rows = new TreeSet<Row>();
        for (Matter matter : followed) {
            Followed.commitment(matter).ifPresent(each -> {
                all.add(each);
                if (each.source()
                                instanceof
                                Commitment.Source.Followed(Reference _, String _, @Nullable Reference arises, int row)
                        && arises != null) {
                    rows.add(new Row(arises, row, each.party()));
                }
            });
        }
        for (Matter matter : records) {
            Recorded.rows(matter).stream()
                    .filter(each -> !rows.contains(new Row(each.by().place(), row(each), each.party())))
                    .forEach(all::add);
        }
        Collections.sort(all, ORDER);
        return new Commitments(all);
    }

    private static int row(Commitment each) {
        return switch (each.source()) {
            case Commitment.Source.Recorded recorded -> recorded.row();
            case Commitment.Source.Followed followed -> followed.row();
        };
    }

    private static long latest(Commitment each) {
        Long latest = each.latest();
        return latest == null ? Long.MAX_VALUE : latest;
    }

    /// Those between two parties that come up again.
    public List<Commitment> open(int one, int other) {
        return all.stream()
                .filter(each -> each.open() && each.between(one, other))
                .toList();
    }

    /// Those that come from a record, followed or not.
    public List<Commitment> from(Turn record) {
        return all.stream()
                .filter(each -> switch (each.source()) {
                    case Commitment.Source.Recorded _ -> each.by().equals(record);
                    case Commitment.Source.Followed followed -> record.place().equals(followed.arises());
                })
                .toList();
    }
}
