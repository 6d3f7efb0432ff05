package torgau.sim;

import java.util.PriorityQueue;

/// What is to happen when, in virtual steady milliseconds; what is due at the same time happens in the order in which
/// it was arranged.
final class Agenda {
    private final PriorityQueue<Item> items = new PriorityQueue<>();
    private long serial;
    private long now;

    private record Item(long at, long serial, Runnable event) implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            int order = Long.compare(at, other.at);
            return order != 0 ? order : Long.compare(serial, other.serial);
        }
    }

    long now() {
        return now;
    }

    void at(long time, Runnable event) {
        items.add(new Item(Math.max(now, time), serial++, event));
    }

    void in(long millis, Runnable event) {
        at(now + millis, event);
    }

    /// Lets the next event happen unless it is later than `end`; whether one did.
    boolean next(long end) {
        Item first = items.peek();
        if (first == null || first.at() > end) {
            now = end;
            return false;
        }
        items.remove();
        now = first.at();
        first.event().run();
        return true;
    }
}
