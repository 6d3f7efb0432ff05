package torgau.architecture.violations.catalogue.yaml;

import com.ibm.icu.text.MessageFormat;
import torgau.architecture.violations.journal.Breaks;

@Breaks("catalogue.yaml knows one library")
record KnowsMore(MessageFormat library) {}
