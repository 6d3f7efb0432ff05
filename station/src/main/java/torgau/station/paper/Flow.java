package torgau.station.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Fills pages with strips, from the top. A strip goes whole on to the next page if it is short, and in
/// parts if it is long.
final class Flow {
    /// Points above which a strip is parted rather than moved.
    private static final float LONG = 220;
    private static final int FEWEST_LINES = 3;

    /// What of the running head is repeated; all of it stands on the first page.
    private static final int RUNNING_LINES = 3;

    private final Leaf leaf;
    private final Face face;
    private final boolean drill;
    private final Strip running;
    private final List<Draft> drafts = new ArrayList<>();
    private int at;

    /// @param running stands above every page but the first
    Flow(Leaf leaf, Face face, boolean drill, Strip running) {
        this.leaf = leaf;
        this.face = face;
        this.drill = drill;
        this.running = running;
        drafts.add(new Draft(leaf, face, drill));
    }

    void add(Strip strip) {
        Strip rest = strip;
        while (!page().fits(rest)) {
            int lines = Math.max(1, rest.fitting(page().room() - rest.above()));
            if (!page().fresh() && (rest.height() <= LONG || lines < FEWEST_LINES)) {
                turn();
            } else if (lines < rest.length()) {
                page().place(rest.part(0, lines));
                rest = rest.part(lines, rest.length());
                turn();
            } else {
                break;
            }
        }
        page().place(rest);
    }

    /// Adds columns that begin at one height and then go on each by itself, over as many pages as each
    /// needs; what is added next begins below the longest.
    void sideBySide(List<List<Strip>> columns) {
        int from = at;
        float y = page().y();
        for (List<Strip> column : columns) {
            at = from;
            page().resume(y);
            column.forEach(this::add);
        }
        at = drafts.size() - 1;
        page().resumeBelow();
    }

    /// The same of columns that belong together: on the next page, if they fit there and not here.
    void block(List<List<Strip>> columns) {
        double height = columns.stream()
                .mapToDouble(column -> column.stream()
                        .mapToDouble(each -> each.above() + each.height())
                        .sum())
                .max()
                .orElse(0);
        if (height > page().room() && height <= leaf.top() - Leaf.BOTTOM - LONG / 2 && !page().fresh()) {
            turn();
        }
        sideBySide(columns);
    }

    /// Adds strips that are not parted from their heading, if that can be.
    void together(List<Strip> strips) {
        double height = strips.stream()
                .mapToDouble(each -> each.above() + each.height())
                .sum();
        if (height > page().room() && height <= LONG && !page().fresh()) {
            turn();
        }
        strips.forEach(this::add);
    }

    /// Adds a picture below all that stands there, on the next page if it does not fit.
    void add(Picture picture) {
        keep(picture.height());
        page().place(picture);
    }

    /// Goes on to the next page if there is less room than that.
    void keep(float height) {
        if (height > page().room() && !page().fresh()) {
            turn();
        }
    }

    private Draft page() {
        return drafts.get(at);
    }

    private void turn() {
        at++;
        if (at == drafts.size()) {
            drafts.add(new Draft(leaf, face, drill));
            page().head(running.part(0, Math.min(running.length(), RUNNING_LINES)));
        }
        page().restart();
    }

    /// The pages, each with a foot.
    ///
    /// @param number on the left of every foot
    /// @param place says which page of how many
    List<Page> pages(String number, BiFunction<Integer, Integer, String> place) {
        var pages = new ArrayList<Page>();
        for (Draft draft : drafts) {
            pages.add(draft.page(number, place.apply(pages.size() + 1, drafts.size())));
        }
        return pages;
    }
}
