package torgau.architecture.violations.catalogue.grid;

import org.snakeyaml.engine.v2.nodes.Node;
import torgau.architecture.violations.journal.Breaks;

@Breaks("catalogue.grid knows its library and no other")
record KnowsMore(Node library) {}
