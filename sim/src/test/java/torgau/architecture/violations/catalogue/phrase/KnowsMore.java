package torgau.architecture.violations.catalogue.phrase;

import org.snakeyaml.engine.v2.nodes.Node;
import torgau.architecture.violations.journal.Breaks;

@Breaks("catalogue.phrase knows one library")
record KnowsMore(Node library) {}
