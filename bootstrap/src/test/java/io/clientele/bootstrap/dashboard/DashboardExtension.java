package io.clientele.bootstrap.dashboard;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one testbed that all classes of a test JVM share. It is closed after the last
 * class.
 */
public final class DashboardExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == DashboardTestbed.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.GLOBAL)
        .computeIfAbsent(
            DashboardTestbed.class, key -> new DashboardTestbed(), DashboardTestbed.class);
  }
}
