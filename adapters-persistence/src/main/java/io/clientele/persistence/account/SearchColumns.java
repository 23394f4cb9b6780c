package io.clientele.persistence.account;

import io.clientele.domain.account.Profile;
import io.clientele.domain.kernel.text.Folding;
import io.clientele.persistence.jdbc.TrigramText;

/**
 * The columns by which names and e-mails are sorted and searched. Stored data depend on them.
 *
 * @param name the folded name
 * @param email the folded e-mail
 * @param search both of them as {@link TrigramText#searchable} text
 */
record SearchColumns(String name, String email, String search) {
  static SearchColumns of(Profile profile) {
    return of(profile.name().value(), profile.email().value());
  }

  static SearchColumns of(String name, String email) {
    var foldedName = Folding.folded(name);
    var foldedEmail = Folding.folded(email);
    return new SearchColumns(
        foldedName,
        foldedEmail,
        TrigramText.searchable(foldedName) + " " + TrigramText.searchable(foldedEmail));
  }
}
