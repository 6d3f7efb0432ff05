/// The ceremony by which parties found a line: card, draft, signature, adoption.
///
/// Each half is done by one party from what it has and what it was handed as files; no step needs the other's
/// machine or secrets. What does not fit is refused with a code and the field at fault. Spec:
/// docs/spec/03-agreement.md.
@NullMarked
package torgau.cli.ceremony;

import org.jspecify.annotations.NullMarked;
