// name: identifiable_again
// question: Where does pseudonymised data become identifiable again?
// column: agreement: reference of the agreement, newest version
// column: sender: who passes the pseudonymised data on
// column: holder: who has it, and passes on identifiable data
// column: receiver: who receives it identifiable
// column: datasets: the data sets that both flows name; empty where one names none
// column: re_identification: whether the text states a re-identification
// column: evidence: the sentence of the second flow
// column: flow: its id

MATCH (n:Agreement) WHERE n.newest
MATCH (p:Organisation)-[:PARTY_TO]->(n)
WITH DISTINCT n, p
MATCH (a:Organisation)-[f:FLOWS_TO {agreement: n.key}]->(p)
WHERE f.identifiability IN ['pseudonymised', 'anonymised'] AND a.key <> p.key
MATCH (p)-[g:FLOWS_TO {agreement: n.key}]->(b:Organisation)
WHERE b.key <> p.key AND (g.identifiability = 'identifiable' OR g.kind = 're-identification')
  AND (f.lane IS NULL OR g.lane IS NULL OR f.lane = g.lane)
  AND (size(f.datasets) = 0 OR size(g.datasets) = 0 OR any(x IN f.datasets WHERE x IN g.datasets))
  AND (g.kind = 're-identification' OR size(g.unfitted) > 0)
RETURN DISTINCT n.reference AS agreement, a.name AS sender, p.name AS holder, b.name AS receiver,
  [x IN f.datasets WHERE x IN g.datasets] AS datasets, g.kind = 're-identification' AS re_identification,
  g.evidence AS evidence, g.key AS flow
ORDER BY agreement, flow, sender
