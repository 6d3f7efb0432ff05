package torgau.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;

/// Single methods and constructors whose answer depends on when, where or in which run they are called.
final class Touch {
    private static final String RANDOM = Random.class.getName();

    private Touch() {}

    static DescribedPredicate<JavaAccess<?>> of(String what, Predicate<JavaAccess<?>> touch) {
        return DescribedPredicate.describe(what, touch);
    }

    static boolean clock(JavaAccess<?> access) {
        return timeOfDay(access) || is(access, System.class, "nanoTime");
    }

    static boolean timeOfDay(JavaAccess<?> access) {
        boolean now = access.getTargetOwner().getPackageName().startsWith("java.time");
        return (now && name(access).equals("now"))
                || is(access, Clock.class, "system.*|tick.*")
                || is(access, InstantSource.class, "system")
                || is(access, System.class, "currentTimeMillis");
    }

    static boolean system(JavaAccess<?> access) {
        return is(access, System.class, "(?!arraycopy$).*");
    }

    /// A SecureRandom made by its own constructor or a factory. One that is a subclass is not: that is the shape which
    /// cryptographic libraries ask for, filled from a RandomSource.
    static boolean randomness(JavaAccess<?> access) {
        boolean shape = access.getOriginOwner().isAssignableTo(SecureRandom.class);
        return is(access, SecureRandom.class, shape ? "getInstance.*" : "<init>|getInstance.*")
                || (is(access, Random.class, "<init>") && parameters(access).isEmpty())
                || (is(access, BigInteger.class, "<init>|probablePrime")
                        && parameters(access).contains(RANDOM))
                || is(access, Math.class, "random")
                || is(access, UUID.class, "randomUUID")
                || is(access, Collections.class, "shuffle");
    }

    /// Collections whose order is salted anew by each JVM, and streams that many threads share.
    static boolean saltedOrder(JavaAccess<?> access) {
        boolean hashed = is(access, Collectors.class, "to(Unmodifiable)?(Set|Map)|groupingBy|partitioningBy");
        return is(access, Map.class, "of|ofEntries|copyOf")
                || is(access, Set.class, "of|copyOf")
                || (hashed && !parameters(access).contains(Supplier.class.getName()))
                || name(access).equals("parallelStream")
                || (name(access).equals("parallel") && access.getTargetOwner().isAssignableTo(BaseStream.class));
    }

    static boolean surroundings(JavaAccess<?> access) {
        return List.of("getDefault", "systemDefault", "defaultCharset").contains(name(access));
    }

    /// Whatever puts bytes on a network, or dials.
    static boolean transmission(JavaAccess<?> access) {
        return is(access, DatagramChannel.class, "send|write")
                || is(access, SocketChannel.class, "connect|write")
                || is(access, Socket.class, "connect|sendUrgentData")
                || is(access, DatagramSocket.class, "send")
                || is(access, OutputStream.class, "write");
    }

    static boolean terminal(JavaAccess<?> access) {
        return is(access, System.class, "out|err") || name(access).equals("printStackTrace");
    }

    private static String name(JavaAccess<?> access) {
        return access.getTarget().getName();
    }

    private static boolean is(JavaAccess<?> access, Class<?> owner, String names) {
        return access.getTargetOwner().isEquivalentTo(owner) && name(access).matches(names);
    }

    private static List<String> parameters(JavaAccess<?> access) {
        List<String> parameters = new ArrayList<>();
        if (access.getTarget() instanceof CodeUnitAccessTarget target) {
            target.getRawParameterTypes().forEach(type -> parameters.add(type.getName()));
        }
        return parameters;
    }
}
