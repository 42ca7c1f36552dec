-- The log of topic renamings and merges: which name a topic had, which it has since, and
-- the batch of revisions that renamed it. A renaming that was undone names the batch that
-- undid it.

create table topic_renaming (
	revision bigint primary key,
	old_name varchar(40) not null,
	new_name varchar(40) not null,
	reverted_by bigint,
	constraint topic_renaming_names check (old_name <> new_name)
);
