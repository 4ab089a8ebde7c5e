package dev.keyguard.source.build;

import dev.keyguard.source.Place;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.text.Text;
import dev.keyguard.source.text.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code pom.xml} without any other file. Profiles count as active: their dependencies, managed dependencies and
 * modules are included, their properties where the project itself does not set them.
 */
public final class PomReader implements Reader {
    /** Bytes. */
    private static final int MAX_SIZE = 5 << 20;

    @Override
    public boolean reads(SourceFile file) {
        return file.name().equals("pom.xml");
    }

    @Override
    public BuildFacts read(String path, byte[] content) {
        if (content.length > MAX_SIZE) {
            Place place = new Place(path, 1, 1);
            return empty(path, new Problem(place, "The pom is larger than 5 MiB and was not read."));
        }
        Text text = Text.decode(path, content);
        XmlElement.Document document = XmlElement.parse(text.chars());
        List<Problem> problems = document.fault().stream()
                .map(fault -> new Problem(
                        text.place(fault.offset()),
                        "The pom is not well-formed XML: " + fault.message()
                                + ". Correct it; what follows was not read."))
                .toList();
        return document.root()
                .filter(root -> root.name().equals("project"))
                .map(root -> new Pom(text, root).facts(problems))
                .orElseGet(() -> empty(
                        path,
                        problems.stream()
                                .findFirst()
                                .orElse(new Problem(text.place(0), "The pom has no <project> element."))));
    }

    private static BuildFacts empty(String path, Problem problem) {
        return new BuildFacts(
                path,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(problem));
    }

    /** One pom while it is read. */
    private record Pom(Text text, XmlElement project) {
        BuildFacts facts(List<Problem> problems) {
            Optional<BuildFacts.Parent> parent = project.child("parent").map(Pom::parent);
            Optional<String> groupId = project.textOf("groupId").or(() -> parent.map(BuildFacts.Parent::groupId));
            Optional<String> version = project.textOf("version").or(() -> parent.map(BuildFacts.Parent::version));
            BuildFacts raw = new BuildFacts(
                    text.path(),
                    groupId,
                    project.textOf("artifactId").orElse(""),
                    version,
                    parent,
                    properties(),
                    dependencies(with("dependencies")),
                    dependencies(
                            with("dependencyManagement").flatMap(management -> management.children("dependencies"))),
                    with("modules")
                            .flatMap(modules -> modules.children("module"))
                            .map(XmlElement::text)
                            .distinct()
                            .toList(),
                    problems);
            return new OwnVersions(raw).applied();
        }

        /** The elements of that name, of the project and of its profiles. */
        private Stream<XmlElement> with(String name) {
            Stream<XmlElement> profiles = project.children("profiles").flatMap(all -> all.children("profile"));
            return Stream.concat(Stream.of(project), profiles).flatMap(holder -> holder.children(name));
        }

        private Map<String, String> properties() {
            Map<String, String> properties = new LinkedHashMap<>();
            with("properties")
                    .flatMap(all -> all.children().stream())
                    .forEach(property -> properties.putIfAbsent(property.name(), property.text()));
            return Collections.unmodifiableMap(properties);
        }

        private List<Dependency> dependencies(Stream<XmlElement> lists) {
            List<Dependency> found = new ArrayList<>();
            lists.flatMap(list -> list.children("dependency"))
                    .forEach(dependency -> dependency
                            .child("artifactId")
                            .ifPresent(artifactId -> found.add(new Dependency(
                                    dependency.textOf("groupId").orElse(""),
                                    artifactId.text(),
                                    dependency.textOf("version"),
                                    dependency.textOf("scope").orElse("compile"),
                                    Optional.of(text.place(artifactId.offset()))))));
            return found;
        }

        private static BuildFacts.Parent parent(XmlElement parent) {
            return new BuildFacts.Parent(
                    parent.textOf("groupId").orElse(""),
                    parent.textOf("artifactId").orElse(""),
                    parent.textOf("version").orElse(""),
                    parent.child("relativePath").map(XmlElement::text).orElse("../pom.xml"));
        }
    }
}
