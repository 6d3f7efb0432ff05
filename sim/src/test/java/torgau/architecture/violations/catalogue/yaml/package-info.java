/// May know YAML, and breaks that it may know nothing else.
@NullMarked
package torgau.architecture.violations.catalogue.yaml;

import org.jspecify.annotations.NullMarked;
