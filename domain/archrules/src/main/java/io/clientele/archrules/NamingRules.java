package io.clientele.archrules;

import static io.clientele.archrules.Conditions.each;
import static io.clientele.archrules.Conditions.isIn;
import static io.clientele.archrules.Conditions.together;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rules for names that say what a type is and not which pattern it follows. Immutable; each method
 * but {@link #check} returns other rules.
 *
 * <table>
 *   <caption>The rules, by name</caption>
 *   <tr><td>{@code no-generic-names}</td><td>no type name begins with Abstract, Base or Common, or has
 *       Impl, Service, UseCase, Port, Adapter, Manager, Helper, Util, DTO, VO, Entity, Mapper or
 *       Factory for a word after its first: {@code JdbcAccounts}, not {@code AccountRepositoryImpl}.
 *       As the first of several they are words like any other: {@code PortNumber}, {@code
 *       EntityTag}</td></tr>
 *   <tr><td>{@code null-marked}</td><td>every package has a {@code package-info} with {@code
 *       org.jspecify.annotations.NullMarked}; only after {@link #demandNullMarked}</td></tr>
 * </table>
 */
public final class NamingRules {
  private static final String GENERIC_NAMES = "no-generic-names";
  private static final String NULL_MARKED = "null-marked";
  private static final String NULL_MARKED_TYPE = "org.jspecify.annotations.NullMarked";

  private static final Set<String> HOLLOW_FIRST = Set.of("abstract", "base", "common");
  private static final Set<String> HOLLOW_LATER =
      Set.of(
          "impl", "service", "port", "adapter", "manager", "helper", "util", "dto", "vo", "entity",
          "mapper", "factory");
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

  private final String root;
  private final Set<String> exempt;
  private final RuleSelection selection;

  private NamingRules(String root, Set<String> exempt, RuleSelection selection) {
    this.root = root;
    this.exempt = exempt;
    this.selection = selection;
  }

  /** Creates rules for all packages under a root. */
  public static NamingRules under(String root) {
    return new NamingRules(root, Set.of(), new RuleSelection(Set.of(NULL_MARKED), false));
  }

  /** Allows any name in these packages and below, because frameworks expect their own words. */
  public NamingRules exceptIn(String... packages) {
    return new NamingRules(root, Set.of(packages), selection);
  }

  /** Requires that every package is null-marked. */
  public NamingRules demandNullMarked() {
    return new NamingRules(root, exempt, selection.with(NULL_MARKED));
  }

  /** Also checks test classes. */
  public NamingRules withTests() {
    return new NamingRules(root, exempt, selection.withTests());
  }

  /** Excludes these rules. */
  public NamingRules without(String... rules) {
    return new NamingRules(root, exempt, selection.without(named(), rules));
  }

  /** The rules that {@link #check} checks, by name, for other runners. */
  public Map<String, ArchRule> rules() {
    return selection.of(named());
  }

  /**
   * Checks all rules.
   *
   * @throws AssertionError with all violations, or with each named package without a class
   */
  public void check(JavaClasses classes) {
    selection.check(classes, named(), this::faults);
  }

  private List<String> faults(JavaClasses classes) {
    return Stream.concat(Stream.of(root), exempt.stream())
        .filter(name -> classes.stream().noneMatch(type -> isInhabitant(type, name)))
        .map(Parts::emptiness)
        .toList();
  }

  private NamedRules named() {
    return new NamedRules()
        .add(
            GENERIC_NAMES,
            each(
                type -> isIn(type, List.of(root)) && !isIn(type, exempt),
                type -> genericParts(type).map(part -> type.getDescription() + " is a " + part)),
            "names are specific",
            "name the type after its thing or role, such as JdbcAccounts, or"
                + " .exceptIn(\"full.name.of.the.package\")")
        .add(
            NULL_MARKED,
            together(
                type -> isInhabitant(type, root) && !isNullMarked(type), NamingRules::packages),
            "every package is null-marked",
            "add a package-info.java with @org.jspecify.annotations.NullMarked");
  }

  private static Stream<String> packages(List<JavaClass> types) {
    return types.stream()
        .map(JavaClass::getPackageName)
        .distinct()
        .map(name -> "Package " + name + " is not null-marked");
  }

  private static boolean isInhabitant(JavaClass type, String name) {
    return isIn(type, List.of(name)) && !Parts.isPackageInfo(type);
  }

  private static boolean isNullMarked(JavaClass type) {
    return type.getPackage().isAnnotatedWith(NULL_MARKED_TYPE);
  }

  private static Stream<String> genericParts(JavaClass type) {
    var words = BETWEEN_WORDS.split(type.getSimpleName());
    return IntStream.range(0, words.length).filter(i -> isHollow(words, i)).mapToObj(i -> words[i]);
  }

  private static boolean isHollow(String[] words, int index) {
    var word = words[index].toLowerCase(Locale.ROOT);
    var single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return index == 0 && HOLLOW_FIRST.contains(word)
        || (index > 0 || words.length == 1) && HOLLOW_LATER.contains(single)
        || word.equals("case") && index > 0 && words[index - 1].equalsIgnoreCase("use");
  }
}
