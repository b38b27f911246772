// name: hosts
// question: Who hosts for whom?
// column: host: the supplier; it receives no data
// column: serves: whom it hosts for; empty where the text does not say
// column: agreement: reference of the agreement, newest version
// column: evidence: the sentence

MATCH (h:Organisation)-[r:HOSTS|HOSTS_WITHIN]->(s)
MATCH (n:Agreement {key: r.agreement}) WHERE n.newest
RETURN h.name AS host, CASE WHEN s:Organisation THEN s.name ELSE '' END AS serves, n.reference AS agreement,
  r.evidence AS evidence
ORDER BY host, serves, agreement, r.position
