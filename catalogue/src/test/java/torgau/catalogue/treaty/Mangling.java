package torgau.catalogue.treaty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// What happens to a text on its way through typewriters, mail and pages.
enum Mangling {
    AS_IT_IS {
        @Override
        String of(String text, Random random) {
            return text;
        }
    },
    CAPITALS {
        @Override
        String of(String text, Random random) {
            return text.toUpperCase(Locale.ROOT);
        }
    },
    WRAPPED_AT_69 {
        @Override
        String of(String text, Random random) {
            return wrapped(text, 69);
        }
    },
    WRAPPED_AT_40 {
        @Override
        String of(String text, Random random) {
            return wrapped(text, 40);
        }
    },
    OTHER_BLANKS {
        @Override
        String of(String text, Random random) {
            String[] blanks = {"  ", "\t", "\u00a0", " \u2009", "\u202f ", " "};
            var out = new StringBuilder("\uFEFF\r\n \r\n");
            text.chars().forEach(each -> {
                switch (each) {
                    case ' ' -> out.append(blanks[random.nextInt(blanks.length)]);
                    case '\n' -> out.append(random.nextBoolean() ? " \r\n" : "\r\n\r\n");
                    default -> out.append((char) each);
                }
            });
            return out + "\r\n\t\r\n";
        }
    },
    FROM_A_PAGE {
        @Override
        String of(String text, Random random) {
            String plain = ascii(text)
                    .replace("°", random.nextBoolean() ? " " : "°")
                    .replace("′", random.nextBoolean() ? " " : "'");
            return hyphenated(wrapped(plain, 52 + random.nextInt(30)), random);
        }
    },
    FROM_A_PAGE_IN_CAPITALS {
        @Override
        String of(String text, Random random) {
            return wrapped(ascii(text).toUpperCase(Locale.ROOT).replace("°", "").replace("′", ""), 33);
        }
    },
    ONE_LINE {
        @Override
        String of(String text, Random random) {
            return String.join(" ", text.strip().split("\\s+", -1));
        }
    };

    abstract String of(String text, Random random);

    static String ascii(String text) {
        return text.replace('’', '\'')
                .replaceAll("[“”„«»]", "\"")
                .replaceAll("[–−‑]", "-")
                .replace("\u00a0", " ");
    }

    /// All lines made one, and cut anew at blanks.
    static String wrapped(String text, int columns) {
        var lines = new ArrayList<StringBuilder>(List.of(new StringBuilder()));
        for (String word : text.strip().split("\\s+", -1)) {
            if (!lines.getLast().isEmpty() && lines.getLast().length() + 1 + word.length() > columns) {
                lines.add(new StringBuilder());
            }
            lines.getLast().append(lines.getLast().isEmpty() ? "" : " ").append(word);
        }
        return String.join("\n", lines);
    }

    /// Some words broken with a soft hyphen at the end of a line.
    private static String hyphenated(String text, Random random) {
        var out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean within = at > 0 && Character.isLetter(text.charAt(at)) && Character.isLetter(text.charAt(at - 1));
            if (within && random.nextInt(40) == 0) {
                out.append("\u00ad\n");
            }
            out.append(text.charAt(at));
        }
        return out.toString();
    }
}
