// name: live_on
// question: Which flows were live on a day, by the period of their agreement?
// parameter: day (date) the day; example: 2020-06-30
// column: agreement: reference of the agreement
// column: version: its version; empty where none is given
// column: source: who passes it on
// column: target: who receives it
// column: datasets: the data sets
// column: identifiability: how much of a person it shows
// column: flow: the flow's id

// Of several versions in force the newest counts; one that states no period counts where no other covers the day.
MATCH (n:Agreement)
WITH n, CASE
    WHEN n.starts IS NULL AND n.ends IS NULL THEN 0
    WHEN (n.starts IS NULL OR n.starts <= $day) AND (n.ends IS NULL OR n.ends >= $day) THEN 1
    ELSE -1
  END AS covers
WHERE covers >= 0
WITH n ORDER BY n.reference, covers DESC, n.age DESC
WITH n.reference AS reference, collect(n.key) AS keys
WITH collect(keys[0]) AS live
MATCH (a:Organisation)-[f:FLOWS_TO]->(b:Organisation) WHERE f.agreement IN live
RETURN f.reference AS agreement, coalesce(f.version, '') AS version, a.name AS source, b.name AS target,
  f.datasets AS datasets, f.identifiability AS identifiability, f.key AS flow
ORDER BY agreement, f.position
