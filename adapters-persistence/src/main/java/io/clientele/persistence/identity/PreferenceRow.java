package io.clientele.persistence.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.preference.PreferenceChoice;
import io.clientele.domain.identity.preference.Preferences;
import io.clientele.domain.identity.preference.PreferredLanguage;
import io.clientele.domain.identity.preference.PreferredTheme;
import io.clientele.domain.identity.preference.SavedView;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of preferences: the values of its columns without the operator and the version. */
record PreferenceRow(List<@Nullable Object> values) {
  static final String COLUMNS =
      "operator_id, version, language, theme, page_size, columns, saved_views";

  private static final int VIEW_WIDTH = 3;

  static PreferenceRow of(Connection connection, PreferenceChoice choice) throws SQLException {
    var values = new ArrayList<@Nullable Object>();
    values.add(choice.language() == null ? null : choice.language().text());
    values.add(choice.theme() == null ? null : choice.theme().text());
    values.add(choice.pageSize());
    values.add(choice.columns() == null ? null : texts(connection, choice.columns().stream()));
    values.add(
        texts(
            connection,
            choice.savedViews().stream()
                .flatMap(view -> Stream.of(view.list(), view.name(), view.query()))));
    return new PreferenceRow(values);
  }

  /** Returns these values and more, as the parameters of a statement. */
  @Nullable Object[] with(Object... more) {
    return Stream.concat(values.stream(), Arrays.stream(more)).toArray();
  }

  static Preferences read(ResultSet row) throws SQLException {
    var language = row.getString("language");
    var theme = row.getString("theme");
    var columns = row.getArray("columns");
    return new Preferences(
        new OperatorId(row.getObject("operator_id", UUID.class)),
        new PreferenceChoice(
            language == null ? null : PreferredLanguage.parse(language),
            theme == null ? null : PreferredTheme.parse(theme),
            row.getObject("page_size", Integer.class),
            columns == null ? null : texts(columns),
            views(texts(row.getArray("saved_views")))),
        row.getLong("version"));
  }

  private static List<SavedView> views(List<String> texts) {
    var views = new ArrayList<SavedView>();
    for (var i = 0; i < texts.size(); i += VIEW_WIDTH) {
      views.add(new SavedView(texts.get(i), texts.get(i + 1), texts.get(i + 2)));
    }
    return views;
  }

  private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
