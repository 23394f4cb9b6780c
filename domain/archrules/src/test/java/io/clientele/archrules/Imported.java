package io.clientele.archrules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of what was imported once: an import takes longer than all rules. */
final class Imported {
  private Imported() {}

  /** The classes of these names; each must be there. */
  static JavaClasses only(JavaClasses all, Stream<String> names) {
    Set<String> wanted = names.collect(Collectors.toSet());
    var found =
        all.that(describe("are wanted", (JavaClass type) -> wanted.contains(type.getName())));
    assertThat(found).extracting(JavaClass::getName).containsExactlyInAnyOrderElementsOf(wanted);
    return found;
  }
}
