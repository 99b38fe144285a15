package org.cumulus.cli.wings;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.cumulus.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each part of the command may know. */
class CommandWingsTest {
  private static final String COMMAND = "org.cumulus.cli";

  /** The packages, from the ground up; each lists all others that it may use. */
  enum Wing {
    CONSOLE,
    LITERAL,
    TEXT(LITERAL),
    CELLS(TEXT, LITERAL),
    FILES,
    SOURCES(FILES, CELLS),
    LARGE(SOURCES, FILES, CELLS),
    PLOT(FILES),
    /** Tables with new columns, in packages of their own. */
    TABLE(PLOT, FILES),
    INPUT(SOURCES, FILES, CELLS, TEXT, LITERAL, CONSOLE),
    OUTPUT(INPUT, LARGE, FILES, CELLS, CONSOLE),
    OPTIONS(OUTPUT, INPUT, TABLE, LARGE, FILES, CELLS, TEXT, PLOT, LITERAL, CONSOLE),
    COMMANDS(OPTIONS, OUTPUT, INPUT, TABLE, LARGE, SOURCES, FILES, CELLS, TEXT, PLOT, CONSOLE),
    /** {@code Main}, and what trains the cache. */
    ROOT(COMMANDS, OPTIONS, CONSOLE);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so.
    private final Set<Wing> below;

    Wing(Wing... below) {
      this.below = Set.of(below);
    }

    boolean holds(JavaClass type) {
      String name = this == ROOT ? COMMAND : COMMAND + "." + name().toLowerCase(Locale.ROOT);
      return type.getPackageName().equals(name)
          || (this == TABLE && type.getPackageName().startsWith(name + "."));
    }

    boolean mayUse(JavaClass used) {
      JavaClass type = used.getBaseComponentType();
      return !type.getPackageName().startsWith(COMMAND)
          || holds(type)
          || below.stream().anyMatch(wing -> wing.holds(type));
    }
  }

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .importPath(
              Path.of(
                  URI.create(
                      Main.class.getProtectionDomain().getCodeSource().getLocation().toString())));

  @ParameterizedTest
  @EnumSource
  void usesWhatIsBelow(Wing wing) {
    classes()
        .that(describe("are in " + wing, wing::holds))
        .should()
        .onlyDependOnClassesThat(describe("may be known there: " + wing.below, wing::mayUse))
        .check(ALL);
  }

  @Test
  void everyClassHasAWing() {
    Set<String> homeless =
        ALL.stream()
            .filter(type -> !type.getSimpleName().equals("module-info"))
            .filter(type -> Arrays.stream(Wing.values()).noneMatch(wing -> wing.holds(type)))
            .map(JavaClass::getName)
            .collect(toSet());
    assertEquals(Set.of(), homeless);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(COMMAND + ".(*)..").should().beFreeOfCycles().check(ALL);
    slices().matching(COMMAND + ".table.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void theLibraryIsUsedAsAnyUserCould() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.cumulus.internal..")
        .check(ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "org.knowm..,              plot",
    "java.awt..,               plot",
    "javax.imageio..,          plot",
    "de.erichseifert..,        plot",
    "de.siegmar..,             text",
    "me.tongfei..,             output",
    "com.fasterxml..,          table;table.rows",
    "dev.hardwood..,           table.parquet",
    "com.github.luben..,       output",
    "picocli..,                options;commands;"
  })
  void foreignLibrariesAreKnownInOnePlace(String library, String packages) {
    String[] places =
        Arrays.stream(packages.split(";", -1))
            .map(place -> place.isEmpty() ? COMMAND : COMMAND + "." + place)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(places)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(ALL);
  }

  @Test
  void theProcessEndsInMain() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Main")
        .and()
        .doNotHaveSimpleName("Training")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(ALL);
  }

  /** All others would have to be waited for when something fails, or the process is ended. */
  @Test
  void threadsAreMadeInFourClasses() {
    String[] places = {"Conveyor", "Flushing", "Interruption", "BatchQueue"};
    noClasses()
        .that(
            describe(
                "are none of " + List.of(places),
                type ->
                    Arrays.stream(places)
                        .noneMatch(place -> type.getName().matches(".*\\." + place + "([$].*)?"))))
        .should()
        .callMethod(Thread.class, "ofPlatform")
        .orShould()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callMethod(Thread.class, "startVirtualThread", Runnable.class)
        .orShould()
        .callConstructorWhere(
            target(owner(describe("are threads", owner -> owner.isAssignableTo(Thread.class)))))
        .orShould()
        .dependOnClassesThat(
            describe(
                "run tasks",
                type ->
                    type.isAssignableTo(Executor.class)
                        || type.isAssignableTo(CompletionStage.class)))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Executors.class)
        .check(ALL);
  }

  /** An {@code Interruption} has the last word of a process that is being ended from outside. */
  @Test
  void theProcessesStreamsAreTakenInMain() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Main")
        .and()
        .doNotHaveSimpleName("Training")
        .and()
        .doNotHaveSimpleName("Interruption")
        .should()
        .accessField(System.class, "in")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(ALL);
  }

  @Test
  void everyPackageSaysWhatItDoesNotKnow() {
    Set<String> silent =
        new TreeSet<>(ALL.stream().map(JavaClass::getPackageName).collect(toSet()));
    ALL.stream()
        .filter(type -> type.getSimpleName().equals("package-info"))
        .forEach(type -> silent.remove(type.getPackageName()));
    assertEquals(Set.of(), silent);
  }
}
