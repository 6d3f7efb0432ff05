/// SQLite files as this room uses them: locked, private to their owner, migrated, and never believed after a fault.
@NullMarked
package torgau.store.sql;

import org.jspecify.annotations.NullMarked;
