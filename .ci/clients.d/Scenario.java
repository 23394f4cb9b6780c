import java.nio.file.Files;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AccessApi;
import org.openapitools.client.api.AccountsApi;
import org.openapitools.client.model.AccountCreation;
import org.openapitools.client.model.Credentials;
import org.openapitools.client.model.ImportedLine;
import org.openapitools.client.model.Problem;

/**
 * Uses the generated Java client against a running service. Arguments: address, e-mail, password.
 */
public final class Scenario {
  private Scenario() {}

  public static void main(String[] args) throws Exception {
    var client = new ApiClient();
    client.updateBaseUri(args[0]);
    var credentials = new Credentials().email(args[1]).password(args[2]);
    var tokens = new AccessApi(client).signIn(credentials, null, null);
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + tokens.getAccessToken()));
    accounts(client, new AccountsApi(client));
  }

  private static void accounts(ApiClient client, AccountsApi accounts) throws Exception {
    var email = UUID.randomUUID() + "@example.com";
    var profile = new AccountCreation().name("Ada Lovelace").email(email);
    var opened = accounts.openAccount(profile, null, null, null, null);
    var viewed = accounts.viewAccount(opened.getId(), null, null, null, null);
    check(viewed.equals(opened), "the viewed account is the opened account");
    var page = accounts.listAccounts(null, 10, null, null, null, email, null, null, null, null);
    check(page.getData().contains(opened), "the list contains the opened account");

    var line = "{\"name\":\"Grace Hopper\",\"email\":\"" + UUID.randomUUID() + "@example.com\"}\n";
    var rows = Files.readAllLines(accounts.importAccounts(line, null, false, null).toPath());
    var row = client.getObjectMapper().readValue(rows.get(0), ImportedLine.class);
    check(row.getStatus().getValue() == 201, "the line is imported");
    try {
      accounts.openAccount(profile, null, null, null, null);
      check(false, "a taken e-mail is refused");
    } catch (ApiException refused) {
      var problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
      check(refused.getCode() == 409, "the status is 409");
      check(
          problem.getType().toString().equals("/problems/email-taken"), "the problem has its type");
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("not true: " + what);
    }
  }
}
