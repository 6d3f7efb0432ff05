package torgau.architecture.violations.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What pure code may do.
record Pure(Instant time, Map<String, Integer> lengths) {
    Pure {
        lengths = Collections.unmodifiableMap(new LinkedHashMap<>(lengths));
    }

    static Pure of(List<String> names, Instant now) {
        return new Pure(
                now,
                names.stream().collect(Collectors.toMap(name -> name, String::length, Integer::sum, TreeMap::new)));
    }

    byte[] encoded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lengths.forEach((name, length) -> out.writeBytes(name.getBytes(StandardCharsets.UTF_8)));
        byte[] target = new byte[out.size() + Long.BYTES];
        System.arraycopy(out.toByteArray(), 0, target, 0, out.size());
        ByteBuffer.wrap(target).putLong(out.size(), time.toEpochMilli());
        return target;
    }
}
