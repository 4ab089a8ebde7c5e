package dev.keyguard.source.config;

import java.util.Arrays;
import org.yaml.snakeyaml.error.Mark;

/** Turns SnakeYAML's marks, which count code points, into offsets of a string. */
final class YamlOffsets {
    /** Code point indices of the characters that need two UTF-16 units, ascending. */
    private final int[] wide;

    YamlOffsets(String source) {
        int[] found = new int[8];
        int count = 0;
        int index = 0;
        for (int at = 0; at < source.length(); index++) {
            int width = Character.charCount(source.codePointAt(at));
            if (width == 2) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = index;
            }
            at += width;
        }
        wide = Arrays.copyOf(found, count);
    }

    int of(Mark mark) {
        int found = Arrays.binarySearch(wide, mark.getIndex());
        return mark.getIndex() + (found >= 0 ? found : -found - 1);
    }
}
