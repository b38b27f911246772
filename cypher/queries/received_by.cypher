// name: received_by
// question: What does one organisation receive, from whom, in what state?
// parameter: organisation (organisation) who receives; example: NHS Doncaster CCG
// column: source: who passes it on
// column: datasets: the data sets; empty where the text names none
// column: identifiability: how much of a person it shows
// column: kind: transfer, access or re-identification
// column: purpose: what for; empty where unstated
// column: agreement: reference of the agreement, newest version
// column: flow: the flow's id

MATCH (b:Organisation) WHERE b.key = $organisation OR b.name = $organisation
MATCH (b)-[:PARTY_TO]->(n:Agreement) WHERE n.newest
WITH b, collect(DISTINCT n.key) AS newest
MATCH (a:Organisation)-[f:FLOWS_TO]->(b) WHERE f.agreement IN newest
RETURN a.name AS source, f.datasets AS datasets, f.identifiability AS identifiability, f.kind AS kind,
  coalesce(f.purpose, '') AS purpose, f.reference AS agreement, f.key AS flow
ORDER BY agreement, f.position
