/// `torgau bench`: what the line costs, beside what its parts cost, measured in one run.
///
/// Machines are noisy: read the ratios. Two stations run in this process, each with its own disk, joined over loopback.
@NullMarked
package torgau.cli.bench;

import org.jspecify.annotations.NullMarked;
