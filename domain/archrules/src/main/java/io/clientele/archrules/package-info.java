/**
 * Rules for a hexagon, to point at your own packages. Nothing is annotated and nothing of yours
 * changes: say which packages are which part, and run it in a test of any framework.
 *
 * <pre>{@code
 * var classes =
 *     new ClassFileImporter()
 *         .withImportOption(new ImportOption.DoNotIncludeTests())
 *         .importPackages("com.acme");
 *
 * // com.acme.domain <- com.acme.application <- com.acme.web, com.acme.db <- com.acme.bootstrap
 * Hexagon.under("com.acme", "web", "db").driven("db").check(classes);
 * CoreRules.under("com.acme").without("no-io").check(classes);
 * NamingRules.under("com.acme").exceptIn("com.acme.bootstrap").check(classes);
 * }</pre>
 *
 * <p>A check tells all violations of all its rules in one {@code AssertionError}, each under the
 * name of its rule; {@code without} takes a rule out by that name. A named package without a class
 * fails the check, for a misspelt rule would check nothing. Import what the packages know, too, if
 * it is in another jar and you name it a part.
 *
 * <p>Start at {@link io.clientele.archrules.Hexagon}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.archrules;
