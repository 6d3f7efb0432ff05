package torgau.sim;

/// The way from one station to another, one direction of it.
final class Path {
    private int blocks;
    private long latencyMillis;
    private int lossPermille;
    private int corruptPermille;
    private int duplicatePermille;
    private long jitterMillis;

    Path(long latencyMillis) {
        this.latencyMillis = latencyMillis;
    }

    void trouble(int loss, int corrupt, int duplicate, long jitter) {
        lossPermille = loss;
        corruptPermille = corrupt;
        duplicatePermille = duplicate;
        jitterMillis = jitter;
    }

    void block() {
        blocks++;
    }

    void unblock() {
        blocks = Math.max(0, blocks - 1);
    }

    void heal() {
        blocks = 0;
        trouble(0, 0, 0, 0);
    }

    boolean blocked() {
        return blocks > 0;
    }

    long latencyMillis() {
        return latencyMillis;
    }

    int lossPermille() {
        return lossPermille;
    }

    int corruptPermille() {
        return corruptPermille;
    }

    int duplicatePermille() {
        return duplicatePermille;
    }

    long jitterMillis() {
        return jitterMillis;
    }
}
