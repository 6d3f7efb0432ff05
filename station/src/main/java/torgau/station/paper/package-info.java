/// A filed message on paper: PDF/A-2u, its languages side by side, with the entry's id, signature and
/// receipts.
///
/// What is to be printed comes in as words ([torgau.station.paper.Paper]): nothing here knows the
/// journal, a clock or the network. The same paper gives the same bytes. Nothing is cut, overprinted or
/// left out: what the font cannot show stands as its code point, `‹U+1F600›`, and what does not fit goes
/// on to a further page. The libraries behind it are loaded with the first paper, not with the station.
/// Decision: docs/adr/0011.
@NullMarked
package torgau.station.paper;

import org.jspecify.annotations.NullMarked;
