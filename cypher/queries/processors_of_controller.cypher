// name: processors_of_controller
// question: Which processors stand in the agreements of a controller?
// parameter: controller (organisation) the controller; example: NHS Doncaster CCG
// column: processor: the processor
// column: kind: what sort of body it is
// column: agreements: references of the agreements, newest versions

MATCH (c:Organisation)-[:CONTROLLER_OF]->(n:Agreement)<-[:PROCESSOR_OF]-(p:Organisation)
WHERE (c.key = $controller OR c.name = $controller) AND n.newest
WITH DISTINCT p, n.reference AS reference ORDER BY reference
RETURN p.name AS processor, p.kind AS kind, collect(reference) AS agreements
ORDER BY processor, kind
