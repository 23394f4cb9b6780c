package io.clientele.archrules;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Finds static fields that can change: those that are not final, those of a mutable type, and
 * collections that the static initializer creates from a mutable class without a copy.
 */
final class StaticState {
  /** Interfaces that immutable collections implement: the value of such a field decides. */
  private static final Set<String> OPAQUE =
      Set.of(
          "java.lang.Iterable",
          "java.util.Collection",
          "java.util.List",
          "java.util.Map",
          "java.util.NavigableMap",
          "java.util.NavigableSet",
          "java.util.SequencedCollection",
          "java.util.SequencedMap",
          "java.util.SequencedSet",
          "java.util.Set",
          "java.util.SortedMap",
          "java.util.SortedSet");

  private static final List<String> MUTABLE =
      List.of(
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.ThreadLocal",
          "java.nio.Buffer",
          "java.text.Format",
          "java.util.BitSet",
          "java.util.Calendar",
          "java.util.Date",
          "java.util.Iterator",
          "java.util.Timer",
          "java.util.regex.Matcher");

  private static final Set<String> MUTABLE_COLLECTORS =
      Set.of("toCollection", "toConcurrentMap", "toList", "toMap", "toSet");

  private StaticState() {}

  static Stream<String> in(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(
            field ->
                !field.getModifiers().contains(JavaModifier.FINAL)
                    || canChange(field)
                    || holdsMutable(field))
        .map(field -> field.getDescription() + " can change");
  }

  /** Whether a field's type is mutable. A private array counts as a table of constants. */
  private static boolean canChange(JavaField field) {
    var type = field.getRawType();
    return type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE)
        || type.getPackageName().startsWith("java.util.concurrent") && !type.isEnum()
        || type.isAssignableTo(RandomGenerator.class)
        || MUTABLE.stream().anyMatch(type::isAssignableTo)
        || isMutableCollection(type);
  }

  private static boolean isMutableCollection(JavaClass type) {
    return (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class))
        && type.getPackageName().startsWith("java.util")
        && !OPAQUE.contains(type.getName());
  }

  /** Whether the static initializer creates a mutable collection for this field. */
  private static boolean holdsMutable(JavaField field) {
    if (!OPAQUE.contains(field.getRawType().getName())) {
      return false;
    }
    var made =
        field.getOwner().getStaticInitializer().stream()
            .flatMap(initializer -> making(initializer, field))
            .toList();
    return made.stream().anyMatch(StaticState::makesMutable)
        && made.stream().noneMatch(StaticState::freezes);
  }

  /** The accesses in the lines that assign a field: from the field assigned before, to its own. */
  private static Stream<JavaAccess<?>> making(JavaCodeUnit initializer, JavaField field) {
    var lines = new TreeSet<>(List.of(0));
    var to = 0;
    for (var access : initializer.getFieldAccesses()) {
      if (access.getAccessType() == AccessType.SET
          && access.getTargetOwner().equals(field.getOwner())) {
        lines.add(access.getLineNumber());
        to = access.getTarget().getName().equals(field.getName()) ? access.getLineNumber() : to;
      }
    }
    var last = to;
    var before = to == 0 ? 0 : lines.lower(to);
    return initializer.getAccessesFromSelf().stream()
        .filter(access -> !access.isDeclaredInLambda())
        .filter(access -> access.getLineNumber() > before && access.getLineNumber() <= last)
        .flatMap(access -> Stream.concat(Stream.of(access), inside(access, field.getOwner())));
  }

  /** The accesses in a method of the same class that the static initializer calls. */
  private static Stream<JavaAccess<?>> inside(JavaAccess<?> call, JavaClass owner) {
    return call.getTarget() instanceof AccessTarget.MethodCallTarget target
            && target.getOwner().equals(owner)
        ? target.resolveMember().stream().flatMap(method -> method.getAccessesFromSelf().stream())
        : Stream.empty();
  }

  private static boolean makesMutable(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return access.getName().equals("<init>") && isMutableCollection(owner)
        || owner.getName().equals("java.util.stream.Collectors")
            && MUTABLE_COLLECTORS.contains(access.getName())
        || owner.getName().equals("java.util.Arrays") && access.getName().equals("asList")
        || owner.getName().equals("java.util.Collections")
            && access.getName().startsWith("synchronized");
  }

  private static boolean freezes(JavaAccess<?> access) {
    var name = access.getName();
    return name.equals("copyOf")
        || name.startsWith("unmodifiable")
        || name.startsWith("toUnmodifiable");
  }
}
