package io.clientele.application.notice;

import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.domain.identity.session.SignInPlaces.NewSignIn;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeKind;
import java.util.List;
import java.util.Objects;

/**
 * Announces sign-ins from new places to the operators that signed in. Any number of instances may
 * run this at the same time, and a run that dies is repeated: an operator gets one notice of a
 * sign-in. Runs as a job, every few seconds.
 */
public final class AnnounceNewPlaces {
  private static final int BATCH_MAX = 100;

  private final SignInPlaces places;
  private final AnnounceNotice announceNotice;

  /** Announces the sign-ins of these places. */
  public AnnounceNewPlaces(SignInPlaces places, AnnounceNotice announceNotice) {
    this.places = Objects.requireNonNull(places, "places");
    this.announceNotice = Objects.requireNonNull(announceNotice, "announceNotice");
  }

  /** Announces all sign-ins that were not announced yet. */
  public void announce() {
    List<NewSignIn> found;
    do {
      found = places.unreported(BATCH_MAX);
      found.forEach(this::announce);
    } while (found.size() == BATCH_MAX);
  }

  private void announce(NewSignIn signIn) {
    var session = signIn.session().toString();
    announceNotice.announceTo(
        signIn.operator(),
        new Notice(
            NoticeKind.NEW_SIGN_IN_PLACE,
            NoticeKind.NEW_SIGN_IN_PLACE.text() + ":" + session,
            signIn.at(),
            session,
            ""));
    places.reported(signIn.session());
  }
}
