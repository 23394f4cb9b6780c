package io.clientele.infra.component;

import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One sentence of an IAM policy. Immutable; its parts may be known later. */
public record PolicyStatement(Map<String, Object> parts) {
  public static final String ANY = "*";

  /** Actions on resources: strings, outputs, or a list of them. */
  public static PolicyStatement allow(Object resources, String... actions) {
    return of("Allow", resources, actions);
  }

  public static PolicyStatement deny(Object resources, String... actions) {
    return of("Deny", resources, actions);
  }

  /** A service of AWS may take the role. */
  public static PolicyStatement assumedBy(String service) {
    return new PolicyStatement(Map.of("Effect", "Allow", "Action", List.of("sts:AssumeRole")))
        .principal("Service", service);
  }

  private static PolicyStatement of(String effect, Object resources, String... actions) {
    return new PolicyStatement(
        Map.of("Effect", effect, "Action", List.of(actions), "Resource", resources));
  }

  public PolicyStatement principal(String kind, Object who) {
    return with("Principal", Map.of(kind, who));
  }

  public PolicyStatement anyPrincipal() {
    return with("Principal", ANY);
  }

  /** Only where a condition key is like the value. */
  public PolicyStatement condition(String operator, String key, Object value) {
    return condition(operator, Map.of(key, value));
  }

  /** Only where all of these are. */
  public PolicyStatement condition(String operator, Map<String, Object> tests) {
    var conditions = new LinkedHashMap<String, Object>();
    if (parts.get("Condition") instanceof Map<?, ?> before) {
      before.forEach((name, test) -> conditions.put(String.valueOf(name), test));
    }
    conditions.put(operator, tests);
    return with("Condition", conditions);
  }

  private PolicyStatement with(String part, Object value) {
    var all = new LinkedHashMap<>(parts);
    all.put(part, value);
    return new PolicyStatement(all);
  }

  /** The document of these. */
  public static Output<String> document(PolicyStatement... statements) {
    var bodies = List.of(statements).stream().map(PolicyStatement::parts).toList();
    return OutputJson.text(Map.of("Version", "2012-10-17", "Statement", bodies));
  }
}
