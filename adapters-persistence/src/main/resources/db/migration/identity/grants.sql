GRANT SELECT, INSERT, UPDATE, DELETE ON operator, session, session_token_used, api_key, sign_in_network, operator_preference
  TO ${role};
