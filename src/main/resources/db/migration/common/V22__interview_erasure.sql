-- Removed words must not stay in the file of the database. H2 deletes large objects only
-- later, and the inner pages of an index keep keys of removed rows as separators.

alter table interview_event alter column scorecard set data type varchar(1000000);

alter table interview_panellist drop constraint interview_panellist_once;
