/**
 * JMH benchmarks of public classes. Benchmarks of package-private classes stand in the packages of
 * those classes.
 */
@NullMarked
package io.clientele.benchmark.micro;

import org.jspecify.annotations.NullMarked;
