// name: identifiable_without_s251
// question: Which identifiable flows have no section 251 support, stated or inferred?
// parameter: agreement (text, optional) only this agreement, without version; example: DARS-NIC-990001-A1B2C
// column: agreement: reference of the agreement, newest version
// column: source: who passes it on
// column: target: who receives it
// column: datasets: the data sets
// column: legal_basis: short codes; empty where none is known
// column: known: how the legal basis is known
// column: evidence: the sentence

MATCH (n:Agreement) WHERE n.newest AND ($agreement IS NULL OR n.reference = $agreement)
WITH collect(n.key) AS newest
MATCH (a:Organisation)-[f:FLOWS_TO {identifiability: 'identifiable'}]->(b:Organisation)
WHERE f.agreement IN newest AND NOT 's251' IN f.legal_basis
RETURN f.reference AS agreement, a.name AS source, b.name AS target, f.datasets AS datasets,
  f.legal_basis AS legal_basis, f.legal_basis_source AS known, f.evidence AS evidence
ORDER BY agreement, f.position
