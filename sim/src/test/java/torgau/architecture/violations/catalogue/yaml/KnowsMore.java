package torgau.architecture.violations.catalogue.yaml;

import com.ibm.icu.text.MessageFormat;
import torgau.architecture.violations.journal.Breaks;

@Breaks("catalogue.yaml knows its library and no other")
record KnowsMore(MessageFormat library) {}
