package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import torgau.station.heart.Input;

@Timeout(30)
class MailboxTest {
    private static final long NEVER = TimeUnit.DAYS.toNanos(300);

    private final Mailbox mailbox = new Mailbox(System::nanoTime);
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger atOnce = new AtomicInteger();
    private final Thread heart = new Thread(this::beat, "heart");
    private volatile long due = System.nanoTime() + NEVER;
    private volatile CountDownLatch held = new CountDownLatch(0);

    private long serve(Collection<Work> work) {
        assertThat(atOnce.incrementAndGet()).isEqualTo(1);
        try {
            held.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        String by = Thread.currentThread().getName();
        served.add(work.isEmpty() ? by + " looks" : by + " serves " + work.size());
        atOnce.decrementAndGet();
        return due;
    }

    private void beat() {
        var work = new ArrayList<Work>();
        try {
            while (mailbox.takeDue(work)) {
                mailbox.giveBack(serve(work));
                work.clear();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void open() {
        heart.start();
        mailbox.open(this::serve, due);
    }

    private void await(String what) throws InterruptedException {
        while (!served.contains(what)) {
            Thread.sleep(2);
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        held.countDown();
        mailbox.close(NEVER);
        heart.join();
    }

    @Test
    void who_comes_to_an_idle_heart_serves_it_itself() {
        open();
        mailbox.put(new Input.Tick());
        assertThat(served).containsExactly(Thread.currentThread().getName() + " serves 1");
    }

    @Test
    void before_the_first_turn_is_over_everybody_waits_and_the_heart_serves_all() throws InterruptedException {
        heart.start();
        mailbox.put(new Input.Tick());
        mailbox.putFromPeerNow(new Input.BearerDown(1));
        assertThat(served).isEmpty();
        mailbox.open(this::serve, due);
        await("heart serves 2");
    }

    @Test
    void what_comes_while_another_has_the_turn_is_left_to_the_heart() throws InterruptedException {
        open();
        held = new CountDownLatch(1);
        Thread first = Thread.ofPlatform().name("first").start(() -> mailbox.put(new Input.Tick()));
        while (atOnce.get() == 0) {
            Thread.sleep(1);
        }
        mailbox.put(new Input.Tick());
        mailbox.put(new Input.Tick());
        assertThat(served).isEmpty();
        held.countDown();
        first.join();
        await("heart serves 2");
        assertThat(served).containsExactly("first serves 1", "heart serves 2");
    }

    @Test
    void the_heart_looks_when_it_is_time_also_if_another_learnt_when() throws InterruptedException {
        open();
        due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
        mailbox.put(new Input.Tick());
        await("heart looks");
    }

    @Test
    void nobody_is_served_after_the_end_which_waits_for_who_has_the_turn() throws InterruptedException {
        open();
        held = new CountDownLatch(1);
        Thread last = Thread.ofPlatform().name("last").start(() -> mailbox.put(new Input.Tick()));
        while (atOnce.get() == 0) {
            Thread.sleep(1);
        }
        Thread closing = Thread.ofPlatform().start(() -> mailbox.close(NEVER));
        while (mailbox.put(new Input.Tick())) {
            Thread.sleep(1);
        }
        assertThat(closing.join(java.time.Duration.ofMillis(50))).isFalse();
        held.countDown();
        closing.join();
        last.join();
        assertThat(served).containsExactly("last serves 1");
    }

    @Test
    void many_at_once_are_all_served_one_after_the_other() throws InterruptedException {
        open();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 6; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < 500; n++) {
                    mailbox.putFromPeerNow(new Input.BearerDown(n));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        while (total() < 3_000) {
            Thread.sleep(2);
        }
        assertThat(total()).isEqualTo(3_000);
    }

    private int total() {
        synchronized (served) {
            return served.stream()
                    .filter(word -> word.contains("serves"))
                    .mapToInt(word -> Integer.parseInt(word.substring(word.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    @Test
    void peers_wait_while_too_much_of_theirs_is_here() throws InterruptedException {
        heart.start();
        for (int i = 0; i < Mailbox.MAX_FROM_PEERS; i++) {
            mailbox.putFromPeer(new Input.Received(1, new byte[1]));
        }
        Thread peer = Thread.ofPlatform().start(() -> {
            try {
                mailbox.putFromPeer(new Input.Received(1, new byte[1]));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(peer.join(java.time.Duration.ofMillis(50))).isFalse();
        mailbox.put(new Input.Tick());
        mailbox.open(this::serve, due);
        peer.join();
        while (total() < Mailbox.MAX_FROM_PEERS + 2) {
            Thread.sleep(2);
        }
    }
}
