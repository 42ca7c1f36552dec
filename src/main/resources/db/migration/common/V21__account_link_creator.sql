-- The administrator who created an invitation or reset link: it is valid as long as they are one.

alter table person_link add column created_by bigint references person on delete cascade;

create index person_link_creator on person_link (created_by);
