package io.clientele.application.views;

import io.clientele.domain.PortUnavailable;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sits between a caller and a real port: counts the calls, and lets a test do something before or
 * after those of one name. Whatever the test throws takes the place of the answer.
 */
final class Tap<P> implements InvocationHandler {
  private final Class<P> type;
  private final Map<String, Runnable> before = new HashMap<>();
  private final Map<String, Runnable> after = new HashMap<>();
  private final Map<String, AtomicInteger> calls = new HashMap<>();
  private final Map<String, Supplier<Optional<Object>>> instead = new HashMap<>();
  private Runnable everywhere = () -> {};
  private P port;

  private Tap(Class<P> type, P port) {
    this.type = type;
    this.port = port;
    Arrays.stream(type.getMethods())
        .forEach(method -> calls.put(method.getName(), new AtomicInteger()));
  }

  static <P> Tap<P> on(Class<P> type, P port) {
    return new Tap<>(type, port);
  }

  /** What callers get. */
  P port() {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
  }

  /** From now on another port stands behind the tap. */
  void leadTo(P other) {
    port = other;
  }

  void before(String call, Runnable then) {
    calls(call);
    before.put(call, then);
  }

  void after(String call, Runnable then) {
    calls(call);
    after.put(call, then);
  }

  /** Answers so, without asking the port, as long as there is an answer. */
  void instead(String call, Supplier<Optional<Object>> answer) {
    calls(call);
    instead.put(call, answer);
  }

  /** Before and after each call, whatever its name. */
  void everywhere(Runnable then) {
    everywhere = then;
  }

  /** From now on nothing happens but the calls themselves. */
  void calm() {
    before.clear();
    after.clear();
    instead.clear();
    everywhere = () -> {};
  }

  /** How often it was called. */
  int calls(String call) {
    var count = calls.get(call);
    if (count == null) {
      throw new IllegalArgumentException(type + " has no " + call);
    }
    return count.get();
  }

  /** Something that happens the first so many times and then no more. */
  static Runnable times(int times, Runnable then) {
    var left = new AtomicInteger(times);
    return () -> {
      if (left.getAndDecrement() > 0) {
        then.run();
      }
    };
  }

  /** An answer for the first call alone. */
  static Supplier<Optional<Object>> once(Object answer) {
    var isFirst = new AtomicBoolean(true);
    return () -> isFirst.getAndSet(false) ? Optional.of(answer) : Optional.empty();
  }

  /** What a caller gets whose question or answer is lost on the way. */
  static void lose() {
    throw new PortUnavailable("a tapped port", new IOException("lost on the way"));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    var name = method.getName();
    calls.computeIfAbsent(name, any -> new AtomicInteger()).incrementAndGet();
    everywhere.run();
    before.getOrDefault(name, () -> {}).run();
    try {
      var other = instead.getOrDefault(name, Optional::empty).get();
      var answer = other.isPresent() ? other.get() : method.invoke(port, arguments);
      after.getOrDefault(name, () -> {}).run();
      everywhere.run();
      return answer;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
