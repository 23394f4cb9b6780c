package io.clientele.application.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A value that must not be null is refused where it enters, by its name. */
class NullRefusalTest {
  @Test
  void eachComponentOfARecordRefusesNullByItsName() {
    var records = PublishedClasses.all().stream().filter(Class::isRecord).toList();
    assertThat(records).hasSizeGreaterThan(400);
    assertThat(records.stream().map(NullRefusalTest::canonical).flatMap(NullRefusalTest::accepted))
        .isEmpty();
  }

  @Test
  void eachArgumentOfAUseCaseRefusesNullByItsName() {
    var useCases =
        PublishedClasses.all().stream()
            .filter(type -> type.getPackageName().startsWith("io.clientele.application."))
            .filter(type -> !type.isRecord() && !Modifier.isAbstract(type.getModifiers()))
            .toList();
    assertThat(useCases).hasSizeGreaterThan(100);
    assertThat(
            useCases.stream()
                .<Constructor<?>>flatMap(type -> Arrays.stream(type.getConstructors()))
                .flatMap(NullRefusalTest::accepted))
        .isEmpty();
  }

  private static Constructor<?> canonical(Class<?> type) {
    try {
      var components = type.getRecordComponents();
      var types = Arrays.stream(components).<Class<?>>map(it -> it.getType());
      return type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each parameter that takes null, or refuses it without its name. */
  private static Stream<String> accepted(Constructor<?> constructor) {
    var parameters = constructor.getParameters();
    var samples =
        Arrays.stream(parameters).map(parameter -> Samples.of(parameter.getType())).toList();
    return IntStream.range(0, parameters.length)
        .filter(i -> !parameters[i].getType().isPrimitive())
        .filter(i -> !mayBeNull(constructor, i))
        .mapToObj(i -> accepted(constructor, samples, i))
        .flatMap(Optional::stream);
  }

  private static Optional<String> accepted(
      Constructor<?> constructor, List<Object> samples, int i) {
    var arguments = samples.toArray();
    arguments[i] = null;
    var name = constructor.getParameters()[i].getName();
    var failure = failure(constructor, arguments);
    var isNamed =
        (failure instanceof NullPointerException || failure instanceof IllegalArgumentException)
            && named(name).matcher(String.valueOf(failure.getMessage())).find();
    return isNamed
        ? Optional.empty()
        : Optional.of(constructor.getDeclaringClass().getName() + " " + name + ": " + failure);
  }

  private static Pattern named(String name) {
    return Pattern.compile("^" + Pattern.quote(name) + "\\b");
  }

  private static @Nullable Throwable failure(Constructor<?> constructor, Object... arguments) {
    try {
      constructor.setAccessible(true);
      constructor.newInstance(arguments);
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean mayBeNull(Constructor<?> constructor, int i) {
    // javac annotates a parameter of an array or a nested type by its component alone.
    var owner = constructor.getDeclaringClass();
    var type =
        owner.isRecord()
            ? owner.getRecordComponents()[i].getAnnotatedType()
            : constructor.getAnnotatedParameterTypes()[i];
    return isNullable(type)
        || type instanceof AnnotatedTypeVariable variable && isNullable(bounds(variable));
  }

  private static boolean isNullable(AnnotatedElement... types) {
    return Arrays.stream(types).anyMatch(type -> type.isAnnotationPresent(Nullable.class));
  }

  private static AnnotatedType[] bounds(AnnotatedTypeVariable variable) {
    var declared = (java.lang.reflect.TypeVariable<?>) variable.getType();
    return declared.getAnnotatedBounds();
  }
}
