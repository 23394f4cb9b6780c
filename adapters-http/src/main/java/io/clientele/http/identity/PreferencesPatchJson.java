package io.clientele.http.identity;

import io.clientele.domain.identity.preference.PreferenceChoice;
import io.clientele.domain.identity.preference.PreferredLanguage;
import io.clientele.domain.identity.preference.PreferredTheme;
import io.clientele.domain.identity.preference.SavedView;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a change of an operator's preferences: a merge patch (RFC 7396), in which null resets. */
final class PreferencesPatchJson {
  static final Set<String> MEDIA_TYPES = Set.of("application/json", "application/merge-patch+json");
  private static final String LANGUAGE = "language";
  private static final String THEME = "theme";
  private static final String PAGE_SIZE = "pageSize";
  private static final String COLUMNS = "columns";
  private static final String SAVED_VIEWS = "savedViews";
  private static final Set<String> KNOWN = Set.of(LANGUAGE, THEME, PAGE_SIZE, COLUMNS, SAVED_VIEWS);
  private static final Set<String> OF_A_VIEW = Set.of("list", "name", "query");

  private final JsonObjectReader members;

  private PreferencesPatchJson(JsonObjectReader members) {
    this.members = members;
  }

  /** Reads a body; throws a problem with all its faults. */
  static UnaryOperator<PreferenceChoice> of(JsonNode body) {
    var faults = new ValidationErrors();
    var read = new PreferencesPatchJson(JsonObjectReader.of(body, KNOWN, faults)).patch();
    faults.refuse();
    return read;
  }

  private UnaryOperator<PreferenceChoice> patch() {
    var language = members.optionalValue(LANGUAGE, PreferredLanguage::parse);
    var theme = members.optionalValue(THEME, PreferredTheme::parse);
    var size = members.integer(PAGE_SIZE, 1, PreferenceChoice.PAGE_MAX);
    var columns = columns();
    var views = savedViews();
    return stored ->
        new PreferenceChoice(
            members.has(LANGUAGE) ? language : stored.language(),
            members.has(THEME) ? theme : stored.theme(),
            members.has(PAGE_SIZE) ? pageSize(size) : stored.pageSize(),
            members.has(COLUMNS) ? columns : stored.columns(),
            members.has(SAVED_VIEWS) ? views : stored.savedViews());
  }

  private static @Nullable Integer pageSize(@Nullable Long size) {
    return size == null ? null : Math.toIntExact(size);
  }

  private @Nullable List<String> columns() {
    if (members.isAbsent(COLUMNS)) {
      return null;
    }
    var ids = members.texts(COLUMNS);
    try {
      return PreferenceChoice.columns(ids);
    } catch (InvalidValue broken) {
      members.fault(COLUMNS, broken.faults().getFirst().rule());
      return null;
    }
  }

  private List<SavedView> savedViews() {
    var node = members.node().path(SAVED_VIEWS);
    if (node.isArray() && node.isEmpty()) {
      return List.of();
    }
    var views =
        members.objects(SAVED_VIEWS, OF_A_VIEW, PreferenceChoice.VIEWS_MAX).stream()
            .map(PreferencesPatchJson::view)
            .filter(Objects::nonNull)
            .toList();
    try {
      return PreferenceChoice.savedViews(views);
    } catch (InvalidValue broken) {
      members.fault(SAVED_VIEWS, broken.faults().getFirst().rule());
      return List.of();
    }
  }

  private static @Nullable SavedView view(JsonObjectReader members) {
    var list = members.text("list");
    var name = members.text("name");
    var query = members.text("query");
    try {
      return list == null || name == null || query == null
          ? null
          : new SavedView(list, name, query);
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> members.fault(fault.field(), fault.rule()));
      return null;
    }
  }
}
