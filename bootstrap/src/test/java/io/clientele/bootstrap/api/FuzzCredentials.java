package io.clientele.bootstrap.api;

import io.clientele.apikit.fuzz.ApiFuzzer;
import io.clientele.testbed.service.AdminSession;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator, and an API key of each role; each comes again when it was shut out. */
final class FuzzCredentials implements ApiFuzzer.Callers {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int ACCOUNTS = 60;
  private static final int ADMIN = 0;
  private static final int CUSTOMER = 3;
  private static final List<String> KEYS = List.of("operator", "auditor");

  private final ServiceProcess service;
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final List<String> ids = new ArrayList<>();

  FuzzCredentials(ServiceProcess service) throws IOException, InterruptedException {
    this.service = service;
    tokens.add(signIn());
    for (var role : KEYS) {
      tokens.add(key(Map.of("name", role, "roles", List.of(role))));
    }
    tokens.add(customerKey());
    for (var i = 0; i < ACCOUNTS; i++) {
      ids.add(service.open("Client " + UUID.randomUUID()));
    }
    ids.add(created("/v1/api-keys", Map.of("name", "x", "roles", KEYS)).get("id").asString());
    var email = UUID.randomUUID() + "@example.com";
    var password = UUID.randomUUID().toString();
    var operator =
        Map.of("name", "x", "email", email, "password", password, "roles", List.of("auditor"));
    ids.add(created("/v1/operators", operator).get("id").asString());
  }

  /** What is there to be asked for. */
  List<String> ids() {
    return ids;
  }

  @Override
  public List<String> tokens() {
    return tokens;
  }

  @Override
  public synchronized void renew(int caller, String refused) {
    if (!tokens.get(caller).equals(refused)) {
      return;
    }
    try {
      tokens.set(
          caller,
          switch (caller) {
            case ADMIN -> signIn();
            case CUSTOMER -> customerKey();
            default -> key(Map.of("name", "x", "roles", List.of(KEYS.get(caller - 1))));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String signIn() throws IOException, InterruptedException {
    var admin =
        Map.of(
            "email", AdminSession.ADMIN.get("ADMIN_EMAIL"),
            "password", AdminSession.ADMIN.get("ADMIN_PASSWORD"));
    return created("/v1/sessions", admin).get("accessToken").asString();
  }

  private String customerKey() throws IOException, InterruptedException {
    var account = service.open("Client " + UUID.randomUUID());
    ids.add(account);
    return key(Map.of("name", "x", "roles", List.of("customer"), "accountId", account));
  }

  private String key(Map<String, Object> body) throws IOException, InterruptedException {
    return created("/v1/api-keys", body).get("key").asString();
  }

  private JsonNode created(String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    var answer = service.post(path, JSON.writeValueAsString(body));
    if (answer.statusCode() != 201) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
