package torgau.sim;

/// A connection from somebody who is not of the line and does not listen.
final class StrangerEnd extends End {
    StrangerEnd(Network network, Run run) {
        super(network, run);
    }

    @Override
    void send(byte[] message) {}

    @Override
    void close() {
        down();
    }
}
