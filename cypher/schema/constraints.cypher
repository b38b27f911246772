// Run before the first load; flowgraph load does it itself. Each statement may be run again at any time.
CREATE CONSTRAINT organisation_key IF NOT EXISTS FOR (n:Organisation) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT dataset_name IF NOT EXISTS FOR (n:Dataset) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT agreement_key IF NOT EXISTS FOR (n:Agreement) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT legal_basis_code IF NOT EXISTS FOR (n:LegalBasis) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT purpose_name IF NOT EXISTS FOR (n:Purpose) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT document_file IF NOT EXISTS FOR (n:Document) REQUIRE n.file IS UNIQUE;
CREATE CONSTRAINT flowgraph_store_key IF NOT EXISTS FOR (n:FlowgraphStore) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT flows_to_key IF NOT EXISTS FOR ()-[r:FLOWS_TO]-() REQUIRE r.key IS UNIQUE;
CREATE INDEX flows_to_agreement IF NOT EXISTS FOR ()-[r:FLOWS_TO]-() ON (r.agreement);
CREATE INDEX hosts_agreement IF NOT EXISTS FOR ()-[r:HOSTS]-() ON (r.agreement);
