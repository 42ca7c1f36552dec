-- Lists are practised some questions at a time: from which list a session took its own,
-- by its address, and with which session that list was begun.

alter table practice_session add column list varchar(4000);
alter table practice_session add column begun_with bigint;
