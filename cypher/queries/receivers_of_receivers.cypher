// name: receivers_of_receivers
// question: Who may come to hold what one organisation passes on, at the next hop and the one after?
// parameter: organisation (organisation) who passes on; example: NHS Digital
// column: hop: 1 or 2
// column: holder: who may come to hold it
// column: flows: by how many flows
// column: agreements: under how many agreements, newest versions

MATCH (a:Organisation) WHERE a.key = $organisation OR a.name = $organisation
MATCH (a)-[:PARTY_TO]->(n:Agreement) WHERE n.newest
WITH DISTINCT a, n
MATCH (a)-[f:FLOWS_TO {agreement: n.key}]->(b:Organisation) WHERE b.key <> a.key
WITH a, n, f, b
OPTIONAL MATCH (b)-[g:FLOWS_TO {agreement: n.key}]->(c:Organisation)
WHERE c.key <> a.key AND c.key <> b.key AND (f.lane IS NULL OR g.lane IS NULL OR f.lane = g.lane)
  AND (size(g.datasets) = 0 OR any(x IN f.datasets WHERE x IN g.datasets))
  AND (f.gives = -1 OR f.gives >= g.needs OR size(g.unfitted) > 0)
UNWIND [{hop: 1, flow: f.key, name: b.name}, {hop: 2, flow: g.key, name: c.name}] AS step
WITH n, step WHERE step.flow IS NOT NULL
RETURN step.hop AS hop, step.name AS holder, count(DISTINCT step.flow) AS flows, count(DISTINCT n.reference) AS agreements
ORDER BY hop, holder
