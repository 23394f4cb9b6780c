package io.clientele.application.views.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The log of one simulation: every fault, every call through a port with its result, and the
 * location of one view. Recorded only where it will be printed.
 */
final class SimulationTrace {
  /** Matches an id, of which the log shows the last four digits. */
  private static final Pattern NAME =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{8}(\\p{XDigit}{4})");

  private final boolean isKept;
  private final List<String> lines = new ArrayList<>();
  private final ThreadLocal<String> call = ThreadLocal.withInitial(() -> "");
  private String who = "";
  private Supplier<String> place = () -> "";
  private String lastPlace = "";

  private SimulationTrace(boolean isKept) {
    this.isKept = isKept;
  }

  static SimulationTrace kept() {
    return new SimulationTrace(true);
  }

  static SimulationTrace notKept() {
    return new SimulationTrace(false);
  }

  /** Records where a view is, whenever that changed. */
  void follow(Supplier<String> view) {
    place = view;
  }

  /** Names the process of the next entries. */
  void turnOf(Object someone) {
    if (isKept) {
      who = someone.toString();
    }
  }

  void tell(Supplier<String> what) {
    if (isKept) {
      lines.add(who + ": " + NAME.matcher(what.get()).replaceAll("$2"));
      var now = place.get();
      if (!now.equals(lastPlace)) {
        lines.add("    the view is " + now);
        lastPlace = now;
      }
    }
  }

  /** The call of this thread. */
  String call() {
    return call.get();
  }

  /** Returns a port that records each of its calls. */
  <P> P told(Class<P> port, P inner) {
    if (!isKept) {
      return inner;
    }
    var told =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, with) -> {
              var what = method.getName() + Arrays.toString(with == null ? new Object[0] : with);
              call.set(what);
              try {
                var answer = method.invoke(inner, with);
                tell(() -> what + " -> " + answer);
                return answer;
              } catch (InvocationTargetException end) {
                var thrown = Objects.requireNonNull(end.getCause());
                tell(() -> what + " -> " + thrown);
                throw thrown;
              }
            });
    return port.cast(told);
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
