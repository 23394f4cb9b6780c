package io.clientele.bootstrap.account;

import io.clientele.domain.kernel.AccountId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ids in a list of erasures. A line is one id or several, plain or quoted, separated as in CSV;
 * or a line of the service's log; or blank; or a comment, which begins with {@code #}. A CSV file
 * may begin with a header: then the column {@code id} or {@code accountId} holds the ids, and other
 * columns hold none. Any other line is unreadable.
 *
 * @param unreadable the reason for each line, by its number
 * @param skipped blank lines, comments, a header and log lines of other events
 */
public record ErasureList(
    SortedSet<AccountId> ids, SortedMap<Integer, String> unreadable, int skipped) {
  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private static final Pattern ID = Pattern.compile(UUID);

  /** Text that was probably meant to be an id. */
  private static final Pattern LIKE_ID = Pattern.compile("[0-9a-f-]{20,}");

  private static final Pattern LOGGED = Pattern.compile("\\berased (" + UUID + ")(?![0-9a-f-])");
  private static final Pattern LOG_LINE =
      Pattern.compile("\\{\"(?:@timestamp|message|log\\.level)\":.*}");

  private static final Set<String> ID_COLUMNS = Set.of("id", "accountid", "account_id");
  private static final Pattern NAMES = Pattern.compile("[a-z][a-z0-9_ .]*");
  private static final int FAULTS_SHOWN_MAX = 1_000;
  private static final char UNQUOTED = '\0';

  /** Reads the bytes of a file: UTF-8, or UTF-16 with a byte order mark. */
  public static ErasureList read(byte[] file) {
    return new LineParser().read(file);
  }

  /** Parses the list line by line. */
  private static final class LineParser {
    private final SortedSet<AccountId> ids = new TreeSet<>();
    private final SortedMap<Integer, String> unreadable = new TreeMap<>();
    private int skipped;
    private int number;

    /** The position of the column of ids; null where the file has no header. */
    private @Nullable Integer idColumn;

    private boolean isFirst = true;

    ErasureList read(byte[] file) {
      text(file).lines().forEach(this::line);
      return new ErasureList(ids, unreadable, skipped);
    }

    /** Parses one line. Concatenated files have byte order marks in the middle. */
    private void line(String text) {
      number++;
      var line = text.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
      if (line.isEmpty()) {
        skipped += 1;
      } else if (line.startsWith("#")) {
        comment(line);
      } else if (!logged(line)) {
        cells(line);
      }
    }

    /** Rejects a comment that contains an id: it may be commented out by mistake. */
    private void comment(String line) {
      if (ID.matcher(line).find()) {
        unreadable.put(number, "is a comment that contains an id");
      } else {
        skipped += 1;
      }
    }

    private boolean logged(String line) {
      var erased = LOGGED.matcher(line);
      var isLogged = false;
      while (erased.find()) {
        isLogged = true;
        take(List.of(erased.group(1)));
      }
      if (!isLogged && LOG_LINE.matcher(line).matches()) {
        skipped += 1;
        return true;
      }
      return isLogged;
    }

    private void cells(String line) {
      var cells = split(line);
      var wasFirst = isFirst;
      isFirst = false;
      if (wasFirst && isHeader(cells)) {
        skipped += 1;
      } else if (idColumn != null) {
        take(idColumn < cells.size() ? List.of(cells.get(idColumn)) : List.of());
      } else {
        take(cells);
      }
    }

    /** All ids of a line, or none if any part of it may be an id that cannot be read. */
    private void take(List<String> cells) {
      var found = new ArrayList<AccountId>();
      for (var cell : cells) {
        var id = AccountId.find(cell);
        if (id.isPresent()) {
          found.add(id.get());
        } else if (ID.matcher(cell).matches()) {
          unreadable.put(number, "contains a UUID that is no id of an account");
          return;
        } else if (ID.matcher(cell).find() || LIKE_ID.matcher(cell).matches()) {
          unreadable.put(number, "contains an id that is not a separate field, or is incomplete");
          return;
        }
      }
      if (found.isEmpty()) {
        unreadable.put(number, "contains no id");
      }
      ids.addAll(found);
    }

    private boolean isHeader(List<String> cells) {
      if (!cells.stream().allMatch(cell -> NAMES.matcher(cell).matches())) {
        return false;
      }
      var columns = cells.stream().filter(ID_COLUMNS::contains).toList();
      idColumn = columns.size() == 1 ? cells.indexOf(columns.getFirst()) : null;
      return idColumn != null;
    }
  }

  /** The fields of a line; quotes may surround a field, and contain separators. */
  private static List<String> split(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quote = UNQUOTED;
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (quote != UNQUOTED ? c == quote : (c == '"' || c == '\'') && cell.isEmpty()) {
        quote = quote == UNQUOTED ? c : UNQUOTED;
      } else if (quote == UNQUOTED && (c == ',' || c == ';' || c == '\t' || c == '|')) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private static String text(byte[] file) {
    if (starts(file, 0xfe, 0xff) || starts(file, 0xff, 0xfe)) {
      return new String(file, StandardCharsets.UTF_16);
    }
    try {
      var from = starts(file, 0xef, 0xbb, 0xbf) ? 3 : 0;
      var bytes = ByteBuffer.wrap(file, from, file.length - from);
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      // Ids are ASCII, so that every line of another encoding is still read.
      return new String(file, StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean starts(byte[] file, int... with) {
    for (var i = 0; i < with.length; i++) {
      if (i >= file.length || Byte.toUnsignedInt(file[i]) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first unreadable lines with their reasons, without their content: it may be personal. */
  String faults() {
    var shown =
        unreadable.entrySet().stream()
            .limit(FAULTS_SHOWN_MAX)
            .map(line -> "line " + line.getKey() + " " + line.getValue())
            .collect(Collectors.joining("\n"));
    var more = unreadable.size() - FAULTS_SHOWN_MAX;
    return more > 0 ? shown + "\nand " + more + " lines more" : shown;
  }
}
