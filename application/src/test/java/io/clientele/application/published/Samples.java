package io.clientele.application.published;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of any type that are not null and hold nothing: a constructor that checks its arguments
 * for null first gets no further with them.
 */
final class Samples {
  private static final Map<Class<?>, Object> PLAIN =
      Map.of(
          String.class, "text",
          List.class, List.of(),
          Set.class, Set.of(),
          Map.class, Map.of(),
          Optional.class, Optional.empty());

  private Samples() {}

  /** Returns a value of the type. */
  static Object of(Class<?> type) {
    if (PLAIN.containsKey(type)) {
      return PLAIN.get(type);
    }
    if (type.isPrimitive()) {
      return Array.get(Array.newInstance(type, 1), 0);
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isSealed() && Modifier.isAbstract(type.getModifiers())) {
      return of(type.getPermittedSubclasses()[0]);
    }
    return type.isInterface() ? silent(type) : unbuilt(type);
  }

  private static Object silent(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
  }

  /** An instance whose constructor did not run. The compiler warns of a direct call. */
  private static Object unbuilt(Class<?> type) {
    try {
      var unsafe = Class.forName("sun.misc.Unsafe");
      var field = unsafe.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      Method allocate = unsafe.getMethod("allocateInstance", Class.class);
      return allocate.invoke(field.get(null), type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no sample of " + type, e);
    }
  }
}
