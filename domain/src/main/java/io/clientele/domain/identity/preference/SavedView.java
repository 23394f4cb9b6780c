package io.clientele.domain.identity.preference;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.InvalidValue.Fault;
import io.clientele.domain.kernel.text.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The filters and the order of a list, saved under a name. The name prints masked: it is a person's
 * own words.
 *
 * @param list the list that it belongs to, such as {@code accounts}: 1 to 40 lower-case letters and
 *     hyphens
 * @param name one line of 1 to 60 characters
 * @param query the query of the list's address: up to 1,000 characters of a URI. It has no search
 *     text, no page and no open record
 */
public record SavedView(String list, String name, String query) {
  /** The parameters that a saved view must not have: a search text may name a client. */
  public static final Set<String> NEVER_SAVED = Set.of("q", "cursor", "open");

  private static final int NAME_MAX = 60;
  private static final Pattern LIST = Pattern.compile("[a-z][a-z-]{0,39}");
  private static final Pattern QUERY =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2}){0,1000}");

  /** Throws {@link InvalidValue} with all broken rules. */
  public SavedView {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(query, "query");
    var faults = new ArrayList<Fault>();
    if (!LIST.matcher(list).matches()) {
      faults.add(new Fault("list", "must be 1 to 40 lower-case letters and hyphens"));
    }
    try {
      name = TextRules.line("name", name, 1, NAME_MAX);
    } catch (InvalidValue broken) {
      faults.addAll(broken.faults());
    }
    if (!QUERY.matcher(query).matches()) {
      faults.add(new Fault("query", "must be the query of a URI of up to 1000 characters"));
    } else if (isForbidden(query)) {
      faults.add(new Fault("query", "must not have the parameters q, cursor and open"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
  }

  /** Returns what differs between the views of a list: names that differ in case are one. */
  String key() {
    return list + ' ' + name.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return list + ":***";
  }

  private static boolean isForbidden(String query) {
    return List.of(query.split("&", -1)).stream()
        .map(parameter -> parameter.split("=", 2)[0])
        .anyMatch(parameter -> NEVER_SAVED.contains(parameter) || parameter.indexOf('%') >= 0);
  }
}
