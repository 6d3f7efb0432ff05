package torgau.matters.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.matters.Scene;

/// How events are shared out, and what became of those that were agreed.
class BalanceTest {
    private static final String MAY = "030600ZMAY27..051800ZMAY27";

    private final Year year = new Year();

    private Entry held(String dates, String host, int guests) {
        Entry event = year.agreed(
                "dates",
                Year.period(dates),
                "host",
                Year.code(host),
                "owner",
                Year.office(host),
                "kind",
                Year.code("visit"));
        Entry agreed = year.scene.all.getLast();
        year.file(Scene.RED, "WPI", event, agreed, "dates", Year.period(dates));
        for (int station : List.of(Scene.BLUE, Scene.RED)) {
            year.file(
                    station,
                    "WPH",
                    event,
                    agreed,
                    "from_proposer",
                    new Value.Count(guests, guests),
                    "from_other",
                    new Value.Count(150, 160));
        }
        return event;
    }

    /// Requirements 40 and 35; row 7.
    @Test
    void who_hosts_how_many_and_whether_the_sides_alternate() {
        held(MAY, "other", 20);
        held("100600ZMAY27..111800ZMAY27", "other", 30);
        year.agreed("dates", Year.period(Year.FIXED), "host", Year.code("proposer"), "kind", Year.code("visit"));
        year.proposed(Scene.BLUE);
        var balance = Balance.of(year.plan().events());
        assertThat(balance.hosts())
                .containsExactly(
                        new Balance.Hosted(List.of(Year.BLUE), new Balance.Sum(1, 0, 0, 0)),
                        new Balance.Hosted(List.of(Year.RED), new Balance.Sum(2, 2, 50, 50)));
        assertThat(balance.turns())
                .containsExactly(new Balance.Turns("visit", List.of(List.of(2), List.of(2), List.of(1))));
        assertThat(balance.turns().getFirst().repeats()).isEqualTo(1);
        assertThat(balance.offices())
                .filteredOn(row -> row.party() == Year.BLUE && row.sum().held() > 0)
                .containsExactly(new Balance.Office(Year.BLUE, Year.office("other"), new Balance.Sum(2, 2, 50, 50)));
        assertThat(balance.levels()).hasSize(1);
    }

    /// Requirements 40 and 35; row 7: the completion rate of a plan.
    @Test
    void of_the_events_agreed_and_due_those_are_counted_that_were_held_and_why_others_were_not() {
        held(MAY, "other", 20);
        Entry one = year.agreed("dates", Year.period(MAY));
        Entry both = year.scene.all.getLast();
        year.file(Scene.RED, "WPI", one, both, "dates", Year.period(MAY));
        year.file(Scene.RED, "WPH", one, both);
        Entry gone = year.agreed("dates", Year.period(Year.FIXED));
        Entry agreed = year.scene.all.getLast();
        year.file(Scene.RED, "WPX", gone, agreed, "reason", Year.code("weather"));
        Entry put = year.agreed("dates", Year.period(Year.FIXED));
        year.file(
                Scene.RED,
                "WPP",
                put,
                year.scene.all.getLast(),
                "new_dates",
                Year.period("180600ZJUN27..211800ZJUN27"),
                "reason",
                Year.code("duty"));
        year.agreed("dates", Year.period(Year.FIXED));
        var may = Completion.of(year.plan().events(), Year.at("010000ZJUN27"));
        assertThat(may.all()).isEqualTo(new Completion.Sum(2, 1, 1, 0, 0));
        var all = Completion.of(year.plan().events(), Year.at("010000ZJUL27"));
        assertThat(all.all()).isEqualTo(new Completion.Sum(5, 1, 1, 0, 1));
        assertThat(all.all().unstated()).isEqualTo(2);
        assertThat(all.months()).hasSize(2);
        assertThat(all.slips().stream()
                        .map(slip -> slip.change().kind() + " by "
                                + slip.change().by().party() + " "
                                + slip.change().reason() + " " + slip.change().days()))
                .containsExactly("CANCELLED by 2 weather 0", "POSTPONED by 2 duty 10");
    }

    @Test
    void exact_days_within_a_window_that_was_agreed_are_no_slip_and_others_are() {
        Entry event = year.agreed("dates", Year.period(Year.JUNE), "precision", Year.code("window"));
        Entry agreed = year.scene.all.getLast();
        year.file(Scene.RED, "WPF", event, agreed, "dates", Year.period(Year.FIXED));
        year.file(Scene.BLUE, "WPF", event, agreed, "dates", Year.period("120600ZJUN27..161800ZJUN27"));
        assertThat(Completion.of(year.plan().events(), 0).slips().stream()
                        .map(slip -> slip.change().kind() + " " + slip.change().days()))
                .containsExactly("MOVED 4");
    }
}
