package torgau.sim;

import torgau.station.heart.Input;

/// One end of a bearer, as one run of a station has it.
abstract class End {
    final Network network;
    final Run run;
    final long bearer;
    private boolean up = true;

    End(Network network, Run run) {
        this.network = network;
        this.run = run;
        this.bearer = network.nextBearer();
        run.add(this);
    }

    /// Takes a message from the heart.
    abstract void send(byte[] message);

    /// So many bytes that came were the peer's own.
    void genuine(int bytes) {}

    /// The peer has shown that it is there.
    void authenticated() {}

    /// The heart wants no more of it.
    abstract void close();

    boolean up() {
        return up && run.alive();
    }

    /// The station learns that this bearer is gone.
    void down() {
        if (up) {
            up = false;
            run.remove(this);
            run.step(new Input.BearerDown(bearer));
        }
    }

    void deliver(byte[] message) {
        if (up()) {
            run.step(new Input.Received(bearer, message));
        }
    }

    void drained(int bytes) {
        if (up()) {
            run.step(new Input.Drained(bearer, bytes));
        }
    }
}
