// name: identifiable_holders
// question: Who receives a data set identifiable, from whom, and under what?
// parameter: dataset (data set) the data set, as `flowgraph datasets` shows it; example: SUS
// column: holder: who receives it
// column: source: who passes it on
// column: agreement: reference of the agreement, newest version
// column: legal_basis: short codes
// column: known: how the legal basis is known
// column: purpose: what for; empty where unstated
// column: evidence: the sentence

MATCH (asked:Dataset) WHERE asked.known_as = $dataset OR asked.name = $dataset
OPTIONAL MATCH (asked)-[:CONTAINS]-(near:Dataset)
WITH collect(DISTINCT asked.name) + collect(DISTINCT near.name) AS names
MATCH (n:Agreement) WHERE n.newest AND any(x IN n.flow_datasets WHERE x IN names)
WITH names, collect(n.key) AS newest
MATCH (a:Organisation)-[f:FLOWS_TO {identifiability: 'identifiable'}]->(b:Organisation)
WHERE any(x IN f.datasets WHERE x IN names) AND f.agreement IN newest
RETURN b.name AS holder, a.name AS source, f.reference AS agreement, f.legal_basis AS legal_basis,
  f.legal_basis_source AS known, coalesce(f.purpose, '') AS purpose, f.evidence AS evidence
ORDER BY holder, source, agreement, f.position
