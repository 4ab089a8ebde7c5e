package dev.keyguard.source.tree;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A glob over paths with {@code /}: {@code *} and {@code ?} within a segment, {@code **} across segments ({@code **}
 * followed by a slash also stands for no folder at all), {@code [a-z]}, {@code [!a]}, {@code {a,b}} and {@code \} as in
 * {@link java.nio.file.FileSystem#getPathMatcher}. A trailing slash means everything below. Matches in time
 * proportional to pattern times path whatever the pattern is, which regular expressions do not.
 */
public final class Glob {
    private static final int MAX_LENGTH = 1000;
    private static final int MAX_ALTERNATIVES = 256;

    private final List<List<Token>> alternatives;

    private Glob(List<List<Token>> alternatives) {
        this.alternatives = alternatives;
    }

    /** @throws IllegalArgumentException with one sentence for people if the pattern is not understood */
    public static Glob of(String pattern) {
        String text = pattern.strip();
        if (text.isEmpty()) {
            throw invalid(pattern, "it is empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw invalid(text.substring(0, 40) + "…", "it is longer than " + MAX_LENGTH + " characters");
        }
        if (text.startsWith("./")) {
            text = text.substring(2);
        }
        if (text.endsWith("/")) {
            text += "**";
        }
        List<List<Token>> parsed = new ArrayList<>();
        for (String alternative : new Braces(text).expand()) {
            parsed.add(new GlobParser(alternative).parse());
        }
        return new Glob(parsed);
    }

    /** Whether the pattern is that path. */
    public boolean matches(String path) {
        return alternatives.stream().anyMatch(tokens -> run(tokens, path).get(tokens.size()));
    }

    /** Whether the pattern is every path below that folder, so that it need not be entered to leave all out. */
    boolean matchesAllBelow(String folder) {
        return alternatives.stream().anyMatch(tokens -> {
            int last = tokens.size() - 1;
            return last >= 0
                    && tokens.get(last).kind() == Token.Kind.ACROSS
                    && run(tokens, folder + "/").get(last);
        });
    }

    static IllegalArgumentException invalid(String pattern, String why) {
        return new IllegalArgumentException("The glob \"" + pattern + "\" is not valid: " + why + ".");
    }

    /** The positions in the pattern that can be reached by reading the whole path. */
    private static BitSet run(List<Token> tokens, String path) {
        BitSet states = new BitSet();
        BitSet next = new BitSet();
        enter(states, 0, tokens);
        for (int i = 0; i < path.length() && !states.isEmpty(); i++) {
            next.clear();
            step(states, path.charAt(i), next, tokens);
            BitSet spare = states;
            states = next;
            next = spare;
        }
        return states;
    }

    private static void step(BitSet states, char c, BitSet next, List<Token> tokens) {
        for (int s = states.nextSetBit(0); s >= 0 && s < tokens.size(); s = states.nextSetBit(s + 1)) {
            Token token = tokens.get(s);
            if (!token.takes(c)) {
                continue;
            }
            if (token.kind() == Token.Kind.FOLDERS && c != '/') {
                next.set(s); // inside a folder's name: what follows may only begin behind its slash
            } else {
                enter(next, token.repeats() ? s : s + 1, tokens);
            }
        }
    }

    private static void enter(BitSet states, int position, List<Token> tokens) {
        int at = position;
        states.set(at);
        while (at < tokens.size() && tokens.get(at).repeats()) {
            states.set(++at);
        }
    }

    /**
     * One step of a pattern.
     *
     * @param ranges of a SET: pairs of first and last character
     */
    record Token(Kind kind, char literal, String ranges, boolean negated) {
        enum Kind {
            LITERAL,
            ONE,
            SET,
            WITHIN,
            ACROSS,
            /** Two stars and a slash: no folder, or any number of them, each with its slash. */
            FOLDERS
        }

        boolean repeats() {
            return kind == Kind.WITHIN || kind == Kind.ACROSS || kind == Kind.FOLDERS;
        }

        boolean takes(char c) {
            return switch (kind) {
                case LITERAL -> c == literal;
                case ONE, WITHIN -> c != '/';
                case ACROSS, FOLDERS -> true;
                case SET -> c != '/' && inRanges(c) != negated;
            };
        }

        private boolean inRanges(char c) {
            for (int i = 0; i + 1 < ranges.length(); i += 2) {
                if (c >= ranges.charAt(i) && c <= ranges.charAt(i + 1)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Writes {@code {a,b}} out; braces may not be nested. */
    private record Braces(String text) {
        List<String> expand() {
            List<String> done = List.of("");
            int at = 0;
            while (at < text.length()) {
                int open = next('{', at);
                if (open < 0) {
                    return append(done, List.of(text.substring(at)));
                }
                int close = next('}', open);
                if (close < 0 || next('{', open + 1) >= 0 && next('{', open + 1) < close) {
                    throw invalid(text, close < 0 ? "a { is not closed" : "braces may not be nested");
                }
                done = append(
                        append(done, List.of(text.substring(at, open))),
                        List.of(text.substring(open + 1, close).split(",", -1)));
                at = close + 1;
            }
            return done;
        }

        private int next(char wanted, int from) {
            for (int i = from; i < text.length(); i++) {
                if (text.charAt(i) == '\\') {
                    i++;
                } else if (text.charAt(i) == wanted) {
                    return i;
                }
            }
            return -1;
        }

        private List<String> append(List<String> heads, List<String> tails) {
            List<String> all = new ArrayList<>();
            for (String head : heads) {
                for (String tail : tails) {
                    all.add(head + tail);
                }
            }
            if (all.size() > MAX_ALTERNATIVES) {
                throw invalid(text, "its braces stand for more than " + MAX_ALTERNATIVES + " patterns");
            }
            return all;
        }
    }
}
