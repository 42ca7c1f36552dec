-- Names the database: a search index that was built for another one, such as before an archive was restored, is rebuilt.
-- A random number, which archives leave out.
alter table bank add column database_id bigint default cast(random() * 9007199254740991 as bigint) not null;
alter table bank alter column database_id drop default;
