package io.clientele.bootstrap.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which context owns which table, and which SQL view it publishes. The owner is the folder whose
 * migration creates the table. Keywords are expected in capitals and names in small letters, as in
 * all SQL of the project.
 */
final class TableOwnership {
  /** Packages that serve all contexts. Any context may read their tables, and none may write. */
  private static final Set<String> SHARED = Set.of("kernel", "change", "crypto", "jdbc");

  /** Tables that a folder made before they had their present owner. */
  private static final Map<String, String> ADOPTED =
      Map.of("subject_key", "crypto", "view_rank", "account");

  /** The change store alone appends to these, so that no context can forget it. */
  private static final Map<String, Set<String>> APPENDED =
      Map.of("change", Set.of("audit_entry", "audit_pending_2", "audit_pending_batch", "event"));

  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
  private static final Pattern CREATED =
      Pattern.compile(
          "CREATE (?:UNLOGGED )?(?:OR REPLACE )?(TABLE|VIEW|MATERIALIZED VIEW) "
              + "(?:IF NOT EXISTS )?([a-z_0-9]+)");
  private static final Pattern RENAMED =
      Pattern.compile("ALTER (?:TABLE|VIEW) [a-z_0-9]+ RENAME TO ([a-z_0-9]+)");
  private static final Pattern LOCAL =
      Pattern.compile(
          "([a-z_0-9]+)(?:\\s*\\([^()]*\\))?\\s+AS\\s+(?:NOT\\s+)?(?:MATERIALIZED\\s+)?\\(");

  private static final String NAME = "[a-z_0-9]+(?:\\s+(?:AS\\s+)?[a-z_0-9]+)?";
  private static final Pattern USED =
      Pattern.compile(
          "\\b(DELETE\\s+FROM|FROM|JOIN|INTO|UPDATE|TRUNCATE|ALTER\\s+TABLE|TABLE|VIEW|USING|ONLY"
              + "|REFERENCES|OF|GRANT[^;]*?\\sON|TRIGGER[^;]*?\\sON|INDEX[^;]*?\\sON)\\s+("
              + NAME
              + "(?:\\s*,\\s*"
              + NAME
              + ")*)");
  private static final Pattern WRITE =
      Pattern.compile("(DELETE\\s+FROM|INTO|UPDATE|TRUNCATE|ALTER\\s+TABLE)");
  private static final Pattern WORD = Pattern.compile("[a-z_0-9]*_[a-z_0-9]*");

  private final Map<String, String> owners = new HashMap<>();
  private final Set<String> published = new TreeSet<>();
  private final Map<String, Set<String>> contextMap;

  /**
   * @param contextMap the contexts that each context may use
   */
  TableOwnership(List<SqlText> migrations, Map<String, Set<String>> contextMap) {
    this.contextMap = contextMap;
    for (var migration : migrations) {
      var sql = COMMENT.matcher(migration.text()).replaceAll("");
      CREATED.matcher(sql).results().forEach(created -> add(migration.user(), created));
      RENAMED.matcher(sql).results().forEach(to -> owners.put(to.group(1), migration.user()));
    }
    owners.putAll(ADOPTED);
  }

  private void add(String context, MatchResult created) {
    var name = created.group(2);
    owners.put(name, context);
    if (!created.group(1).equals("TABLE") && name.contains("_published_")) {
      published.add(name);
    }
  }

  /** The tables and views by their owner. */
  Map<String, String> owners() {
    return Map.copyOf(owners);
  }

  /** Returns each table of another context that this text must not use, with the reason. */
  Set<String> violations(SqlText text) {
    var sql = COMMENT.matcher(text.text()).replaceAll("");
    var local = LOCAL.matcher(sql).results().map(name -> name.group(1)).collect(Collectors.toSet());
    var found = new TreeSet<String>();
    USED.matcher(sql)
        .results()
        .forEach(
            use -> {
              var writes = WRITE.matcher(use.group(1)).matches();
              for (var name : use.group(2).split("\\s*,\\s*")) {
                check(text.user(), name.split("\\s")[0], writes, local, found);
              }
            });
    // A name with an underscore is no word of English: every occurrence counts.
    WORD.matcher(sql)
        .results()
        .forEach(word -> check(text.user(), word.group(), false, local, found));
    return found;
  }

  private void check(
      String user, String name, boolean writes, Set<String> local, Set<String> found) {
    var owner = owners.get(name);
    if (owner == null || owner.equals(user) || local.contains(name)) {
      return;
    }
    if (APPENDED.getOrDefault(user, Set.of()).contains(name)) {
      return;
    }
    if (writes) {
      found.add(user + " writes " + name + " of " + owner);
    } else if (!mayRead(user, name, owner)) {
      found.add(user + " reads " + name + " of " + owner);
    }
  }

  private boolean mayRead(String user, String name, String owner) {
    return SHARED.contains(owner)
        || published.contains(name) && contextMap.getOrDefault(user, Set.of()).contains(owner);
  }
}
