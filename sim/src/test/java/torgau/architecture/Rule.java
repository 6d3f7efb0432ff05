package torgau.architecture;

import com.tngtech.archunit.lang.ArchRule;

/// A rule of the house: what it asks, in words that say what to do instead, and how it is checked.
///
/// @param name short and stable; the violations name the rule that they break by it
record Rule(String name, ArchRule check) {
    Rule(String name, String advice, ArchRule check) {
        this(name, check.allowEmptyShould(true).as(name + ": " + advice));
    }

    @Override
    public String toString() {
        return name;
    }
}
