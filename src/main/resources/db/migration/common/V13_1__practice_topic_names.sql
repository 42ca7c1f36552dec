-- Plans and lists name topics as they were called in a state of the bank, the id of its
-- latest revision; renamings after that state are applied when they are read.

alter table learner add column topics_as_of bigint default 0 not null;
alter table practice_session add column list_as_of bigint default 0 not null;
