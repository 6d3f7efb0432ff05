package torgau.catalogue.change;

import torgau.catalogue.Clock;
import torgau.catalogue.Procedure;
import torgau.catalogue.Recurring;
import torgau.catalogue.change.Change.Nature;
import torgau.catalogue.change.Change.Part;
import torgau.catalogue.change.Changes.Group;
import torgau.catalogue.change.Changes.Pair;

/// What of the times of a procedure differs: clocks, lead times, what stands until when, and the days of
/// its calendar.
///
/// @param into where it is told
record Times(Changes into) {
    void between(Procedure was, Procedure now) {
        into.each(
                new Group<Clock>(Part.CLOCK, Nature.PERIOD, name -> name, _ -> null),
                Changes.byName(was.clocks(), Clock::name),
                Changes.byName(now.clocks(), Clock::name),
                this::clock);
        into.each(
                new Group<Clock.LeadTime>(Part.LEAD_TIME, Nature.PERIOD, name -> name, _ -> null),
                Changes.byName(was.leadTimes(), each -> each.of() + "." + each.event()),
                Changes.byName(now.leadTimes(), each -> each.of() + "." + each.event()),
                this::leadTime);
        into.each(
                new Group<Clock.Standing>(Part.STANDING, Nature.PERIOD, name -> name, _ -> null),
                Changes.byName(was.standing(), Clock.Standing::of),
                Changes.byName(now.standing(), Clock.Standing::of),
                this::standing);
        into.each(
                new Group<>(Part.CALENDAR, Nature.PERIOD, name -> name, Recurring::title),
                Changes.byName(was.calendar(), Recurring::name),
                Changes.byName(now.calendar(), Recurring::name),
                this::calendar);
    }

    private void clock(String at, Pair<Clock> clock) {
        Clock was = clock.was();
        Clock now = clock.now();
        var aspects = new Aspects()
                .of("kind", Nature.PERIOD, was.kind(), now.kind())
                .of("on", Nature.PERIOD, was.on(), now.on())
                .of("where", Nature.LIFECYCLE, was.where(), now.where())
                .of("for_each", Nature.LIFECYCLE, was.rows(), now.rows())
                .of("by", Nature.LIFECYCLE, was.by(), now.by())
                .of("done_by", Nature.LIFECYCLE, was.doneBy(), now.doneBy())
                .of("ended_by", Nature.LIFECYCLE, was.endedBy(), now.endedBy())
                .of("within", Nature.PERIOD, was.within(), now.within())
                .of("from", Nature.PERIOD, was.from(), now.from())
                .of("basis", Nature.LEGAL_EFFECT, was.basis(), now.basis())
                .of("restart_on_change_of", Nature.PERIOD, was.restartOnChangeOf(), now.restartOnChangeOf())
                .of("extended_by", Nature.PERIOD, was.extendedBy(), now.extendedBy())
                .of("runs_suspended", Nature.PERIOD, was.runsSuspended(), now.runsSuspended())
                .of("warn_own_watch", Nature.PERIOD, was.warnings(), now.warnings())
                .of("lapse.may", Nature.LIFECYCLE, was.may(), now.may());
        into.changed(Part.CLOCK, at, null, aspects);
    }

    private void leadTime(String at, Pair<Clock.LeadTime> time) {
        var aspects = new Aspects()
                .of("at_least", Nature.PERIOD, time.was().atLeast(), time.now().atLeast())
                .of("basis", Nature.LEGAL_EFFECT, time.was().basis(), time.now().basis());
        into.changed(Part.LEAD_TIME, at, null, aspects);
    }

    private void standing(String at, Pair<Clock.Standing> standing) {
        Clock.Standing was = standing.was();
        Clock.Standing now = standing.now();
        var aspects = new Aspects()
                .of("until", Nature.PERIOD, was.until(), now.until())
                .of("confirmed_by", Nature.LIFECYCLE, was.confirmedBy(), now.confirmedBy())
                .of("ended_by", Nature.LIFECYCLE, was.endedBy(), now.endedBy())
                .of("warn_own_watch", Nature.PERIOD, was.warnings(), now.warnings());
        into.changed(Part.STANDING, at, null, aspects);
    }

    private void calendar(String at, Pair<Recurring> item) {
        Recurring was = item.was();
        Recurring now = item.now();
        var aspects = new Aspects()
                .of("title", Nature.WORDING, was.title(), now.title())
                .of("every", Nature.PERIOD, was.day().every(), now.day().every())
                .of("day", Nature.PERIOD, was.day().written(), now.day().written())
                .of("for", Nature.PERIOD, was.span(), now.span())
                .of("by", Nature.LIFECYCLE, was.by(), now.by())
                .of("done_by", Nature.LIFECYCLE, was.doneBy(), now.doneBy())
                .of("nil_by", Nature.LIFECYCLE, was.nilBy(), now.nilBy())
                .of("period", Nature.FIELD, was.period(), now.period())
                .of("where", Nature.FIELD, was.where(), now.where())
                .of("basis", Nature.LEGAL_EFFECT, was.basis(), now.basis())
                .of("warn_own_watch", Nature.PERIOD, was.warnings(), now.warnings())
                .of("lapse.may", Nature.LIFECYCLE, was.may(), now.may());
        into.changed(Part.CALENDAR, at, now.title(), aspects);
    }
}
