package org.cumulus.wings;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Predicate;

/** Each class with all that is nested in it is a slice. */
record ByClass(Predicate<JavaClass> holds) implements SliceAssignment {
  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    if (!holds.test(type)) {
      return SliceIdentifier.ignore();
    }
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return SliceIdentifier.of(outermost.getName());
  }

  @Override
  public String getDescription() {
    return "classes";
  }
}
