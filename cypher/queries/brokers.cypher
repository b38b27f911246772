// name: brokers
// question: Which organisations sit on most paths: what comes in and may go on from them?
// parameter: most (number, optional) how many are listed, 20 where not given; example: 20
// column: organisation: who sits between
// column: kind: what sort of body it is
// column: paths: pairs of a flow that comes in and one that may go on
// column: sources: from how many parties
// column: targets: to how many parties
// column: agreements: under how many agreements, newest versions

MATCH (n:Agreement) WHERE n.newest
MATCH (p:Organisation)-[:PARTY_TO]->(n)
WITH DISTINCT n, p
MATCH (a:Organisation)-[f:FLOWS_TO {agreement: n.key}]->(p)
MATCH (p)-[g:FLOWS_TO {agreement: n.key}]->(b:Organisation)
WHERE a.key <> p.key AND b.key <> p.key AND a.key <> b.key
  AND (f.lane IS NULL OR g.lane IS NULL OR f.lane = g.lane)
  AND (size(g.datasets) = 0 OR any(x IN f.datasets WHERE x IN g.datasets))
  AND (f.gives = -1 OR f.gives >= g.needs OR size(g.unfitted) > 0)
WITH p, count(*) AS paths, count(DISTINCT a.key) AS sources, count(DISTINCT b.key) AS targets,
  count(DISTINCT n.reference) AS agreements
RETURN p.name AS organisation, p.kind AS kind, paths, sources, targets, agreements
ORDER BY paths DESC, organisation, kind
LIMIT coalesce($most, 20)
