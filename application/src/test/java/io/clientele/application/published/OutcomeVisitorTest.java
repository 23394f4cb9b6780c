package io.clientele.application.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.account.AccountOutcome;
import io.clientele.domain.account.Accounts;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each sealed result of a use case or of a port has a visitor with one method for each case: Java
 * 17 has no exhaustive switch over sealed types.
 */
class OutcomeVisitorTest {
  private static final Set<Class<?>> RESULTS =
      PublishedClasses.all().stream()
          .filter(OutcomeVisitorTest::isUseCaseOrPort)
          .flatMap(type -> Arrays.stream(type.getMethods()))
          .filter(method -> method.getDeclaringClass() != Object.class)
          .flatMap(method -> types(method.getGenericReturnType()))
          .filter(type -> type.isSealed() && type.isInterface())
          .collect(Collectors.toUnmodifiableSet());

  @Test
  void theResultsOfUseCasesAndPortsAreFound() {
    assertThat(RESULTS)
        .contains(AccountOutcome.class, Accounts.Found.class, Accounts.Saved.class)
        .hasSizeGreaterThan(45);
  }

  @Test
  void eachResultHasAVisitorOfItsCases() {
    assertThat(RESULTS)
        .allSatisfy(
            result ->
                assertThat(visited(result))
                    .containsExactlyInAnyOrder(result.getPermittedSubclasses()));
  }

  @Test
  void eachCaseCallsItsMethodOfTheVisitorAndReturnsItsResult() throws ReflectiveOperationException {
    for (var result : RESULTS) {
      for (var each : result.getPermittedSubclasses()) {
        var sample = Samples.of(each);
        assertThat(accepted(result, sample)).as(each.getName()).isEqualTo(List.of(each, sample));
      }
    }
  }

  /** The parameter of the called method and its argument. */
  private static Object accepted(Class<?> result, Object sample)
      throws ReflectiveOperationException {
    var visitor = visitor(result);
    InvocationHandler calls =
        (proxy, method, arguments) -> List.of(method.getParameterTypes()[0], arguments[0]);
    var visiting =
        Proxy.newProxyInstance(visitor.getClassLoader(), new Class<?>[] {visitor}, calls);
    return result.getMethod("accept", visitor).invoke(sample, visiting);
  }

  private static Stream<Class<?>> visited(Class<?> result) {
    return Arrays.stream(visitor(result).getMethods()).map(OutcomeVisitorTest::parameter);
  }

  private static Class<?> parameter(Method method) {
    assertThat(method.getParameterTypes()).hasSize(1);
    return method.getParameterTypes()[0];
  }

  private static Class<?> visitor(Class<?> result) {
    return Arrays.stream(result.getDeclaredClasses())
        .filter(nested -> nested.getSimpleName().equals("Visitor"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(result.getName() + " has no visitor"));
  }

  private static boolean isUseCaseOrPort(Class<?> type) {
    var name = type.getPackageName();
    var isUseCase =
        name.startsWith("io.clientele.application.")
            && Modifier.isFinal(type.getModifiers())
            && !type.isRecord();
    return isUseCase
        || name.startsWith("io.clientele.domain.") && type.isInterface() && !type.isSealed();
  }

  /** The type and the types of its arguments. */
  private static Stream<Class<?>> types(Type type) {
    if (type instanceof Class<?> plain) {
      return Stream.of(plain);
    }
    if (type instanceof GenericArrayType array) {
      return types(array.getGenericComponentType());
    }
    return type instanceof ParameterizedType generic
        ? Stream.concat(
            types(generic.getRawType()),
            Arrays.stream(generic.getActualTypeArguments()).flatMap(OutcomeVisitorTest::types))
        : Stream.empty();
  }
}
