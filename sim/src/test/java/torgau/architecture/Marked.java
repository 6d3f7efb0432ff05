package torgau.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;

/// Holds for a class whose package carries an annotation in its package-info.java.
final class Marked extends ArchCondition<JavaClass> {
    private final Class<? extends Annotation> mark;

    private Marked(Class<? extends Annotation> mark) {
        super("be in a package marked @" + mark.getSimpleName());
        this.mark = mark;
    }

    static Marked byPackage(Class<? extends Annotation> mark) {
        return new Marked(mark);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(mark);
        events.add(new SimpleConditionEvent(
                type, marked, "Class <" + type.getFullName() + "> is in a package without @" + mark.getSimpleName()));
    }
}
