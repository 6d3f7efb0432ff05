package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/// The states by the least number of steps from the start, each layer in the order in which the procedure has them.
final class Layers {
    private Layers() {}

    /// The first layer is the start alone. States that no way leads to make the last.
    static List<List<String>> of(Wording wording) {
        var left = new LinkedHashSet<>(wording.procedure().lifecycle().states().keySet());
        var layers = new ArrayList<List<String>>();
        List<String> layer = List.of(Wording.START);
        while (!layer.isEmpty()) {
            layers.add(layer);
            var reached = new TreeSet<String>();
            layer.forEach(state -> wording.moves(state).forEach(move -> reached.add(move.to())));
            layer = left.stream().filter(reached::contains).toList();
            left.removeAll(reached);
        }
        if (!left.isEmpty()) {
            layers.add(List.copyOf(left));
        }
        return layers;
    }
}
