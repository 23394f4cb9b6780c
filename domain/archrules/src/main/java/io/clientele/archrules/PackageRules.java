package io.clientele.archrules;

import static io.clientele.archrules.Conditions.each;
import static io.clientele.archrules.Conditions.isGenerated;
import static io.clientele.archrules.Conditions.isIn;
import static io.clientele.archrules.Conditions.outermost;
import static io.clientele.archrules.Conditions.together;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules for small packages and signatures without cycles. Immutable; each method but {@link #check}
 * returns other rules. Generated classes are not checked: those with an annotation that is kept in
 * the class file and whose name ends in {@code Generated}.
 *
 * <table>
 *   <caption>The rules, by name</caption>
 *   <tr><td>{@code no-package-cycles}</td><td>packages depend on each other in one direction</td></tr>
 *   <tr><td>{@code no-class-cycles}</td><td>top-level types of one package depend on each other in one
 *       direction; nested types belong to their top-level type</td></tr>
 *   <tr><td>{@code small-packages}</td><td>a package has at most 20 top-level types, or {@link
 *       #typesMax}</td></tr>
 *   <tr><td>{@code few-parameters}</td><td>a method or constructor has at most 5 parameters, or {@link
 *       #parametersMax}; the components of a record are not counted</td></tr>
 * </table>
 */
public final class PackageRules {
  private static final int TYPES_MAX = 20;
  private static final int PARAMETERS_MAX = 5;

  private final List<String> roots;
  private final int typesMax;
  private final int parametersMax;
  private final RuleSelection selection;

  private PackageRules(
      List<String> roots, int typesMax, int parametersMax, RuleSelection selection) {
    this.roots = roots;
    this.typesMax = typesMax;
    this.parametersMax = parametersMax;
    this.selection = selection;
  }

  /** Creates rules for all packages under these roots, by full name. */
  public static PackageRules under(String... roots) {
    return new PackageRules(List.of(roots), TYPES_MAX, PARAMETERS_MAX, RuleSelection.ALL);
  }

  /** Sets the greatest number of top-level types of a package. */
  public PackageRules typesMax(int max) {
    return new PackageRules(roots, max, parametersMax, selection);
  }

  /** Sets the greatest number of parameters of a method or constructor. */
  public PackageRules parametersMax(int max) {
    return new PackageRules(roots, typesMax, max, selection);
  }

  /** Also checks test classes. */
  public PackageRules withTests() {
    return new PackageRules(roots, typesMax, parametersMax, selection.withTests());
  }

  /** Excludes these rules. */
  public PackageRules without(String... rules) {
    return new PackageRules(roots, typesMax, parametersMax, selection.without(named(), rules));
  }

  /** The rules that {@link #check} checks, by name, for other runners. */
  public Map<String, ArchRule> rules() {
    return selection.of(named());
  }

  /**
   * Checks all rules.
   *
   * @throws AssertionError with all violations, or with each root without a class
   */
  public void check(JavaClasses classes) {
    selection.check(classes, named(), this::faults);
  }

  private NamedRules named() {
    return new NamedRules()
        .add(
            "no-package-cycles",
            together(this::isChecked, this::packageCycles),
            "packages depend on each other in one direction",
            "move the types that need each other to one package, or invert one dependency by an"
                + " interface")
        .add(
            "no-class-cycles",
            together(this::isChecked, this::classCycles),
            "types of a package depend on each other in one direction",
            "nest a type that belongs to another in it, or hand over a value or an interface")
        .add(
            "small-packages",
            together(this::isChecked, this::largePackages),
            "a package has at most " + typesMax + " types",
            "split the package by purpose, or .typesMax(...)")
        .add(
            "few-parameters",
            each(this::isChecked, this::longSignatures),
            "a method has at most " + parametersMax + " parameters",
            "hand over a record, or .parametersMax(...)");
  }

  private List<String> faults(JavaClasses classes) {
    return roots.stream()
        .filter(
            root ->
                classes.stream()
                    .noneMatch(type -> isIn(type, List.of(root)) && !Parts.isPackageInfo(type)))
        .map(Parts::emptiness)
        .toList();
  }

  private boolean isChecked(JavaClass type) {
    return isIn(type, roots) && !Parts.isPackageInfo(type) && !isGenerated(type);
  }

  private Stream<String> packageCycles(List<JavaClass> types) {
    return Cycles.between(types, this::isChecked, JavaClass::getPackageName);
  }

  private Stream<String> classCycles(List<JavaClass> types) {
    return byPackage(types).entrySet().stream()
        .flatMap(
            entry ->
                Cycles.between(
                    entry.getValue(),
                    used -> isChecked(used) && used.getPackageName().equals(entry.getKey()),
                    type -> outermost(type).getName()));
  }

  private Stream<String> largePackages(List<JavaClass> types) {
    return byPackage(types).entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), topLevel(entry.getValue())))
        .filter(entry -> entry.getValue() > typesMax)
        .map(entry -> "Package " + entry.getKey() + " has " + entry.getValue() + " types");
  }

  private static long topLevel(List<JavaClass> types) {
    return types.stream().filter(JavaClass::isTopLevelClass).count();
  }

  private static Map<String, List<JavaClass>> byPackage(List<JavaClass> types) {
    return types.stream()
        .collect(
            Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.toList()));
  }

  private Stream<String> longSignatures(JavaClass type) {
    return type.getCodeUnits().stream()
        .filter(unit -> !type.isAnonymousClass() && !type.isLocalClass())
        .filter(unit -> parameters(type, unit) > parametersMax)
        .filter(unit -> !overridesForeign(type, unit))
        .map(unit -> unit.getDescription() + " has " + parameters(type, unit) + " parameters");
  }

  /**
   * Whether a method overrides one of a type outside the roots, which determines the parameters.
   */
  private boolean overridesForeign(JavaClass type, JavaCodeUnit unit) {
    return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
        .filter(ancestor -> !isIn(ancestor, roots))
        .flatMap(ancestor -> ancestor.getMethods().stream())
        .anyMatch(
            method ->
                method.getName().equals(unit.getName())
                    && method.getRawParameterTypes().size() == unit.getRawParameterTypes().size());
  }

  /**
   * The number of parameters in the source: the compiler adds an enum's name and ordinal, and an
   * outer instance.
   */
  private static int parameters(JavaClass type, JavaCodeUnit unit) {
    var all = unit.getRawParameterTypes().size();
    if (!unit.isConstructor()) {
      return all;
    }
    return type.isRecord() && isCanonical(type, unit)
        ? 0
        : type.isEnum() ? all - 2 : type.isInnerClass() ? all - 1 : all;
  }

  private static boolean isCanonical(JavaClass type, JavaCodeUnit constructor) {
    var components =
        type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .map(field -> field.getRawType().getName())
            .sorted()
            .toList();
    var parameters =
        constructor.getRawParameterTypes().stream().map(JavaClass::getName).sorted().toList();
    return components.equals(parameters);
  }
}
