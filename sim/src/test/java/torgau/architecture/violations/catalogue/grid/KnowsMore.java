package torgau.architecture.violations.catalogue.grid;

import org.snakeyaml.engine.v2.nodes.Node;
import torgau.architecture.violations.journal.Breaks;

@Breaks("catalogue.grid knows one library")
record KnowsMore(Node library) {}
