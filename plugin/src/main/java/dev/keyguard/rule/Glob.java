package dev.keyguard.rule;

import java.util.regex.Pattern;

/** {@code *} within a path segment, {@code **} across them, {@code ?} one character; always with {@code /}. */
final class Glob {
    private final Pattern pattern;

    Glob(String glob) {
        this.pattern = Pattern.compile(regex(glob.replace('\\', '/')));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
