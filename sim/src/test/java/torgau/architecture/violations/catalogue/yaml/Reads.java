package torgau.architecture.violations.catalogue.yaml;

import org.snakeyaml.engine.v2.nodes.Node;

/// What it may know.
record Reads(Node library) {}
