// name: trace
// question: Where does a data set go, hop by hop, from where it enters to its last holders (six hops at most)?
// parameter: dataset (data set) the data set, as `flowgraph datasets` shows it; example: SUS
// parameter: agreement (text, optional) only this agreement, without version; example: DARS-NIC-990001-A1B2C
// column: agreement: reference of the agreement, newest version
// column: organisations: who has the data, in order
// column: states: how identifiable it is at each hop
// column: flows: the id of each hop's flow
// column: unexplained: ids of hops more identifiable than anything that reached their sender

// The names under which the data set, its parts and what it is a part of are written; and for each agreement the
// smallest data sets that bear on it, each with the names that carry it.
MATCH (asked:Dataset) WHERE asked.known_as = $dataset OR asked.name = $dataset
OPTIONAL MATCH (asked)-[:CONTAINS]->(part:Dataset)
OPTIONAL MATCH (whole:Dataset)-[:CONTAINS]->(asked)
WITH collect(DISTINCT asked.name) + collect(DISTINCT part.name) AS inside, collect(DISTINCT whole.name) AS around
MATCH (n:Agreement)
WHERE n.newest AND any(d IN n.flow_datasets WHERE d IN inside OR d IN around)
  AND ($agreement IS NULL OR n.reference = $agreement)
WITH n, [d IN n.smallest_datasets WHERE d IN inside] AS parts, [d IN n.flow_datasets WHERE d IN around] AS wider
UNWIND CASE WHEN size(parts) > 0 THEN parts ELSE wider END AS atom
MATCH (one:Dataset {name: atom})
OPTIONAL MATCH (wide:Dataset)-[:CONTAINS]->(one)
WITH n, atom, collect(wide.name) + [atom] AS names
UNWIND n.lanes AS lane
MATCH (p0:Organisation)-[sent:PARTY_TO]->(n) WHERE sent.sends
WITH DISTINCT n, atom, names, lane, p0
MATCH (p0)-[f1:FLOWS_TO {agreement: n.key}]->(p1:Organisation)
WHERE (lane + '|' + atom) IN f1.begins
WITH n, lane, atom, names, p0, p1, f1, CASE f1.gives WHEN -1 THEN 9 ELSE f1.gives END AS hand
// Every hop is a match of its own, so that the store goes no further where the rules of sense end a path.
OPTIONAL MATCH (p1)-[f2:FLOWS_TO {agreement: n.key}]->(p2:Organisation)
WHERE (f2.lane IS NULL OR f2.lane = lane) AND NOT p2.key IN [p0.key, p1.key]
  AND (size(f2.datasets) = 0 OR any(x IN f2.datasets WHERE x IN names))
  AND (hand >= f2.needs OR (lane + '|' + atom) IN f2.unfitted)
WITH n, lane, atom, names, p0, p1, p2, f1, f2,
  CASE WHEN f2 IS NULL OR f2.gives = -1 THEN hand ELSE f2.gives END AS hand
OPTIONAL MATCH (p2)-[f3:FLOWS_TO {agreement: n.key}]->(p3:Organisation)
WHERE (f3.lane IS NULL OR f3.lane = lane) AND NOT p3.key IN [p0.key, p1.key, p2.key]
  AND (size(f3.datasets) = 0 OR any(x IN f3.datasets WHERE x IN names))
  AND (hand >= f3.needs OR (lane + '|' + atom) IN f3.unfitted)
WITH n, lane, atom, names, p0, p1, p2, p3, f1, f2, f3,
  CASE WHEN f3 IS NULL OR f3.gives = -1 THEN hand ELSE f3.gives END AS hand
OPTIONAL MATCH (p3)-[f4:FLOWS_TO {agreement: n.key}]->(p4:Organisation)
WHERE (f4.lane IS NULL OR f4.lane = lane) AND NOT p4.key IN [p0.key, p1.key, p2.key, p3.key]
  AND (size(f4.datasets) = 0 OR any(x IN f4.datasets WHERE x IN names))
  AND (hand >= f4.needs OR (lane + '|' + atom) IN f4.unfitted)
WITH n, lane, atom, names, p0, p1, p2, p3, p4, f1, f2, f3, f4,
  CASE WHEN f4 IS NULL OR f4.gives = -1 THEN hand ELSE f4.gives END AS hand
OPTIONAL MATCH (p4)-[f5:FLOWS_TO {agreement: n.key}]->(p5:Organisation)
WHERE (f5.lane IS NULL OR f5.lane = lane) AND NOT p5.key IN [p0.key, p1.key, p2.key, p3.key, p4.key]
  AND (size(f5.datasets) = 0 OR any(x IN f5.datasets WHERE x IN names))
  AND (hand >= f5.needs OR (lane + '|' + atom) IN f5.unfitted)
WITH n, lane, atom, names, p0, p1, p2, p3, p4, p5, f1, f2, f3, f4, f5,
  CASE WHEN f5 IS NULL OR f5.gives = -1 THEN hand ELSE f5.gives END AS hand
OPTIONAL MATCH (p5)-[f6:FLOWS_TO {agreement: n.key}]->(p6:Organisation)
WHERE (f6.lane IS NULL OR f6.lane = lane) AND NOT p6.key IN [p0.key, p1.key, p2.key, p3.key, p4.key, p5.key]
  AND (size(f6.datasets) = 0 OR any(x IN f6.datasets WHERE x IN names))
  AND (hand >= f6.needs OR (lane + '|' + atom) IN f6.unfitted)
WITH n, lane, atom, names, p0, p1, p2, p3, p4, p5, p6, f1, f2, f3, f4, f5, f6,
  CASE WHEN f6 IS NULL OR f6.gives = -1 THEN hand ELSE f6.gives END AS hand
WITH DISTINCT n.reference AS agreement,
  [o IN [p0, p1, p2, p3, p4, p5, p6] WHERE o IS NOT NULL | o.name] AS organisations,
  [f IN [f1, f2, f3, f4, f5, f6] WHERE f IS NOT NULL | f.identifiability] AS states,
  [f IN [f1, f2, f3, f4, f5, f6] WHERE f IS NOT NULL | f.key] AS flows,
  [f IN [f1, f2, f3, f4, f5, f6] WHERE f IS NOT NULL AND (lane + '|' + atom) IN f.unexplained | f.key] AS unexplained
// A path that is a piece of another one tells nothing more.
WITH agreement, organisations, states, flows, collect(unexplained) AS several
WITH agreement, organisations, states, flows,
  reduce(found = [], more IN several | found + [x IN more WHERE NOT x IN found]) AS unexplained
WITH agreement, collect({organisations: organisations, states: states, flows: flows, unexplained: unexplained}) AS ways
UNWIND ways AS way
WITH agreement, ways, way
WHERE none(other IN ways WHERE size(other.flows) > size(way.flows)
  AND any(i IN range(0, size(other.flows) - size(way.flows)) WHERE other.flows[i..i + size(way.flows)] = way.flows))
RETURN agreement, way.organisations AS organisations, way.states AS states, way.flows AS flows,
  way.unexplained AS unexplained
ORDER BY agreement, flows
