/// A private report as a document: a page of HTML that asks nothing of anybody, a table of CSV, or a
/// paper.
///
/// What it says comes in as words ([torgau.station.report.Document]); nothing here knows the journal, a
/// clock or the network. The same document gives the same bytes. Every word is escaped, whoever wrote
/// it.
@NullMarked
package torgau.station.report;

import org.jspecify.annotations.NullMarked;
