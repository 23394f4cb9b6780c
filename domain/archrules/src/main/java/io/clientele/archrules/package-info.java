/**
 * Architecture rules for the packages of any project. They need no annotation and no change of the
 * checked code. A test of any framework names the packages and runs the rules:
 *
 * {@snippet file="io/clientele/archrules/DocumentedRulesTest.java" region="check" :
 * var classes = new ClassFileImporter().importPackages("com.acme");
 *
 * // com.acme.domain <- com.acme.application <- com.acme.web, com.acme.db <- com.acme.bootstrap
 * Hexagon.under("com.acme", "web", "db").driven("db").check(classes);
 *
 * // order may use client, in com.acme.domain.order as well as in com.acme.web.order
 * var map = ContextMap.read(Path.of("context-map.properties"));
 * ContextRules.of(map, "com.acme.domain", "com.acme.web").check(classes);
 *
 * CoreRules.under("com.acme").without("no-io").check(classes);
 * PackageRules.under("com.acme").typesMax(30).check(classes);
 * NamingRules.under("com.acme").exceptIn("com.acme.bootstrap").check(classes);
 * }
 *
 * <p>A check reports all violations of all its rules in one {@code AssertionError}: each rule by
 * its name, with the ways to cure its violations. {@code without} excludes a rule by that name. A
 * named package without a class fails the check, because a misspelt name checks nothing. Test
 * classes are not checked, unless {@code withTests} is called; {@code rules} leaves this to the
 * runner's import. If a part of the project is in another jar, import that jar too.
 *
 * <p>Uses ArchUnit. Start at {@link io.clientele.archrules.Hexagon}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.archrules;
