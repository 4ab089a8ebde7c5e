package dev.keyguard;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The layers of the design, one direction. */
@AnalyzeClasses(packages = "dev.keyguard", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {
    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("maven")
            .definedBy("dev.keyguard.maven..")
            .layer("outcome")
            .definedBy("dev.keyguard.report..", "dev.keyguard.fix..", "dev.keyguard.rule..")
            .layer("access")
            .definedBy("dev.keyguard.access..")
            .layer("usage")
            .definedBy("dev.keyguard.usage..")
            .layer("value")
            .definedBy("dev.keyguard.value..")
            .layer("facts")
            .definedBy("dev.keyguard.source..", "dev.keyguard.sdk..")
            .whereLayer("maven")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("outcome")
            .mayOnlyBeAccessedByLayers("maven")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("outcome", "maven")
            .whereLayer("usage")
            .mayOnlyBeAccessedByLayers("access", "outcome", "maven")
            .whereLayer("value")
            .mayOnlyBeAccessedByLayers("usage", "access", "outcome", "maven")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_JAVA_READER_KNOWS_JAVAPARSER = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("dev.keyguard.source.java..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.javaparser..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_ACCESS_KNOWS_OPENAI = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("dev.keyguard.access..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openai..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_MAVEN_KNOWS_MAVEN = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("dev.keyguard.maven..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..")
            .allowEmptyShould(true);

    /** Daemons keep a plugin's classes, and what is static in them, from build to build. */
    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES = ArchRuleDefinition.fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .andShould()
            .notHaveRawType(JavaClass.Predicates.resideInAPackage("java.util.concurrent.."))
            .andShould()
            .notHaveRawType(JavaClass.Predicates.assignableTo(ThreadLocal.class));
}
