package dev.keyguard.access;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** openai-java takes seconds to load: whoever needs no question answered must not touch it. */
@AnalyzeClasses(packages = "dev.keyguard.access", importOptions = ImportOption.DoNotIncludeTests.class)
final class OnlyOneClassKnowsOpenAiTest {
    @ArchTest
    static final ArchRule LIBRARY = ArchRuleDefinition.noClasses()
            .that()
            .doNotHaveSimpleName("OpenAiLister")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.openai..");

    @ArchTest
    static final ArchRule NETWORK = ArchRuleDefinition.noClasses()
            .that()
            .doNotHaveSimpleName("OpenAiLister")
            .and()
            .doNotHaveSimpleName("Exchange")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..");

    @ArchTest
    static final ArchRule MADE_IN_ONE_PLACE = ArchRuleDefinition.noClasses()
            .that()
            .doNotHaveSimpleName("AccessService")
            .and()
            .doNotHaveSimpleName("OpenAiLister")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("OpenAiLister");
}
