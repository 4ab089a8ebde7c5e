package dev.keyguard.bench;

import java.util.ArrayList;
import java.util.List;

/** One generated Java file; knows the line it is at. */
final class Source {
    private final String packageName;
    private final String type;
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> planted = new ArrayList<>();
    private int line = 1;

    Source(String packageName, String type) {
        this.packageName = packageName;
        this.type = type;
        add("package " + packageName + ";");
        add("");
    }

    /** A model and where it stands in this file. */
    record Mark(String model, String path, int line) {
        Reactor.Planted in(String module) {
            return new Reactor.Planted(model, module + "/src/main/java/" + path, line);
        }
    }

    Source add(String oneLine) {
        text.append(oneLine).append('\n');
        line++;
        return this;
    }

    /** A line that holds the model. */
    Source add(String oneLine, String model) {
        planted.add(new Mark(model, packageName + "/" + type + ".java", line));
        return add(oneLine);
    }

    String packageName() {
        return packageName;
    }

    String type() {
        return type;
    }

    int line() {
        return line;
    }

    String text() {
        return text.toString();
    }

    List<Mark> planted() {
        return planted;
    }

    String path(String module) {
        return module + "/src/main/java/" + packageName + "/" + type + ".java";
    }
}
