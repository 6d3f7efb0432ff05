package torgau.architecture.violations.catalogue.phrase;

import com.ibm.icu.text.MessageFormat;

/// What it may know.
record Reads(MessageFormat library) {}
