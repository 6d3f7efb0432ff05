package torgau.station.heart;

/// Two clocks at one instant.
///
/// @param wall milliseconds UTC: a claim, put into entries and shown; it may jump
/// @param steady milliseconds of a clock that never goes back: timers go by it
public record Moment(long wall, long steady) {}
