package torgau.architecture.violations.catalogue;

import org.snakeyaml.engine.v2.nodes.Node;
import torgau.architecture.violations.journal.Breaks;

@Breaks("pure code knows only values")
record KnowsYaml(Node node) {}
