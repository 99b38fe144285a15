package org.cumulus.cli.wings;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
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
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cumulus.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each part of the command may know. */
class WingsTest {
  private static final String COMMAND = "org.cumulus.cli";

  /** The packages, from the ground up; each lists all others that it may use. */
  enum Wing {
    CONSOLE,
    LITERAL,
    TEXT(LITERAL),
    FILES(TEXT),
    PLOT(FILES),
    /** Tables with new columns, in packages of their own. */
    TABLE(PLOT, FILES),
    INPUT(FILES, TEXT, LITERAL, CONSOLE),
    OUTPUT(INPUT, FILES, TEXT, CONSOLE),
    OPTIONS(OUTPUT, INPUT, TABLE, FILES, TEXT, PLOT, LITERAL, CONSOLE),
    COMMANDS(OPTIONS, OUTPUT, INPUT, TABLE, FILES, TEXT, PLOT, CONSOLE),
    /** {@code Main}, and what trains the cache. */
    ROOT(COMMANDS, OPTIONS, OUTPUT, INPUT, TABLE, FILES, TEXT, PLOT, LITERAL, CONSOLE);

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
