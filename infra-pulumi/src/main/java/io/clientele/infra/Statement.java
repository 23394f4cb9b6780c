package io.clientele.infra;

import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One sentence of an IAM policy. Immutable; its parts may be known later. */
record Statement(Map<String, Object> parts) {
  static final String ANY = "*";

  /** Actions on resources: strings, outputs, or a list of them. */
  static Statement allow(Object resources, String... actions) {
    return of("Allow", resources, actions);
  }

  static Statement deny(Object resources, String... actions) {
    return of("Deny", resources, actions);
  }

  /** A service of AWS may take the role. */
  static Statement assumedBy(String service) {
    return new Statement(Map.of("Effect", "Allow", "Action", List.of("sts:AssumeRole")))
        .by("Service", service);
  }

  private static Statement of(String effect, Object resources, String... actions) {
    return new Statement(
        Map.of("Effect", effect, "Action", List.of(actions), "Resource", resources));
  }

  Statement by(String kind, Object who) {
    return with("Principal", Map.of(kind, who));
  }

  Statement byAnyone() {
    return with("Principal", ANY);
  }

  /** Only where a condition key is like the value. */
  Statement when(String operator, String key, Object value) {
    return when(operator, Map.of(key, value));
  }

  /** Only where all of these are. */
  Statement when(String operator, Map<String, Object> tests) {
    var conditions = new LinkedHashMap<String, Object>();
    if (parts.get("Condition") instanceof Map<?, ?> before) {
      before.forEach((name, test) -> conditions.put(String.valueOf(name), test));
    }
    conditions.put(operator, tests);
    return with("Condition", conditions);
  }

  private Statement with(String part, Object value) {
    var all = new LinkedHashMap<>(parts);
    all.put(part, value);
    return new Statement(all);
  }

  /** The document of these. */
  static Output<String> document(Statement... statements) {
    var bodies = List.of(statements).stream().map(Statement::parts).toList();
    return Json.text(Map.of("Version", "2012-10-17", "Statement", bodies));
  }
}
