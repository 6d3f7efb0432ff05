package torgau.architecture.violations.catalogue.phrase;

import org.snakeyaml.engine.v2.nodes.Node;
import torgau.architecture.violations.journal.Breaks;

@Breaks("catalogue.phrase knows its library and no other")
record KnowsMore(Node library) {}
