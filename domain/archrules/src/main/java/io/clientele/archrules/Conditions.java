package io.clientele.archrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Builds rules from plain predicates and functions. */
final class Conditions {
  private Conditions() {}

  /** No matching class depends on a class that is forbidden to it. */
  static ArchRule sees(Predicate<JavaClass> matching, BiPredicate<JavaClass, JavaClass> forbidden) {
    return each(
        matching,
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> forbidden.test(type, target(dependency)))
                .map(Dependency::getDescription));
  }

  /** No matching class calls, refers to or reads what is forbidden. */
  static ArchRule touches(Predicate<JavaClass> matching, Predicate<JavaAccess<?>> forbidden) {
    return each(
        matching,
        type ->
            type.getAccessesFromSelf().stream().filter(forbidden).map(JavaAccess::getDescription));
  }

  /** No matching class has faults. */
  static ArchRule each(Predicate<JavaClass> matching, Function<JavaClass, Stream<String>> faults) {
    return classes()
        .that(DescribedPredicate.describe("match", matching))
        .should(
            new ArchCondition<>("have no fault") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                faults
                    .apply(type)
                    .distinct()
                    .forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
              }
            });
  }

  /** The matching classes have no collective faults, such as too many classes in one package. */
  static ArchRule together(
      Predicate<JavaClass> matching, Function<List<JavaClass>, Stream<String>> faults) {
    return classes()
        .that(DescribedPredicate.describe("match", matching))
        .should(
            new ArchCondition<>("have no fault together") {
              private final List<JavaClass> found = new ArrayList<>();

              @Override
              public void init(Collection<JavaClass> all) {
                found.clear();
                found.addAll(all);
              }

              @Override
              public void check(JavaClass type, ConditionEvents events) {}

              @Override
              public void finish(ConditionEvents events) {
                faults
                    .apply(found)
                    .forEach(fault -> events.add(SimpleConditionEvent.violated(found, fault)));
              }
            });
  }

  /** The top-level class that contains a class. */
  static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Conditions::outermost).orElse(type);
  }

  /**
   * Whether a class is generated: its top-level class has an annotation whose name ends in {@code
   * Generated}.
   */
  static boolean isGenerated(JavaClass type) {
    return outermost(type).getAnnotations().stream()
        .anyMatch(annotation -> annotation.getRawType().getSimpleName().endsWith("Generated"));
  }

  /** The class that a dependency is on; of an array, its component type. */
  static JavaClass target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }

  /** Whether a type is in one of these packages or below. */
  static boolean isIn(JavaClass type, Iterable<String> packages) {
    for (var name : packages) {
      if (type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".")) {
        return true;
      }
    }
    return false;
  }
}
