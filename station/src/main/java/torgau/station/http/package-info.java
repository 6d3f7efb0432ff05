/// The station's HTTP interface for its own officers: `openapi.yaml` beside it says what it is.
///
/// It reads what is on disk and hands commands to the heart. Nothing that a browser sends can make the
/// station sign anything but what the request says, and nothing but two requests puts anything on the
/// journal.
@NullMarked
package torgau.station.http;

import org.jspecify.annotations.NullMarked;
