/// Scenarios: what officers of all parties do on a line, as data, played through the stations' public API.
///
/// A failed expectation fails the run. Format: scenarios/README.md.
@NullMarked
package torgau.cli.scenario;

import org.jspecify.annotations.NullMarked;
