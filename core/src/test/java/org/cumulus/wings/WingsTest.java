package org.cumulus.wings;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.cumulus.Cumulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What each part of the library may know. A rule that is broken is a design that has changed. */
class WingsTest {
  private static final String INSIDE = "org.cumulus.internal.";

  /** The packages, from the ground up; each lists all others that it may use. */
  enum Wing {
    UNITS,
    DIGITS,
    /** The words that both users and the inside speak. */
    VOCABULARY(UNITS, DIGITS),
    TYPES(UNITS, VOCABULARY),
    MEMORY(DIGITS, VOCABULARY),
    CASTS(MEMORY, TYPES, UNITS, VOCABULARY),
    OPERATIONS(CASTS, MEMORY, TYPES, VOCABULARY),
    TEXT(CASTS, MEMORY, DIGITS, VOCABULARY),
    KERNELS(OPERATIONS, MEMORY, TYPES, VOCABULARY),
    KERNELS_BLOCKED(KERNELS, OPERATIONS, MEMORY, TYPES),
    KERNELS_EXACT(KERNELS, MEMORY, TYPES),
    KERNELS_SIMD(KERNELS, OPERATIONS),
    PLAN(KERNELS_EXACT, KERNELS_BLOCKED, KERNELS, OPERATIONS, MEMORY, TYPES, VOCABULARY),
    ENGINE(PLAN, KERNELS, OPERATIONS, CASTS, MEMORY, TYPES, DIGITS, VOCABULARY),
    CHECKS(ENGINE, OPERATIONS, CASTS, MEMORY, TYPES, VOCABULARY),
    LINES(ENGINE, PLAN, CASTS, MEMORY, UNITS, VOCABULARY),
    ARRAYS(ENGINE, CASTS, MEMORY, TYPES, DIGITS, VOCABULARY),
    REQUESTS(
        CHECKS,
        LINES,
        ARRAYS,
        ENGINE,
        PLAN,
        KERNELS,
        TEXT,
        OPERATIONS,
        CASTS,
        MEMORY,
        TYPES,
        DIGITS,
        VOCABULARY),
    /** What users call. */
    FACE(
        REQUESTS,
        CHECKS,
        LINES,
        ARRAYS,
        ENGINE,
        PLAN,
        KERNELS_EXACT,
        KERNELS,
        TEXT,
        OPERATIONS,
        CASTS,
        MEMORY,
        TYPES,
        DIGITS,
        VOCABULARY),
    /** Files are read and written as any user could, but for {@code MappedFiles}. */
    NPY(FACE, VOCABULARY);

    private static final Set<String> WORDS =
        Set.of(
            "DType",
            "DTypeNames",
            "Complex",
            "Order",
            "OverflowPolicy",
            "NaNPolicy",
            "OverflowException",
            "NaNException",
            "PrintOptions");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so.
    private final Set<Wing> below;

    Wing(Wing... below) {
      this.below = Set.of(below);
    }

    boolean holds(JavaClass type) {
      String outermost = outermost(type).getSimpleName();
      return switch (this) {
        case VOCABULARY -> type.getPackageName().equals("org.cumulus") && WORDS.contains(outermost);
        case FACE -> type.getPackageName().equals("org.cumulus") && !WORDS.contains(outermost);
        case NPY -> type.getPackageName().equals("org.cumulus.npy");
        default -> type.getPackageName().equals(name(INSIDE));
      };
    }

    private String name(String prefix) {
      return prefix + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** What its {@code package-info} says for those who have only the tree. */
    String list() {
      return below.stream()
          .sorted()
          .map(
              wing ->
                  wing == VOCABULARY
                      ? "the vocabulary of {@code org.cumulus}"
                      : "{@code " + wing.name("") + "}")
          .collect(joining(", ", "May use: ", "."));
    }

    boolean mayUse(JavaClass used) {
      JavaClass type = used.getBaseComponentType();
      boolean isNamed = this == NPY && outermost(type).getSimpleName().equals("MappedFiles");
      return !type.getPackageName().startsWith("org.cumulus")
          || isNamed
          || holds(type)
          || below.stream().anyMatch(wing -> wing.holds(type));
    }
  }

  private static final JavaClasses ALL = new ClassFileImporter().importPath(compiled());

  private static Path compiled() {
    return Path.of(
        URI.create(Cumulus.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(WingsTest::outermost).orElse(type);
  }

  @ParameterizedTest
  @EnumSource
  void usesWhatIsBelow(Wing wing) {
    classes()
        .that(describe("are in " + wing, wing::holds))
        .should()
        .onlyDependOnClassesThat(describe("may be known there: " + wing.below, wing::mayUse))
        .check(ALL);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"VOCABULARY", "FACE", "NPY", "UNITS", "DIGITS"},
      mode = Mode.EXCLUDE)
  void saysWhatItMayUse(Wing wing) throws IOException {
    Path folder = Path.of("src/main/java", wing.name(INSIDE).split("\\."));
    String text = Files.readString(folder.resolve("package-info.java")).replaceAll("\\s+\\* ", " ");
    assertTrue(text.contains(wing.list()), () -> folder + ": " + wing.list());
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
  void theInsideDoesNotKnowTheFace() {
    noClasses()
        .that()
        .resideInAPackage(INSIDE + ".")
        .should()
        .dependOnClassesThat(describe("are of the face", Wing.FACE::holds))
        .check(ALL);
  }

  @Test
  void wingsAreFreeOfCycles() {
    slices().matching(INSIDE + "(**)").should().beFreeOfCycles().check(ALL);
  }

  /** Pairs of classes that cannot be without one another, and why. */
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("DType", "DTypeNames", "the constants of a type, and how they are written"),
          new Pair("Cast", "BoundedCast", "a cast of results, and the one within a range"),
          new Pair("RawRun", "PatchedRun", "a run, and the one that comes from two places"),
          new Pair("DifferenceLoop", "NarrowDifferenceLoop", "a loop, and those of short types"),
          new Pair("ArrayLike", "NestedArray", "an object, and what it is made up of"),
          new Pair("ElementText", "IntegerText", "the text of an element, and of a kind"),
          new Pair("ElementText", "ComplexText", "the text of an element, and of a kind"));

  private record Pair(String one, String other, String why) {
    DescribedPredicate<JavaClass> is(String name) {
      return describe(why, type -> outermost(type).getSimpleName().equals(name));
    }
  }

  @ParameterizedTest
  @EnumSource
  void classesOfAWingAreFreeOfCycles(Wing wing) {
    SliceRule rule = slices().assignedFrom(new ByClass(wing::holds)).should().beFreeOfCycles();
    for (Pair pair : PAIRS) {
      rule =
          rule.ignoreDependency(pair.is(pair.one), pair.is(pair.other))
              .ignoreDependency(pair.is(pair.other), pair.is(pair.one));
    }
    rule.allowEmptyShould(true).check(ALL);
  }

  @Test
  void foreignMemoryIsKnownWhereBytesAre() {
    noClasses()
        .that(
            resideOutsideOfPackage(INSIDE + "memory")
                .and(resideOutsideOfPackage("org.cumulus.npy"))
                .and(not("Elements", "ArrayLike", "NDArray")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.foreign")
        .check(ALL);
  }

  @Test
  void kernelsSeeArrays() {
    noClasses()
        .that()
        .resideInAPackage(INSIDE + "kernels..")
        .should()
        .dependOnClassesThat(named("View", "Memory"))
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage(INSIDE + "kernels..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.cumulus.DType")
        .check(ALL);
  }

  @Test
  void threadsAreMadeInTwoClasses() {
    noClasses()
        // Memory asks who may use it by a thread that never runs.
        .that(not("Crew", "Relay", "Memory"))
        .should()
        .dependOnClassesThat(
            describe(
                "are threads or pools of them",
                type ->
                    type.isAssignableTo(Thread.class)
                        || type.isAssignableTo(Executor.class)
                        || type.isAssignableTo(ForkJoinTask.class)
                        || type.isAssignableTo(CompletableFuture.class)
                        || type.isEquivalentTo(Executors.class)
                        || type.isEquivalentTo(Timer.class)
                        || type.isAssignableTo(LockSupport.class)))
        .check(ALL);
  }

  @Test
  void hiddenClassesAreDefinedInOne() {
    noClasses()
        .that(not("HiddenClass"))
        .should()
        .callMethodWhere(
            describe(
                "a hidden class is defined",
                call ->
                    call.getTargetOwner().isEquivalentTo(MethodHandles.Lookup.class)
                        && call.getName().startsWith("defineHiddenClass")))
        .check(ALL);
  }

  @Test
  void vectorsAreKnownInOnePackageAndNamedByAString() {
    noClasses()
        .that()
        .resideOutsideOfPackage(INSIDE + "kernels.simd")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .check(ALL);
    noClasses()
        .that(not("Vectors"))
        .should()
        .callMethod(Class.class, "forName", String.class)
        .check(ALL);
  }

  @Test
  void twoPackagesAreExported() {
    Set<String> exported =
        ModuleFinder.of(compiled())
            .find("org.cumulus")
            .orElseThrow()
            .descriptor()
            .exports()
            .stream()
            .map(Exports::source)
            .collect(toSet());
    assertEquals(Set.of("org.cumulus", "org.cumulus.npy"), exported);
  }

  @Test
  void everyPackageSaysWhatItDoesNotKnow() {
    Set<String> packages = ALL.stream().map(JavaClass::getPackageName).collect(toSet());
    packages.remove("");
    Set<String> silent = new TreeSet<>(packages);
    ALL.stream()
        .filter(type -> type.getSimpleName().equals("package-info"))
        .forEach(type -> silent.remove(type.getPackageName()));
    assertEquals(Set.of(), silent);
  }

  /** Files that are written by hand: what the build makes from one of them says nothing new. */
  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/test/java"})
  void aPackageCanBeTakenInAtAGlance(String sources) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(sources))) {
      files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
          .collect(groupingBy(Path::getParent, counting()))
          .forEach((name, count) -> assertTrue(count <= 26, name + " has " + count + " files"));
    }
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    List<String> simple = List.of(names);
    return describe(
        "are " + simple,
        type ->
            type.getPackageName().startsWith("org.cumulus")
                && simple.contains(outermost(type).getSimpleName()));
  }

  private static DescribedPredicate<JavaClass> not(String... names) {
    return DescribedPredicate.not(named(names));
  }
}
