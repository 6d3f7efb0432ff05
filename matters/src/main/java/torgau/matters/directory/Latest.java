package torgau.matters.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Which of several declarations of one thing counts: the last whose time has come.
final class Latest {
    /// What was superseded in one place is shown so far back.
    private static final int EARLIER = 4;

    private Latest() {}

    /// The same declarations, those before the one that counts as superseded.
    ///
    /// @param all in the order in which they were made
    static <T> List<T> marked(List<T> all, Function<T, Standing> standing, UnaryOperator<T> superseded) {
        int counts = IntStream.range(0, all.size())
                .filter(i -> standing.apply(all.get(i)) != Standing.NOT_YET)
                .reduce((_, last) -> last)
                .orElse(0);
        var marked = new ArrayList<T>();
        for (int i = Math.max(0, counts - EARLIER); i < all.size(); i++) {
            T each = all.get(i);
            marked.add(i < counts && standing.apply(each) != Standing.WITHDRAWN ? superseded.apply(each) : each);
        }
        return marked;
    }
}
