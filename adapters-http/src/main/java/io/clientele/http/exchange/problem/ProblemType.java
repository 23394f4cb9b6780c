package io.clientele.http.exchange.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The problem types that the service answers with, as their pages explain them. */
public enum ProblemType {
  INVALID_REQUEST(
      "400",
      "A part of the request breaks a rule.",
      "Correct what errors lists and send it again."),
  NOT_AUTHENTICATED(
      "401",
      "The request has no credentials, or credentials that do not hold.",
      "Sign in, or refresh the session, and send the request with the new access token."),
  NOT_ALLOWED(
      "403",
      "The caller is known, but its roles do not allow the request.",
      "Ask an administrator for a role that allows it."),
  PASSWORD_CHANGE_REQUIRED(
      "403",
      "An administrator has set the operator's password.",
      "Change the password with POST /v1/me/password first."),
  NO_SUCH_ACCOUNT(
      "404",
      "There is no account with this id that the caller may see.",
      "Check the id and the credentials of the request."),
  NO_SUCH_THING(
      "404",
      "There is no resource at this path, or none with this id that the caller may see.",
      "Check the path and the id."),
  ACCOUNT_CLOSED(
      "409", "The account is closed, and a closed account is final.", "Open another account."),
  EMAIL_TAKEN(
      "409",
      "Another account or operator that is not closed has this e-mail address.",
      "Use another address, or the account that has it."),
  TAX_ID_TAKEN(
      "409",
      "Another account that is not closed has this tax id.",
      "Check the tax id, or use the account that has it."),
  LAST_ADMIN(
      "409",
      "The change would leave the service without an administrator.",
      "Give the role to another operator first."),
  IDEMPOTENCY_IN_PROGRESS(
      "409",
      "A request with the same Idempotency-Key is still running.",
      "Send the request again after the seconds in Retry-After."),
  ASSET_DIFFERS(
      "409",
      "There is an asset of this code with another scale or kind.",
      "An asset never changes. Define another one with another code."),
  POCKET_EXISTS(
      "409",
      "The owner has a pocket of this asset and name.",
      "Use that pocket, or choose another name."),
  BELOW_FLOOR(
      "409",
      "The available amount of the pocket lies below the new floor.",
      "Choose a lower floor, or fill the pocket first."),
  POCKETS_NOT_EMPTY(
      "409",
      "A pocket to be closed, or a pocket of an account to be closed or erased," + " is not empty.",
      "Move its balance and settle its holds first."),
  POCKET_FROZEN(
      "409",
      "A pocket of the transfer is frozen. The refusal is remembered under the id.",
      "Send a transfer with a new id once the pocket is open again."),
  POCKET_CLOSED(
      "409", "A pocket is closed, and a closed pocket stays closed.", "Use another pocket."),
  HOLD_OVER(
      "409",
      "The hold has ended: it was captured or released, or it expired.",
      "Hold the amount again, with a new id."),
  NOT_REVERSIBLE(
      "409",
      "The parent is neither a posted transfer nor a capture.",
      "Release a hold; post a reversed transfer again."),
  SKU_TAKEN(
      "409",
      "There is a product of this SKU, or the ledger has an asset of its name.",
      "Use that product, or choose another SKU."),
  PRICE_OVERLAPS(
      "409",
      "Another price of the product is in force in a part of the period.",
      "Choose a period that begins after it, or ends before it."),
  BELOW_RESERVED(
      "409",
      "The correction would leave less of the product than orders reserve.",
      "Take away at most what is available, or cancel orders first."),
  NOT_STOCKED(
      "409", "The product is a service, which has no stock.", "Move stock of goods or assets."),
  PRICE_DIFFERS(
      "409",
      "There is another price of this asset, quote and instant.",
      "A price never changes. Record a price of a later instant."),
  TRANSFER_DIFFERS(
      "409",
      "Another transfer has this id.",
      "Use a new id for another transfer, and the same content for a repeated one."),
  FORK(
      "409",
      "The service does not have the position or the block that the request names: its data were"
          + " restored to an earlier state.",
      "Compare your data with the feed, and continue from nextCursor of a request with"
          + " after=end."),
  LIMIT_REACHED(
      "409",
      "There are as many things of this kind as there may be.",
      "Remove one, or wait until one is done."),
  EVENTS_GONE(
      "410",
      "Events after the position are no longer kept.",
      "Read the resources themselves, and continue from the position in first."),
  ACCOUNT_ERASED(
      "410",
      "The personal data of the account were removed.",
      "Remove the id from your own data; the account cannot be restored."),
  VERSION_MISMATCH(
      "412",
      "The account has changed since the version that If-Match names.",
      "Read the account again, and repeat the change with its new ETag."),
  IDEMPOTENCY_MISMATCH(
      "422",
      "The Idempotency-Key was used before with another body.",
      "Use a new key for a new request, and the same body for a repeated one."),
  INSUFFICIENT_BALANCE(
      "422",
      "The available amount of a pocket would fall below its floor. The refusal is remembered under"
          + " the id.",
      "Fill the pocket, and send the transfer with a new id."),
  ABOVE_REST(
      "422",
      "More is settled than the rest of a leg of the parent.",
      "Settle at most the rest, with a new id."),
  BALANCE_OVERFLOW(
      "422",
      "The balance of a pocket would have more than 38 digits.",
      "Use another pocket, with a new id."),
  ASSET_MISMATCH(
      "422",
      "A pocket of a leg holds another asset than the leg names.",
      "Correct the asset or the pocket that pointer names."),
  BATCH_REFUSED(
      "422",
      "A transfer of an atomic batch is refused, so nothing is booked and no id is remembered.",
      "Correct the transfers whose problem transfers tells, and send the batch again."),
  NO_SUCH_POCKET(
      "422",
      "There is no such pocket that the caller may use.",
      "Correct the pocket that pointer names."),
  RATE_LIMITED(
      "429",
      "The caller, or its address, sends more requests than its limit allows.",
      "Wait for the seconds in Retry-After; the RateLimit fields show what is left."),
  UNAVAILABLE(
      "503",
      "The service, or a part that it needs, cannot answer now.",
      "Send the request again after the seconds in Retry-After.");

  private final String status;
  private final String meaning;
  private final String remedy;

  ProblemType(String status, String meaning, String remedy) {
    this.status = status;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The type whose URI ends with this. */
  public static Optional<ProblemType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.uriName().equals(name)).findFirst();
  }

  /** The last part of the type's URI. */
  public String uriName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The HTTP status of answers with this type. */
  public String status() {
    return status;
  }

  /** Returns what the type means. */
  public String meaning() {
    return meaning;
  }

  /** Returns what a client can do about it. */
  public String remedy() {
    return remedy;
  }
}
