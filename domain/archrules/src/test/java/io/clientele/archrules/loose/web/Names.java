package io.clientele.archrules.loose.web;

/** Types with names to judge. */
@SuppressWarnings("unused")
final class Names {
  static class AccountServiceImpl {}

  static class AccountHelpers {}

  static class AbstractAccount {}

  static class BaseAccount {}

  static class AccountDTO {}

  static class CloseAccountUseCase {}

  static class AccountPortJdbc {}

  static class Service {}

  static class PortUnavailable {}

  static class EntityTag {}

  static class Database {}

  static class Report {}

  static class Basement {}

  static class Case {}

  private Names() {}
}
