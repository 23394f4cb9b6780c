package io.clientele.archrules;

import static io.clientele.archrules.Conditions.each;
import static io.clientele.archrules.Conditions.isIn;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names that say what a thing is, not which pattern it follows. Immutable; each method but {@link
 * #check} gives other rules.
 *
 * <table>
 *   <caption>The rules, by name</caption>
 *   <tr><td>{@code no-hollow-names}</td><td>no type name begins with Abstract, Base or Common, or has
 *       Impl, Service, UseCase, Port, Adapter, Manager, Helper, Util, DTO, VO, Entity, Mapper or
 *       Factory for a word after its first: {@code JdbcAccounts}, not {@code AccountRepositoryImpl}.
 *       As the first of several they are words like any other: {@code PortNumber}, {@code
 *       EntityTag}</td></tr>
 *   <tr><td>{@code null-marked}</td><td>every package has a {@code package-info} with {@code
 *       org.jspecify.annotations.NullMarked}; only after {@link #demandNullMarked}</td></tr>
 * </table>
 */
public final class NamingRules {
  private static final String HOLLOW_NAMES = "no-hollow-names";
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
  private final Set<String> excluded;

  private NamingRules(String root, Set<String> exempt, Set<String> excluded) {
    this.root = root;
    this.exempt = exempt;
    this.excluded = excluded;
  }

  /** For all packages under a root. */
  public static NamingRules under(String root) {
    return new NamingRules(root, Set.of(), Set.of(NULL_MARKED));
  }

  /** Names are free in these packages and below, where frameworks expect their own words. */
  public NamingRules exceptIn(String... packages) {
    return new NamingRules(root, Set.of(packages), excluded);
  }

  /** Every package must be null-marked. */
  public NamingRules demandNullMarked() {
    var left = new TreeSet<>(excluded);
    left.remove(NULL_MARKED);
    return new NamingRules(root, exempt, left);
  }

  /** All rules but these. */
  public NamingRules without(String... rules) {
    return new NamingRules(root, exempt, named().excluding(excluded, rules));
  }

  /** The rules that {@link #check} checks, by name: for a runner of your own. */
  public Map<String, ArchRule> rules() {
    return named().without(excluded);
  }

  /**
   * Checks all rules.
   *
   * @throws AssertionError with all violations, or with each named package that holds no class
   */
  public void check(JavaClasses classes) {
    var faults =
        Stream.concat(Stream.of(root), exempt.stream())
            .filter(name -> classes.stream().noneMatch(type -> isInhabitant(type, name)))
            .map(Parts::emptiness)
            .toList();
    named().check(classes, excluded, faults);
  }

  private NamedRules named() {
    return new NamedRules()
        .add(
            HOLLOW_NAMES,
            each(
                type -> isIn(type, List.of(root)) && !isIn(type, exempt),
                type -> hollowParts(type).map(part -> type.getDescription() + " is a " + part)),
            "names say what a thing is")
        .add(
            NULL_MARKED,
            each(
                type -> isInhabitant(type, root) && !isNullMarked(type),
                type -> Stream.of("Package " + type.getPackageName() + " is not null-marked")),
            "every package is null-marked");
  }

  private static boolean isInhabitant(JavaClass type, String name) {
    return isIn(type, List.of(name)) && !Parts.isPackageInfo(type);
  }

  private static boolean isNullMarked(JavaClass type) {
    return type.getPackage().isAnnotatedWith(NULL_MARKED_TYPE);
  }

  private static Stream<String> hollowParts(JavaClass type) {
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
