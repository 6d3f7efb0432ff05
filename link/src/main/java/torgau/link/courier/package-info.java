/// What a courier carries between two stations: the frames of the link, without a link. Pure. Spec:
/// docs/spec/09-courier.md.
@NullMarked
package torgau.link.courier;

import org.jspecify.annotations.NullMarked;
