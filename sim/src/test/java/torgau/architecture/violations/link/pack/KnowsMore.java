package torgau.architecture.violations.link.pack;

import org.snakeyaml.engine.v2.nodes.Node;
import torgau.architecture.violations.journal.Breaks;

@Breaks("link.pack knows its library and no other")
record KnowsMore(Node library) {}
