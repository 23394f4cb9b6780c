-- Events are only ever appended.
GRANT SELECT, INSERT ON event TO ${role};
