package io.clientele.archrules;

import static io.clientele.archrules.Conditions.each;
import static io.clientele.archrules.Conditions.touches;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** The rules against the use of the environment: time, randomness, threads, input and output. */
final class Ambient {
  private static final String EXCEPT = "or .exceptFor(\"full.name.of.the.Type\")";
  private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");
  private static final Set<String> CONSOLE = Set.of("in", "out", "err");
  private static final Set<String> ENVIRONMENT =
      Set.of("getenv", "getProperty", "getProperties", "setProperty", "console", "exit", "load");
  private static final Set<String> INJECTED =
      Set.of("Inject", "Autowired", "Resource", "Value", "PersistenceContext", "EJB");

  private Ambient() {}

  static void addTo(NamedRules rules, Predicate<JavaClass> core) {
    rules.add(
        "no-ambient-time",
        touches(core, Ambient::isTime),
        "the core gets the time from a clock",
        "take an InstantSource by constructor, " + EXCEPT);
    rules.add(
        "no-ambient-chance",
        touches(core, Ambient::isChance),
        "the core gets its random generator",
        "take a RandomGenerator by constructor, " + EXCEPT);
    rules.add(
        "no-threads",
        touches(core, Ambient::isThread),
        "the core starts no thread",
        "take an Executor by constructor, or offer the work as a task, " + EXCEPT);
    rules.add(
        "no-static-state",
        each(core, StaticState::in),
        "the core keeps no static state",
        "copy a constant by List.copyOf, Set.copyOf or Map.copyOf, keep state in an object, "
            + EXCEPT);
    addOutside(rules, core);
  }

  private static void addOutside(NamedRules rules, Predicate<JavaClass> core) {
    rules.add(
        "no-io",
        each(core, type -> Stream.concat(Io.seenBy(type), Io.calledBy(type))),
        "the core does no input and output",
        "declare a port in the domain and implement it in an adapter, " + EXCEPT);
    rules.add(
        "no-environment",
        touches(core, Ambient::isEnvironment),
        "the core reads no environment and writes to no console",
        "take the value by constructor, " + EXCEPT);
    rules.add(
        "no-field-injection",
        each(core, Ambient::injectedMembers),
        "the core gets its dependencies by constructor",
        "inject the constructor, " + EXCEPT);
  }

  private static boolean isTime(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var name = access.getName();
    if (owner.isEquivalentTo(System.class)) {
      return name.equals("currentTimeMillis");
    }
    if (CLOCKS.contains(owner.getName())) {
      return name.startsWith("system")
          || name.startsWith("tick") && !takes(access, "java.time.Clock");
    }
    return owner.getPackageName().startsWith("java.time")
            && name.equals("now")
            && !takes(access, "java.time.Clock")
        || owner.getName().equals("java.util.Date") && isConstructor(access) && takesNothing(access)
        || owner.getName().equals("java.util.Calendar") && name.equals("getInstance");
  }

  private static boolean isChance(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return switch (access.getName()) {
      case "randomUUID" -> owner.getName().equals("java.util.UUID");
      case "random" -> owner.isEquivalentTo(Math.class) || owner.isEquivalentTo(StrictMath.class);
      case "shuffle" ->
          owner.getName().equals("java.util.Collections")
              && !takes(access, "java.util.Random")
              && !takes(access, "java.util.random.RandomGenerator");
      case "current" -> owner.isAssignableTo(RandomGenerator.class);
      case "of", "getDefault", "create" -> owner.getPackageName().equals("java.util.random");
      default ->
          isConstructor(access)
              && owner.isAssignableTo(RandomGenerator.class)
              && takesNothing(access);
    };
  }

  private static boolean isThread(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var name = access.getName();
    return owner.isAssignableTo(Thread.class)
            && (isConstructor(access) || name.startsWith("start") || name.startsWith("of"))
        || owner.isAssignableTo(Executor.class) && isConstructor(access)
        || owner.isEquivalentTo(Executors.class)
        || owner.getName().equals("java.util.Timer") && isConstructor(access)
        || name.equals("commonPool")
        || owner.getName().equals("java.util.concurrent.CompletableFuture")
            && name.endsWith("Async")
            && !takes(access, "java.util.concurrent.Executor")
        || name.equals("parallelStream")
        || name.equals("parallel") && owner.isAssignableTo(BaseStream.class);
  }

  private static boolean isEnvironment(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return owner.isEquivalentTo(System.class)
            && (access instanceof JavaCodeUnitAccess ? ENVIRONMENT : CONSOLE)
                .contains(access.getName())
        || access.getName().equals("printStackTrace") && owner.isAssignableTo(Throwable.class);
  }

  private static Stream<String> injectedMembers(JavaClass type) {
    return Stream.concat(type.getFields().stream(), type.getMethods().stream())
        .filter(Ambient::isInjected)
        .map(member -> member.getDescription() + " is injected");
  }

  private static boolean isInjected(HasAnnotations<?> member) {
    return member.getAnnotations().stream()
        .anyMatch(annotation -> INJECTED.contains(annotation.getRawType().getSimpleName()));
  }

  private static boolean isConstructor(JavaAccess<?> access) {
    return access.getName().equals("<init>");
  }

  private static boolean takesNothing(JavaAccess<?> access) {
    return access instanceof JavaCodeUnitAccess<?> call
        && call.getTarget().getRawParameterTypes().isEmpty();
  }

  private static boolean takes(JavaAccess<?> access, String type) {
    return access instanceof JavaCodeUnitAccess<?> call
        && call.getTarget().getRawParameterTypes().stream()
            .anyMatch(parameter -> parameter.getName().equals(type));
  }
}
