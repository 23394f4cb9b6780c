package io.clientele.archrules;

import static io.clientele.archrules.Conditions.each;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules for use cases. */
final class UseCases {
  private static final String EXCEPT = "or .withoutUseCasesIn(\"full.name.of.the.package\")";

  private UseCases() {}

  static void addTo(NamedRules rules, Predicate<JavaClass> application) {
    rules.add(
        "use-cases-are-final",
        each(application.and(UseCases::isUseCase), UseCases::open),
        "use cases and their fields are final",
        "declare the class and its fields final, and keep state in a port, " + EXCEPT);
    rules.add(
        "use-cases-do-one-thing",
        each(application.and(UseCases::isUseCase), UseCases::besideTheVerb),
        "a use case has one public method, the verb that its name begins with",
        "make each further public method a use case, or rename it: CloseAccount.close, " + EXCEPT);
    rules.add(
        "use-cases-name-their-outcomes",
        each(application.and(UseCases::isUseCase), UseCases::unnamed),
        "a use case returns no Optional: denied, absent and unfinished are cases of a sealed type",
        "return a sealed type with one case for each outcome, " + EXCEPT);
  }

  private static boolean isUseCase(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.isTopLevelClass()
        && !type.isInterface()
        && !type.isEnum()
        && !type.isRecord()
        && !type.isAssignableTo(Throwable.class)
        && type.getAllRawInterfaces().isEmpty();
  }

  private static Stream<String> open(JavaClass type) {
    var fields =
        type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
            .map(JavaField::getDescription)
            .map(field -> field + " is not final");
    return type.getModifiers().contains(JavaModifier.FINAL)
        ? fields
        : Stream.concat(Stream.of(type.getDescription() + " is not final"), fields);
  }

  private static Stream<String> besideTheVerb(JavaClass type) {
    var methods = type.getMethods().stream().filter(UseCases::isOffered).toList();
    return methods.isEmpty()
        ? Stream.of(type.getDescription() + " has no public method")
        : methods.stream()
            .filter(method -> !isVerbOf(type, method))
            .map(method -> method.getDescription() + " is not the verb");
  }

  private static Stream<String> unnamed(JavaClass type) {
    return type.getMethods().stream()
        .filter(UseCases::isOffered)
        .filter(method -> method.getRawReturnType().isEquivalentTo(Optional.class))
        .map(method -> method.getDescription() + " returns an Optional");
  }

  private static boolean isOffered(JavaMember method) {
    var modifiers = method.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC)
        && !modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  /** Whether the method is the verb of the type: {@code close} of {@code CloseAccount}. */
  private static boolean isVerbOf(JavaClass type, JavaMethod method) {
    var verb = method.getName();
    var name = type.getSimpleName();
    var capitalised = verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1);
    return name.startsWith(capitalised)
        && (name.length() == verb.length() || Character.isUpperCase(name.charAt(verb.length())));
  }
}
