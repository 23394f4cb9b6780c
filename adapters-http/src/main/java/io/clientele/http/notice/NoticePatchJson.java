package io.clientele.http.notice;

import io.clientele.application.notice.ChooseNotices.Request;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.notice.NoticeChoice;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change of an operator's notices: a merge patch (RFC 7396).
 *
 * @param kinds null to keep the stored ones
 * @param language null to keep the stored one
 */
record NoticePatchJson(@Nullable Set<NoticeKind> kinds, @Nullable NoticeLanguage language) {
  static final Set<String> MEDIA_TYPES = Set.of("application/json", "application/merge-patch+json");
  private static final String KINDS = "kinds";
  private static final String LANGUAGE = "language";

  /** Reads a body; throws a problem with all its faults. */
  static NoticePatchJson of(JsonNode body) {
    var faults = new ValidationErrors();
    var members = JsonObjectReader.of(body, Set.of(KINDS, LANGUAGE), faults);
    var kinds = members.has(KINDS) ? kinds(members) : null;
    var language = members.has(LANGUAGE) ? members.value(LANGUAGE, NoticeLanguage::parse) : null;
    faults.refuse();
    return new NoticePatchJson(kinds, language);
  }

  /** Returns the choice that this patch makes of a stored one. */
  Request over(NoticeChoice stored) {
    return new Request(
        kinds == null ? stored.kinds() : kinds, language == null ? stored.language() : language);
  }

  private static Set<NoticeKind> kinds(JsonObjectReader members) {
    var kinds = EnumSet.noneOf(NoticeKind.class);
    try {
      members.texts(KINDS).stream().map(NoticeKind::parse).forEach(kinds::add);
    } catch (InvalidValue unknown) {
      members.fault(KINDS, unknown.faults().getFirst().rule());
    }
    return kinds;
  }
}
