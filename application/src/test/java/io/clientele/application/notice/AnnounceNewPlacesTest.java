package io.clientele.application.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions.Opened;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.notice.Mail;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import io.clientele.inmemory.identity.InMemorySessions;
import io.clientele.testkit.identity.IdentitySample;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnnounceNewPlacesTest {
  private final NoticeWorld world = new NoticeWorld();
  private final InMemorySessions sessions = new InMemorySessions(world.operators, world.changes);
  private final AnnounceNewPlaces announce =
      new AnnounceNewPlaces(sessions.places(), world.announceNotice);
  private final Random random = new Random(7);
  private final IdentitySample sample = new IdentitySample(7);

  @Test
  void onlyTheOperatorThatSignedInIsToldAndOnce() {
    var ada = operator("ada", NoticeLanguage.EN);
    operator("rui", NoticeLanguage.PT);
    signIn(ada);
    var session = signIn(ada);
    work();
    work();
    assertThat(world.mails.mails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.to().value()).isEqualTo("ada@example.com");
              assertThat(mail.subject()).isEqualTo("You signed in from a new place");
              assertThat(mail.body()).contains(session.toString());
            });
  }

  @Test
  void aSignInThatWasAnnouncedBeforeTheProcessDiedSendsNoSecondMail() {
    var ada = operator("ada", NoticeLanguage.PT);
    signIn(ada);
    signIn(ada);
    var unreported = sessions.places().unreported(9);
    new AnnounceNewPlaces(new Unreporting(unreported), world.announceNotice).announce();
    work();
    assertThat(world.mails.mails())
        .extracting(Mail::subject)
        .containsExactly("Você entrou de um lugar novo");
  }

  @Test
  void aSignInWaitsWhileTheStoreOfNoticesIsAway() {
    var ada = operator("ada", NoticeLanguage.EN);
    signIn(ada);
    signIn(ada);
    world.choices.startOutage();
    world.notices.startOutage();
    assertThatThrownBy(announce::announce).isInstanceOf(PortUnavailable.class);
    world.choices.endOutage();
    world.notices.endOutage();
    work();
    assertThat(world.mails.mails()).hasSize(1);
  }

  @Test
  void moreSignInsThanABatchAreAllAnnounced() {
    for (var i = 0; i < 5; i++) {
      var operator = operator("operator" + i, NoticeLanguage.EN);
      for (var j = 0; j < 26; j++) {
        signIn(operator);
      }
    }
    announce.announce();
    assertThat(sessions.places().unreported(9)).isEmpty();
    assertThat(world.tasks.figures(world.now).waiting()).isEqualTo(125);
  }

  private OperatorId operator(String name, NoticeLanguage language) {
    return world.operator(name, Role.OPERATOR, language, NoticeKind.NEW_SIGN_IN_PLACE);
  }

  /** Signs in from a place that is new. */
  private SessionId signIn(OperatorId operator) {
    world.now = world.now.plus(Duration.ofSeconds(1));
    var id = SessionId.of(world.now, random);
    var opened = Session.open(id, operator, world.by());
    var place = new SignInPlace(List.of(sample.secret().hash()));
    assertThat(sessions.open(opened, 1, sample.secret().hash(), place)).isEqualTo(Opened.OPENED);
    return id;
  }

  private void work() {
    announce.announce();
    world.work();
  }

  /** Places of a process that dies before it stores that a sign-in was reported. */
  private record Unreporting(List<NewSignIn> signIns) implements SignInPlaces {
    @Override
    public List<NewSignIn> unreported(int max) {
      return signIns;
    }

    @Override
    public void reported(SessionId session) {
      assertThat(signIns).extracting(NewSignIn::session).contains(session);
    }
  }
}
