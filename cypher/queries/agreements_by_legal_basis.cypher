// name: agreements_by_legal_basis
// question: How many agreements name each legal basis, and how many flows run under it?
// column: legal_basis: short code, or the wording where no code is known
// column: agreements: agreements whose list names it, newest versions
// column: flows: flows that run under it
// column: inferred: how many of these are known by inference only

MATCH (n:Agreement)-[:UNDER]->(l:LegalBasis) WHERE n.newest
WITH l, count(DISTINCT n.key) AS agreements
OPTIONAL MATCH (m:Agreement)-[:UNDER]->(l) WHERE m.newest AND l.code IN m.flow_bases
WITH l, agreements, collect(DISTINCT m.key) AS keys
OPTIONAL MATCH (:Organisation)-[f:FLOWS_TO]->(:Organisation) WHERE f.agreement IN keys AND l.code IN f.legal_basis
WITH l, agreements, count(f) AS flows, sum(CASE WHEN f.legal_basis_source = 'inferred' THEN 1 ELSE 0 END) AS inferred
RETURN l.code AS legal_basis, agreements, flows, inferred
ORDER BY agreements DESC, flows DESC, legal_basis
