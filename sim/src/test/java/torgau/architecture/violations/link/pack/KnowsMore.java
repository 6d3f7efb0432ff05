package torgau.architecture.violations.link.pack;

import org.snakeyaml.engine.v2.nodes.Node;
import torgau.architecture.violations.journal.Breaks;

@Breaks("link.pack knows one library")
record KnowsMore(Node library) {}
