package torgau.architecture.violations.catalogue.earth;

import org.snakeyaml.engine.v2.nodes.Node;
import torgau.architecture.violations.journal.Breaks;

@Breaks("catalogue.earth knows its library and no other")
record KnowsMore(Node library) {}
