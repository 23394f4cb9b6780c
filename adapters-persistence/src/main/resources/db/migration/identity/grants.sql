GRANT SELECT, INSERT, UPDATE, DELETE ON operator, session, session_token_used, api_key, sign_in_network, sign_in_place,
  operator_preference TO ${role};
