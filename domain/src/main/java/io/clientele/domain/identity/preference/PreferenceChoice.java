package io.clientele.domain.identity.preference;

import io.clientele.domain.kernel.InvalidValue;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator chose. Immutable.
 *
 * @param language null for that of the browser
 * @param theme null for that of the device
 * @param pageSize how many rows a page of a list has, 1 to 200; null for the standard
 * @param columns the ids of the columns of the list of accounts, up to 20; null for the standard
 * @param savedViews up to 50, in the order of the operator; each list has a name once
 */
public record PreferenceChoice(
    @Nullable PreferredLanguage language,
    @Nullable PreferredTheme theme,
    @Nullable Integer pageSize,
    @Nullable List<String> columns,
    List<SavedView> savedViews) {
  /** The largest number of rows of a page. */
  public static final int PAGE_MAX = 200;

  /** The largest number of columns. */
  public static final int COLUMNS_MAX = 20;

  /** The largest number of saved views. */
  public static final int VIEWS_MAX = 50;

  /** What an operator has that chose nothing. */
  public static final PreferenceChoice NONE =
      new PreferenceChoice(null, null, null, null, List.of());

  private static final Pattern COLUMN = Pattern.compile("[A-Za-z]{1,40}");

  /** Throws {@link InvalidValue} for the first broken rule. */
  public PreferenceChoice {
    Objects.requireNonNull(savedViews, "savedViews");
    if (pageSize != null && (pageSize < 1 || pageSize > PAGE_MAX)) {
      throw new InvalidValue("pageSize", "must be a whole number from 1 to " + PAGE_MAX);
    }
    columns = columns == null ? null : columns(columns);
    savedViews = savedViews(savedViews);
  }

  /** Returns these columns; throws {@link InvalidValue} if they are not ids of columns. */
  public static List<String> columns(List<String> ids) {
    if (ids.size() > COLUMNS_MAX || !ids.stream().allMatch(id -> COLUMN.matcher(id).matches())) {
      throw new InvalidValue(
          "columns", "must list up to " + COLUMNS_MAX + " ids of 1 to 40 letters");
    }
    return List.copyOf(ids);
  }

  /** Returns these views; throws {@link InvalidValue} if they are too many, or share a name. */
  public static List<SavedView> savedViews(List<SavedView> views) {
    if (views.size() > VIEWS_MAX) {
      throw new InvalidValue("savedViews", "must list up to " + VIEWS_MAX + " views");
    }
    var keys = new HashSet<String>();
    for (var view : views) {
      if (!keys.add(view.key())) {
        throw new InvalidValue("savedViews", "must not have two views of one name in a list");
      }
    }
    return List.copyOf(views);
  }
}
