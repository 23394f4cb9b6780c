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
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes rules of plain predicates, so that each rule is one sentence of code. */
final class Conditions {
  private Conditions() {}

  /** No class that is meant depends on one that is forbidden to it. */
  static ArchRule sees(Predicate<JavaClass> meant, BiPredicate<JavaClass, JavaClass> forbidden) {
    return each(
        meant,
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> forbidden.test(type, target(dependency)))
                .map(Dependency::getDescription));
  }

  /** No class that is meant calls, refers to or touches this. */
  static ArchRule touches(Predicate<JavaClass> meant, Predicate<JavaAccess<?>> forbidden) {
    return each(
        meant,
        type ->
            type.getAccessesFromSelf().stream().filter(forbidden).map(JavaAccess::getDescription));
  }

  /** No class that is meant has faults. */
  static ArchRule each(Predicate<JavaClass> meant, Function<JavaClass, Stream<String>> faults) {
    return classes()
        .that(DescribedPredicate.describe("are meant", meant))
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

  /** What a dependency is on; of an array, what it holds. */
  private static JavaClass target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }

  /** Whether a type lies in one of these packages or below. */
  static boolean isIn(JavaClass type, Iterable<String> packages) {
    for (var name : packages) {
      if (type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".")) {
        return true;
      }
    }
    return false;
  }
}
