// name: datasets_by_recipients
// question: Which data sets have the most recipients?
// column: dataset: the data set, as the lexicon shows it
// column: recipients: how many parties receive it
// column: flows: by how many flows
// column: agreements: under how many agreements, newest versions

MATCH (n:Agreement) WHERE n.newest
WITH collect(n.key) AS newest
MATCH (:Organisation)-[f:FLOWS_TO]->(b:Organisation) WHERE f.agreement IN newest
UNWIND f.datasets AS name
MATCH (d:Dataset {name: name})
RETURN d.known_as AS dataset, count(DISTINCT b.key) AS recipients, count(DISTINCT f.key) AS flows,
  count(DISTINCT f.reference) AS agreements
ORDER BY recipients DESC, flows DESC, dataset
