package torgau.catalogue.picture;

import java.util.List;

/// Two structures of offices that face each other over subjects: what is drawn, in the words in which it
/// is drawn.
///
/// @param title of the picture
/// @param levels from the highest down
/// @param subjects over which they meet
/// @param legend lines of text under the picture
public record Facing(
        String language,
        String title,
        List<String> levels,
        Side left,
        Side right,
        List<Subject> subjects,
        List<String> legend) {
    public Facing {
        levels = List.copyOf(levels);
        subjects = List.copyOf(subjects);
        legend = List.copyOf(legend);
    }

    /// One of the two.
    ///
    /// @param vacant what stands at a level where it has no office
    public record Side(String name, List<Office> offices, String vacant) {
        public Side {
            offices = List.copyOf(offices);
        }
    }

    /// An office at a level, with the subjects on which it decides and those on which it only transmits,
    /// each by its place in the list.
    public record Office(int level, String name, String under, List<Integer> decides, List<Integer> transmits) {
        public Office {
            decides = List.copyOf(decides);
            transmits = List.copyOf(transmits);
        }
    }

    /// A subject, and what is missing about it on either side.
    public record Subject(String name, List<String> gaps) {
        public Subject {
            gaps = List.copyOf(gaps);
        }
    }

    /// A whole SVG file: as wide as an A4 page, and as high unless there are very many offices.
    public static String svg(Facing facing) {
        return new FacingPicture(facing).written();
    }
}
